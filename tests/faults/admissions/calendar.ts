import { isWorkday as workdayByTable } from 'chinese-days';

/**
 * Days as ISO text, reckoned here on their own: what the product reckons is checked against this, so
 * nothing of the product may be used.
 */
const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
const text = (date: Date): string => date.toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => {
  const date = at(day);
  date.setUTCDate(date.getUTCDate() + days);
  return text(date);
};

/** Calendar months; a day that the month lacks becomes its last day (`count.month`). */
export const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 0, dayNumber = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return text(new Date(Date.UTC(year, month - 1 + months, Math.min(dayNumber, last))));
};

/** Days from one to another; below 0 where the second is earlier. */
export const daysFromTo = (from: string, to: string): number =>
  Math.round((at(to).getTime() - at(from).getTime()) / 86_400_000);

export const later = (a: string, b: string): string => (a > b ? a : b);

/** Last year with a holiday table of the State Council; later ones are weeks of five days (`count.workday`). */
const LAST_TABLE = 2026;

export const isWorkday = (day: string): boolean => {
  const weekday = at(day).getUTCDay();
  return Number(day.slice(0, 4)) > LAST_TABLE
    ? weekday !== 0 && weekday !== 6
    : workdayByTable(day);
};

/** The nth working day from a day on, that day counted where it is one. */
export const nthWorkday = (from: string, count: number): string => {
  for (let day = from, left = count; ; day = addDays(day, 1)) {
    if (isWorkday(day)) left -= 1;
    if (left === 0) return day;
  }
};

/** A stream of chances that is the same for the same seed. */
export interface Chance {
  /** A whole number from `low` to `high`, both possible; often one of the ends, where limits lie. */
  readonly between: (low: number, high: number) => number;
  readonly one: <T>(choices: readonly [T, ...T[]]) => T;
  readonly in: (times: number) => boolean;
}

export function chance(seed: number): Chance {
  let state = (seed * 2_654_435_761) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const plain = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    between: (low, high) => {
      const end = next();
      if (end < 0.2) return low;
      return end < 0.4 ? high : plain(low, high);
    },
    one: (choices) => choices[plain(0, choices.length - 1)] ?? choices[0],
    in: (times) => next() < 1 / times,
  };
}
