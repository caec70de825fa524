import {
  addToMonth,
  lastDayOf,
  monthNumberOf,
  yearOf,
  type PlainDate,
  type PlainMonth,
} from '#kernel/plain-date';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';

/** How often a branch collects (DUES08 art. 12: monthly; other cycles in special cases with consent). */
export const CYCLES = {
  month: { name: '按月', months: 1 },
  quarter: { name: '按季度', months: 3 },
  half_year: { name: '按半年', months: 6 },
  year: { name: '按年', months: 12 },
} as const;
export type Cycle = keyof typeof CYCLES;

/** An agreed cycle. Months inclusive; `to` null while it runs. `basis`: the consent or rule it rests on. */
export interface CycleSpan {
  readonly from: PlainMonth;
  readonly to: PlainMonth | null;
  readonly cycle: Cycle;
  readonly basis: string | null;
}

export interface Period {
  readonly first: PlainMonth;
  readonly last: PlainMonth;
}

/** Collection period of a calendar month: quarters, halves and years follow the calendar. */
export function periodOf(cycle: Cycle, month: PlainMonth): Period {
  const length = CYCLES[cycle].months;
  const first = addToMonth(month, -((monthNumberOf(month) - 1) % length));
  return { first, last: addToMonth(first, length - 1) };
}

/** Cycle that holds in a month: the latest begun one that covers it, else monthly. */
export function cycleAt(spans: readonly CycleSpan[], month: PlainMonth): Cycle {
  let found: CycleSpan | null = null;
  for (const span of spans) {
    const covers = span.from <= month && (span.to === null || month <= span.to);
    if (covers && (found === null || span.from >= found.from)) found = span;
  }
  return found?.cycle ?? 'month';
}

/** Last day on which dues of that month are in time; from the day after they are in arrears. */
export const payableUntil = (spans: readonly CycleSpan[], month: PlainMonth): PlainDate =>
  lastDayOf(periodOf(cycleAt(spans, month), month).last);

export type CycleRefusal = Refusal<
  'dues.cycle_starts_inside_period' | 'dues.cycle_ends_before_start'
>;

/**
 * A cycle begins with one of its own periods, else a month would belong to two. One longer than a
 * month rests on a basis; where it is missing the advice asks for it and nothing is blocked.
 */
export function checkCycle(
  span: CycleSpan,
): Result<{ readonly advice: 'dues.cycle_basis_asked' | null }, CycleRefusal> {
  if (span.to !== null && span.to < span.from) return refuse('dues.cycle_ends_before_start', {});
  if (periodOf(span.cycle, span.from).first !== span.from) {
    return refuse('dues.cycle_starts_inside_period', {
      cycle: CYCLES[span.cycle].name,
      month: span.from,
    });
  }
  const asked = CYCLES[span.cycle].months > 3 && (span.basis ?? '').trim() === '';
  return ok({ advice: asked ? 'dues.cycle_basis_asked' : null });
}

/** `2026年第1季度`, `2026年上半年`, `2026年3月`, `2026年`. */
export function periodName(cycle: Cycle, month: PlainMonth): string {
  const year = yearOf(month);
  const number = monthNumberOf(month);
  if (cycle === 'year') return `${year}年`;
  if (cycle === 'half_year') return `${year}年${number <= 6 ? '上' : '下'}半年`;
  return cycle === 'quarter' ? `${year}年第${Math.ceil(number / 3)}季度` : `${year}年${number}月`;
}
