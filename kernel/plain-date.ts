import { Temporal } from 'temporal-polyfill';

/**
 * A calendar day as ISO text (`2026-05-11`), branded. It sorts as text, travels as JSON
 * and equals what the database returns for a `date`. The zone of "today" is Asia/Shanghai.
 */
declare const day: unique symbol;
export type PlainDate = string & { readonly [day]: true };

/** A calendar month as ISO text (`2026-05`). */
declare const month: unique symbol;
export type PlainMonth = string & { readonly [month]: true };

export const ZONE = 'Asia/Shanghai';

const DAY_MS = 86_400_000;
/** Days since 1970, by arithmetic: lists ask for ages and terms of thousands at once. */
const epochDay = (date: PlainDate): number =>
  Date.UTC(yearOf(date), monthNumberOf(date) - 1, dayNumberOf(date)) / DAY_MS;
const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
const textOf = (year: number, month: number, dayNumber: number): PlainDate =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(dayNumber)}` as PlainDate;

/** The day, or null where the text is no real calendar day between 1900 and 2199. */
export function parsePlainDate(value: string): PlainDate | null {
  const parts = /^((?:19|20|21)\d{2})-(\d{2})-(\d{2})$/.exec(value);
  if (parts === null) return null;
  const [month, dayNumber] = [Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12 || dayNumber < 1) return null;
  return dayNumber > daysInMonth(Number(parts[1]), month) ? null : (value as PlainDate);
}

/** For literals in code and tests; throws on a day that does not exist. */
export function plainDate(value: string): PlainDate {
  const parsed = parsePlainDate(value);
  if (parsed === null) throw new RangeError(`no calendar day: ${value}`);
  return parsed;
}

/** Throws on a day that does not exist. */
export function dayOf(year: number, monthNumber: number, dayNumber: number): PlainDate {
  const valid =
    Number.isInteger(year) &&
    Number.isInteger(dayNumber) &&
    monthNumber >= 1 &&
    monthNumber <= 12 &&
    dayNumber >= 1 &&
    dayNumber <= daysInMonth(year, monthNumber);
  if (!valid) throw new RangeError(`no calendar day: ${year}-${monthNumber}-${dayNumber}`);
  return textOf(year, monthNumber, dayNumber);
}

/** 1992: since then the zone has had no summer time. */
const EIGHT_HOURS_SINCE = 694_224_000_000;
const EIGHT_HOURS = 8 * 3_600_000;

export const todayAt = (epochMilliseconds: number): PlainDate =>
  epochMilliseconds >= EIGHT_HOURS_SINCE
    ? (new Date(epochMilliseconds + EIGHT_HOURS).toISOString().slice(0, 10) as PlainDate)
    : (Temporal.Instant.fromEpochMilliseconds(epochMilliseconds)
        .toZonedDateTimeISO(ZONE)
        .toPlainDate()
        .toString() as PlainDate);

export function addDays(date: PlainDate, days: number): PlainDate {
  // Most spans end in the month they begin in.
  const day = dayNumberOf(date) + days;
  if (day >= 1 && day <= 28) return `${date.slice(0, 8)}${two(day)}` as PlainDate;
  return new Date((epochDay(date) + days) * DAY_MS).toISOString().slice(0, 10) as PlainDate;
}

/** Calendar months; a day that the target month lacks becomes its last day (`count.month`). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const index = yearOf(date) * 12 + monthNumberOf(date) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return textOf(year, month, Math.min(dayNumberOf(date), daysInMonth(year, month)));
}

export const addYears = (date: PlainDate, years: number): PlainDate => addMonths(date, years * 12);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  epochDay(to) - epochDay(from);

/** Whole months from `from` to `to`, rounded towards zero. */
export function monthsBetween(from: PlainDate, to: PlainDate): number {
  const months = (yearOf(to) - yearOf(from)) * 12 + monthNumberOf(to) - monthNumberOf(from);
  const rest = dayNumberOf(to) - dayNumberOf(from);
  if (months > 0 && rest < 0) return months - 1;
  return months < 0 && rest > 0 ? months + 1 : months;
}

/** Whole years from `from` to `to`, rounded towards zero. */
export const yearsBetween = (from: PlainDate, to: PlainDate): number =>
  Math.trunc(monthsBetween(from, to) / 12) || 0;

export const yearOf = (date: PlainDate | PlainMonth): number => Number(date.slice(0, 4));
export const monthNumberOf = (date: PlainDate | PlainMonth): number => Number(date.slice(5, 7));
export const dayNumberOf = (date: PlainDate): number => Number(date.slice(8, 10));
export const quarterOf = (date: PlainDate | PlainMonth): 1 | 2 | 3 | 4 =>
  Math.ceil(monthNumberOf(date) / 3) as 1 | 2 | 3 | 4;

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: PlainDate): number => ((((epochDay(date) + 3) % 7) + 7) % 7) + 1;

export const monthOf = (date: PlainDate): PlainMonth => date.slice(0, 7) as PlainMonth;
export const firstDayOf = (value: PlainMonth): PlainDate => `${value}-01` as PlainDate;

/** Days of a month, 1 = January. Plain arithmetic: a county's dues ask for months a million times. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export const lastDayOf = (value: PlainMonth): PlainDate =>
  `${value}-${daysInMonth(yearOf(value), monthNumberOf(value))}` as PlainDate;

export function addToMonth(value: PlainMonth, months: number): PlainMonth {
  const index = yearOf(value) * 12 + monthNumberOf(value) - 1 + months;
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}` as PlainMonth;
}

export function parsePlainMonth(value: string): PlainMonth | null {
  return parsePlainDate(`${value}-01`) === null ? null : (value as PlainMonth);
}

export function plainMonth(value: string): PlainMonth {
  const parsed = parsePlainMonth(value);
  if (parsed === null) throw new RangeError(`no calendar month: ${value}`);
  return parsed;
}

/** Every month from `from` to `to`, both included; empty when `to` is earlier. */
export function monthsFromTo(from: PlainMonth, to: PlainMonth): PlainMonth[] {
  const months: PlainMonth[] = [];
  for (let at = from; at <= to; at = addToMonth(at, 1)) months.push(at);
  return months;
}

/** `2026年5月11日`: Arabic numerals, no leading zero (GB/T 9704-2012 7.3.5.4). */
export const chineseDate = (date: PlainDate): string =>
  `${yearOf(date)}年${monthNumberOf(date)}月${dayNumberOf(date)}日`;

export const chineseMonth = (value: PlainMonth): string =>
  `${yearOf(value)}年${monthNumberOf(value)}月`;

export const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;
export const chineseWeekday = (date: PlainDate): string => `星期${WEEKDAYS[weekdayOf(date) - 1]}`;
