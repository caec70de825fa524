import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { studyMinutes, type Interval } from './presence.ts';

/** `14:30` as minutes of the day. */
export const clockMinutes = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Length of a meeting by the clock: its own times, else those of its sitting; null where one is missing. */
export function spanOf(
  own: { readonly startsAt: string | null; readonly endsAt: string | null },
  sitting: { readonly startsAt: string | null; readonly endsAt: string | null },
): { readonly from: number; readonly to: number } | null {
  const startsAt = own.startsAt ?? sitting.startsAt;
  const endsAt = own.endsAt ?? sitting.endsAt;
  if (startsAt === null || endsAt === null) return null;
  const span = { from: clockMinutes(startsAt), to: clockMinutes(endsAt) };
  return span.to > span.from ? span : null;
}

export interface StudyMeeting {
  readonly meetingId: string;
  readonly on: PlainDate;
  readonly span: { readonly from: number; readonly to: number } | null;
  /** Everybody who was there, guests too. */
  readonly people: readonly PersonId[];
}

/**
 * Minutes that each study meeting of a sitting adds to each person, in the order given: what the
 * meetings before covered is not counted again (`edu.hour.conversion`). Key: `meetingId personId`.
 */
export function creditOf(meetings: readonly StudyMeeting[]): ReadonlyMap<string, number> {
  const credit = new Map<string, number>();
  const seen: Interval[] = [];
  let before: ReadonlyMap<string, number> = new Map();
  for (const meeting of meetings) {
    if (meeting.span === null) continue;
    for (const personId of meeting.people) seen.push({ personId, on: meeting.on, ...meeting.span });
    const total = studyMinutes(seen);
    for (const personId of meeting.people) {
      const added = (total.get(personId) ?? 0) - (before.get(personId) ?? 0);
      credit.set(`${meeting.meetingId} ${personId}`, added);
    }
    before = total;
  }
  return credit;
}
