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

const temporal = (date: PlainDate): Temporal.PlainDate => Temporal.PlainDate.from(date);
const text = (date: Temporal.PlainDate): PlainDate => date.toString() as PlainDate;

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

export const dayOf = (year: number, monthNumber: number, dayNumber: number): PlainDate =>
  text(
    Temporal.PlainDate.from({ year, month: monthNumber, day: dayNumber }, { overflow: 'reject' }),
  );

export const todayAt = (epochMilliseconds: number): PlainDate =>
  text(
    Temporal.Instant.fromEpochMilliseconds(epochMilliseconds)
      .toZonedDateTimeISO(ZONE)
      .toPlainDate(),
  );

export const addDays = (date: PlainDate, days: number): PlainDate =>
  text(temporal(date).add({ days }));

/** Calendar months; a day that the target month lacks becomes its last day (`count.month`). */
export const addMonths = (date: PlainDate, months: number): PlainDate =>
  text(temporal(date).add({ months }));

export const addYears = (date: PlainDate, years: number): PlainDate =>
  text(temporal(date).add({ years }));

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  temporal(from).until(temporal(to), { largestUnit: 'day' }).days;

/** Whole months from `from` to `to`, rounded towards zero. */
export const monthsBetween = (from: PlainDate, to: PlainDate): number =>
  temporal(from).until(temporal(to), { largestUnit: 'month' }).months;

/** Whole years from `from` to `to`, rounded towards zero. */
export const yearsBetween = (from: PlainDate, to: PlainDate): number =>
  temporal(from).until(temporal(to), { largestUnit: 'year' }).years;

export const yearOf = (date: PlainDate | PlainMonth): number => Number(date.slice(0, 4));
export const monthNumberOf = (date: PlainDate | PlainMonth): number => Number(date.slice(5, 7));
export const dayNumberOf = (date: PlainDate): number => Number(date.slice(8, 10));
export const quarterOf = (date: PlainDate | PlainMonth): 1 | 2 | 3 | 4 =>
  Math.ceil(monthNumberOf(date) / 3) as 1 | 2 | 3 | 4;

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: PlainDate): number => temporal(date).dayOfWeek;

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
