import { HOLIDAYS } from './holidays.ts';
import { addDays, parsePlainDate, weekdayOf, yearOf, type PlainDate } from './plain-date.ts';

/** What differs from the plain week of Monday to Friday, by year. */
export interface WorkCalendar {
  readonly years: ReadonlySet<number>;
  readonly rest: ReadonlySet<PlainDate>;
  readonly work: ReadonlySet<PlainDate>;
}

/** A day reckoned in working days. `provisional`: a year without a table was touched, weekends alone were left out. */
export interface WorkTerm {
  readonly day: PlainDate;
  readonly provisional: boolean;
}

/** One year of a table that arrives later: `{ "2027": { "rest": "0101 0206 …", "work": "0124 …" } }`. */
export type HolidayTable = Readonly<
  Record<number, { readonly rest: string; readonly work: string }>
>;

const daysIn = (year: number, list: string): PlainDate[] =>
  list
    .split(/\s+/)
    .filter((part) => part !== '')
    .map((part) => {
      const day = parsePlainDate(`${year}-${part.slice(0, 2)}-${part.slice(2)}`);
      if (day === null || part.length !== 4) throw new RangeError(`no day of ${year}: ${part}`);
      return day;
    });

/** The shipped years, and those of later tables, which win. Throws RangeError on a day that does not exist. */
export function workCalendar(later: HolidayTable = {}): WorkCalendar {
  const rest = new Set<PlainDate>();
  const work = new Set<PlainDate>();
  const table: HolidayTable = { ...HOLIDAYS, ...later };
  for (const [text, days] of Object.entries(table)) {
    const year = Number(text);
    for (const day of daysIn(year, days.rest)) rest.add(day);
    for (const day of daysIn(year, days.work)) work.add(day);
  }
  return { years: new Set(Object.keys(table).map(Number)), rest, work };
}

/** Make-up workdays (调休) count as workdays (`count.workday`). */
export function isWorkday(calendar: WorkCalendar, day: PlainDate): boolean {
  if (calendar.work.has(day)) return true;
  return weekdayOf(day) <= 5 && !calendar.rest.has(day);
}

/** Forecasts of a county ask for the same few hundred terms thousands of times. */
const known = new WeakMap<WorkCalendar, Map<string, WorkTerm>>();
const MOST_KNOWN = 10_000;

/** The `count`-th working day from `from` on, `from` itself counted where it is one. */
export function nthWorkday(calendar: WorkCalendar, from: PlainDate, count: number): WorkTerm {
  if (count < 1) throw new RangeError(`no ${count}th working day`);
  const terms = known.get(calendar) ?? new Map<string, WorkTerm>();
  known.set(calendar, terms);
  const key = `${from} ${count}`;
  const found = terms.get(key);
  if (found !== undefined) return found;
  const counted = countedFrom(calendar, from, count);
  if (terms.size >= MOST_KNOWN) terms.clear();
  terms.set(key, counted);
  return counted;
}

function countedFrom(calendar: WorkCalendar, from: PlainDate, count: number): WorkTerm {
  let provisional = false;
  for (let day = from, left = count; ; day = addDays(day, 1)) {
    if (!calendar.years.has(yearOf(day))) provisional = true;
    if (isWorkday(calendar, day)) left -= 1;
    if (left === 0) return { day, provisional };
  }
}

/** Working days from one day to another, both counted; 0 where `to` is earlier. */
export function workdaysFromTo(
  calendar: WorkCalendar,
  from: PlainDate,
  to: PlainDate,
): { readonly days: number; readonly provisional: boolean } {
  let days = 0;
  let provisional = false;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (!calendar.years.has(yearOf(day))) provisional = true;
    if (isWorkday(calendar, day)) days += 1;
  }
  return { days, provisional };
}
