import type { PlainDate } from '#kernel/plain-date';
import { addDays } from '#kernel/plain-date';

/** An all-day entry of a calendar. */
export interface Entry {
  readonly key: string;
  readonly on: PlainDate;
  readonly title: string;
  readonly text: string;
  /** Where it is done; absolute, since a calendar knows no page it stands on. */
  readonly address: string;
}

/** TEXT of RFC 5545 3.3.11. */
const escape = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n');

const MOST_OCTETS = 75;
const octets = (text: string): number => new TextEncoder().encode(text).length;

/** Content lines are folded at 75 octets, never inside a character (3.1). */
export function fold(line: string): string {
  const lines: string[] = [];
  let now = '';
  let size = 0;
  for (const character of line) {
    const more = octets(character);
    if (size + more > MOST_OCTETS) {
      lines.push(now);
      now = ' ';
      size = 1;
    }
    now += character;
    size += more;
  }
  return [...lines, now].join('\r\n');
}

const day = (date: PlainDate): string => date.replaceAll('-', '');
const instant = (at: Date): string =>
  `${at.toISOString().slice(0, 19).replaceAll('-', '').replaceAll(':', '')}Z`;

/**
 * A calendar of all-day entries (RFC 5545) with the zone of Shanghai. A day has no zone, so that a phone
 * elsewhere shows the same day.
 */
export function icalOf(name: string, entries: readonly Entry[], at: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Zhibu//Duties//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escape(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Shanghai',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0800',
    'TZOFFSETTO:+0800',
    'TZNAME:CST',
    'END:STANDARD',
    'END:VTIMEZONE',
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${escape(entry.key)}@zhibu`,
      `DTSTAMP:${instant(at)}`,
      `DTSTART;VALUE=DATE:${day(entry.on)}`,
      `DTEND;VALUE=DATE:${day(addDays(entry.on, 1))}`,
      `SUMMARY:${escape(entry.title)}`,
      `DESCRIPTION:${escape(entry.text)}`,
      `URL:${entry.address}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
