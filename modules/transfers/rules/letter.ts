import { addDays, daysBetween, yearOf, type PlainDate } from '#kernel/plain-date';

/** Longest validity of a letter, in days (`transfer.letter.validity`). */
export const LONGEST_DAYS = 90;

/** Last day on which a letter may be handed in: the day of issue itself is not counted. */
export const validUntil = (issuedOn: PlainDate, days: number): PlainDate => addDays(issuedOn, days);

/** Days left on a day: 0 on the last one, negative once it has expired. */
export const daysLeft = (until: PlainDate, on: PlainDate): number => daysBetween(on, until);

export const hasExpired = (until: PlainDate, on: PlainDate): boolean => daysLeft(until, on) < 0;

/** `2026-014`: the next number of a year's register, after those it has. Numbers of another form are passed over. */
export function nextNumber(known: readonly string[], on: PlainDate): string {
  const year = yearOf(on);
  const used = known.flatMap((number) => {
    const parts = /^(\d{4})-(\d{1,6})$/.exec(number);
    return parts !== null && Number(parts[1]) === year ? [Number(parts[2])] : [];
  });
  return `${year}-${String(Math.max(0, ...used) + 1).padStart(3, '0')}`;
}
