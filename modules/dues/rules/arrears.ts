import { addMoney, ZERO, type Money } from '#kernel/money';
import {
  addToMonth,
  monthOf,
  monthsFromTo,
  type PlainDate,
  type PlainMonth,
} from '#kernel/plain-date';
import type { SettledLine } from './allocation.ts';
import { cycleAt, payableUntil, periodOf, type CycleSpan } from './cycle.ts';
import type { DuesSettings } from './settings.ts';

export interface Arrears {
  /** Fen open on lines whose agreed cycle has ended before the day. */
  readonly amount: Money;
  readonly months: readonly PlainMonth[];
  /** Months just before the day, unbroken, for which nothing at all was paid. */
  readonly consecutiveUnpaid: number;
  /** The six-month clock: never longer than `consecutiveUnpaid`, and counted from the end of the cycle. */
  readonly clockMonths: number;
}

/** Whether a line is in arrears on a day: open, and its cycle (that of `claimableFrom`) is over. */
export const isInArrears = (
  line: SettledLine,
  cycles: readonly CycleSpan[],
  on: PlainDate,
): boolean => line.open > 0 && payableUntil(cycles, line.claimableFrom) < on;

/**
 * Arrears as of a day, from lines oldest first. 补缴 lines count as arrears only once they could be
 * asked for and their cycle ended, and never feed the six-month clock. A month paid in part, relieved
 * or without a fixed amount breaks the run. With a yearly cycle ended in December the clock stands at 1
 * in January, though twelve months are open: it counts months in which payment was refused or late.
 */
export function arrearsOn(
  lines: readonly SettledLine[],
  cycles: readonly CycleSpan[],
  on: PlainDate,
): Arrears {
  const late = lines.filter((line) => isInArrears(line, cycles, on));
  const run = new Set<PlainMonth>();
  const regular = lines.filter(
    (line) => line.kind === 'regular' && payableUntil(cycles, line.month) < on,
  );
  for (const line of regular.toReversed()) {
    const next = run.size === 0 ? line.month : addToMonth(line.month, 1);
    if (line.open === 0 || line.paid > 0 || (run.size > 0 && !run.has(next))) break;
    run.add(line.month);
  }
  const first = [...run].at(-1);
  const passed =
    first === undefined
      ? 0
      : monthsFromTo(periodOf(cycleAt(cycles, first), first).last, addToMonth(monthOf(on), -1))
          .length;
  return {
    amount: addMoney(ZERO, ...late.map((line) => line.open)),
    months: [...new Set(late.map((line) => line.month))],
    consecutiveUnpaid: run.size,
    clockMonths: Math.min(run.size, passed),
  };
}

/** Why the clock stands still (rules.md 6.5 `clock.none`; EDU19 art. 23). */
export type ClockPause = 'frail' | 'leave_granted' | 'certificate_holder' | 'lost_contact';

export type ArrearsStep =
  | { readonly step: 'none' }
  | { readonly step: 'remind'; readonly rule: 'dues.monthly' }
  | { readonly step: 'educate'; readonly rule: 'dues.arrears.educate' }
  | { readonly step: 'person_must_judge'; readonly rule: 'dues.arrears.6m' };

export const STEP_TEXT: Record<ArrearsStep['step'], string> = {
  none: '无欠交',
  remind: '提醒本人补交',
  educate: '批评教育，限期改正',
  person_must_judge: '连续6个月未交：请支部核实有无正当理由并研究，系统不自动启动处置',
};

/**
 * The lawful next step by length of arrears: 提醒 → 批评教育、限期 (EDU19 art. 29) → at six months a hint
 * that a person must judge (EDU19 art. 31). It never opens a case, and never goes beyond 提醒 while paused.
 */
export function nextStep(
  arrears: Arrears,
  pause: ClockPause | null,
  settings: DuesSettings,
): ArrearsStep {
  if (arrears.amount === 0) return { step: 'none' };
  if (pause !== null) return { step: 'remind', rule: 'dues.monthly' };
  if (arrears.clockMonths >= settings.judgeFromMonths) {
    return { step: 'person_must_judge', rule: 'dues.arrears.6m' };
  }
  return arrears.clockMonths >= settings.educateFromMonths
    ? { step: 'educate', rule: 'dues.arrears.educate' }
    : { step: 'remind', rule: 'dues.monthly' };
}

/** DUES08 art. 12: 补交 generally not over six months. Months beyond, for a warning; never a refusal. */
export const backPayBeyond = (arrears: Arrears, settings: DuesSettings): number =>
  Math.max(0, arrears.months.length - settings.backPayMonths);
