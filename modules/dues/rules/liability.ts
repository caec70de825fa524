import { formatYuan, type Money } from '#kernel/money';
import {
  addToMonth,
  dayNumberOf,
  monthOf,
  monthsFromTo,
  type PlainDate,
  type PlainMonth,
} from '#kernel/plain-date';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import { citation, ruleOf } from '#kernel/rule';
import { assess, type AmountRefusal, type PayerKind } from './amount.ts';
import { DUES_RULES } from './catalogue.ts';
import { covers, type CollectionSpan, type MonthSpan } from './collection.ts';
import type { DuesSettings } from './settings.ts';

/** What was fixed (核定) for a member: how dues are reckoned, and from which base in fen. */
export interface BaseSpan extends MonthSpan {
  readonly kind: PayerKind;
  readonly base: Money | null;
}

/** 减免: what is paid a month instead (0: nothing). Counts only once the next higher committee approved. */
export interface ReliefSpan extends MonthSpan {
  readonly amount: Money;
  readonly approvedOn: PlainDate | null;
}

/** A difference owed for a month already reckoned, put down when it was decided (补缴). */
export interface Supplement {
  readonly month: PlainMonth;
  readonly amount: Money;
  readonly decidedOn: PlainDate;
  readonly reason: string;
}

export interface DuesFacts {
  /** Months for which this branch collects; see `collectionMonths`. */
  readonly membership: readonly CollectionSpan[];
  readonly bases: readonly BaseSpan[];
  readonly reliefs: readonly ReliefSpan[];
  readonly supplements: readonly Supplement[];
}

export interface DueLine {
  readonly month: PlainMonth;
  /** `back`: 补缴 for months before it could be asked for; in arrears only from `claimableFrom` on. */
  readonly kind: 'regular' | 'back';
  readonly claimableFrom: PlainMonth;
  /** Fen; null where no base was fixed for the month (nothing is guessed). */
  readonly due: Money | null;
  readonly explanation: string;
}

export type LiabilityRefusal =
  | Refusal<'dues.bases_overlap' | 'dues.relief_above_due'>
  | AmountRefusal;

function reliefAt(reliefs: readonly ReliefSpan[], month: PlainMonth): ReliefSpan | undefined {
  return reliefs.find((relief) => relief.approvedOn !== null && covers(relief, month));
}

function lineOf(
  facts: DuesFacts,
  span: CollectionSpan,
  month: PlainMonth,
  settings: DuesSettings,
): Result<DueLine, LiabilityRefusal> {
  const claimableFrom = span.claimableFrom > month ? span.claimableFrom : month;
  const common = {
    month,
    claimableFrom,
    kind: claimableFrom > month ? 'back' : 'regular',
  } as const;
  const relief = reliefAt(facts.reliefs, month);
  const bases = facts.bases.filter((base) => covers(base, month));
  const [base] = bases;
  if (bases.length > 1) return refuse('dues.bases_overlap', { month });
  if (base === undefined) {
    return ok({ ...common, due: null, explanation: `${month} 未核定` });
  }
  const assessed = assess(base.kind, base.base, settings);
  if (!assessed.ok) return assessed;
  if (relief === undefined) {
    return ok({ ...common, due: assessed.value.amount, explanation: assessed.value.explanation });
  }
  if (relief.amount > assessed.value.amount) {
    return refuse('dues.relief_above_due', { month, fen: relief.amount });
  }
  const word = relief.amount === 0 ? '免交' : `少交，每月${formatYuan(relief.amount, true)}元`;
  const explanation = `经批准${word}${citation(ruleOf(DUES_RULES, 'dues.relief'))}`;
  return ok({ ...common, due: relief.amount, explanation });
}

/**
 * What a member owes this branch for each month of a range (inclusive), oldest first, with the
 * supplements put down for these months. Refuses overlapping bases and a relief above the amount due.
 */
export function duesOver(
  facts: DuesFacts,
  from: PlainMonth,
  to: PlainMonth,
  settings: DuesSettings,
): Result<DueLine[], LiabilityRefusal> {
  const lines: DueLine[] = [];
  for (const month of monthsFromTo(from, to)) {
    const span = facts.membership.find((candidate) => covers(candidate, month));
    if (span !== undefined) {
      const line = lineOf(facts, span, month, settings);
      if (!line.ok) return line;
      lines.push(line.value);
    }
    for (const supplement of facts.supplements) {
      if (supplement.month !== month) continue;
      const late = dayNumberOf(supplement.decidedOn) > settings.collectionDay ? 1 : 0;
      lines.push({
        month,
        kind: 'back',
        claimableFrom: addToMonth(monthOf(supplement.decidedOn), late),
        due: supplement.amount,
        explanation: `补缴差额${formatYuan(supplement.amount, true)}元（${supplement.reason}）`,
      });
    }
  }
  return ok(lines);
}
