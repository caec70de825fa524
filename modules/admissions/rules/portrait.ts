import type { PortraitTable } from '#contract/admissions';
import { yearsBetween, type PlainDate } from '#kernel/plain-date';
import type { Register } from './words.ts';

/** Somebody on the way as the statistics of structure see them; null where the file does not tell. */
export interface OnTheWay {
  readonly caseId: string;
  readonly register: Register;
  readonly sex: string | null;
  readonly bornOn: PlainDate | null;
  readonly education: string | null;
  readonly occupation: string | null;
  readonly sector: string | null;
}

export const UNKNOWN = 'unknown';

/** Ages up to which a band reaches; 28 ends the age of the League (DEV26 art. 8), 35 is what statistics count. */
const AGES = [
  [28, 'to28', '28岁及以下'],
  [35, 'to35', '29—35岁'],
  [45, 'to45', '36—45岁'],
] as const;
const OLDER = ['older', '46岁及以上'] as const;
export const AGE_BANDS: Readonly<Record<string, string>> = Object.fromEntries([
  ...AGES.map(([, key, name]) => [key, name]),
  OLDER,
]);

/** The line of a table that somebody counts in on a day. */
export function lineOf(table: PortraitTable, one: OnTheWay, day: PlainDate): string {
  if (table !== 'age') return one[table] ?? UNKNOWN;
  if (one.bornOn === null) return UNKNOWN;
  const age = yearsBetween(one.bornOn, day);
  return AGES.find(([most]) => age <= most)?.[1] ?? OLDER[0];
}

const none = (): Record<Register, number> => ({
  applicants: 0,
  activists: 0,
  targets: 0,
  probationary: 0,
  done: 0,
});

/** How many of each register, in all and by line of a table; lines nobody counts in are left out. */
export function countsOf(
  table: PortraitTable,
  names: Readonly<Record<string, string>>,
  people: readonly OnTheWay[],
  day: PlainDate,
): { readonly key: string; readonly name: string; readonly counts: Record<Register, number> }[] {
  const counts = new Map<string, Record<Register, number>>();
  for (const one of people) {
    const key = lineOf(table, one, day);
    const line = counts.get(key) ?? none();
    line[one.register] += 1;
    counts.set(key, line);
  }
  return [...Object.entries(names), [UNKNOWN, '没有填写'] as const].flatMap(([key, name]) => {
    const line = counts.get(key);
    return line === undefined ? [] : [{ key, name, counts: line }];
  });
}

export function totalsOf(people: readonly OnTheWay[]): Record<Register, number> {
  const totals = none();
  for (const one of people) totals[one.register] += 1;
  return totals;
}
