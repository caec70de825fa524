import type { Rhythm } from '#contract/publication-words';
import {
  addDays,
  addMonths,
  chineseDate,
  dayOf,
  monthNumberOf,
  quarterOf,
  yearOf,
  type PlainDate,
} from '#kernel/plain-date';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';

export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
export type Regular = keyof typeof MONTHS;

export const isRegular = (rhythm: Rhythm): rhythm is Regular => rhythm in MONTHS;

/** The month, quarter or year a day lies in. */
export function periodOf(rhythm: Regular, day: PlainDate): Period {
  const length = MONTHS[rhythm];
  const first = Math.floor((monthNumberOf(day) - 1) / length) * length + 1;
  const from = dayOf(yearOf(day), first, 1);
  return { from, to: addDays(addMonths(from, length), -1) };
}

/** Every period that touches a span of days, in order. */
export function periodsOver(rhythm: Regular, span: Period): Period[] {
  const found: Period[] = [];
  for (
    let period = periodOf(rhythm, span.from);
    period.from <= span.to;
    period = periodOf(rhythm, addDays(period.to, 1))
  )
    found.push(period);
  return found;
}

/** `2026年第四季度`. */
export function periodName(rhythm: Regular, period: Period): string {
  const year = `${yearOf(period.from)}年`;
  if (rhythm === 'year') return year;
  return rhythm === 'quarter'
    ? `${year}第${'一二三四'[quarterOf(period.from) - 1] ?? ''}季度`
    : `${year}${monthNumberOf(period.from)}月`;
}

/**
 * Last day something hangs. What the record fixes cannot be changed; elsewhere it is at least the days of
 * the catalogue, the day of posting not counted. Null: until it is taken down.
 */
export function lastDay(given: {
  readonly from: PlainDate;
  readonly wanted: PlainDate | null;
  readonly fixed: PlainDate | null;
  readonly postingDays: number;
}): Result<PlainDate | null, Refusal<'publication.period_short' | 'publication.period_over'>> {
  const { from, wanted, fixed, postingDays } = given;
  if (fixed !== null) {
    if (fixed < from) return refuse('publication.period_over', { day: chineseDate(fixed) });
    return ok(fixed);
  }
  const least = addDays(from, postingDays);
  if (wanted === null) return ok(postingDays === 0 ? null : least);
  return wanted < least
    ? refuse('publication.period_short', { days: postingDays, day: chineseDate(least) })
    : ok(wanted);
}
