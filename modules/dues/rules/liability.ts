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
import { assess, type AmountRefusal, type Assessment, type PayerKind } from './amount.ts';
import { DUES_RULES } from './catalogue.ts';
import { covers, type CollectionSpan, type MonthSpan } from './collection.ts';
import type { DuesSettings, SettingsAt } from './settings.ts';

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

export type LiabilityRefusal = Refusal<'dues.bases_overlap'> | AmountRefusal;

type Reckon = (base: BaseSpan, settings: DuesSettings) => Result<Assessment, AmountRefusal>;

/** Each base is reckoned once for the settings of its months, not once a month. */
function reckoner(): Reckon {
  const done = new Map<BaseSpan, Map<DuesSettings, Result<Assessment, AmountRefusal>>>();
  return (base, settings) => {
    const ofBase = done.get(base) ?? new Map<DuesSettings, Result<Assessment, AmountRefusal>>();
    done.set(base, ofBase);
    const found = ofBase.get(settings) ?? assess(base.kind, base.base, settings);
    ofBase.set(settings, found);
    return found;
  };
}

function reliefAt(reliefs: readonly ReliefSpan[], month: PlainMonth): ReliefSpan | undefined {
  return reliefs.find((relief) => relief.approvedOn !== null && covers(relief, month));
}

function lineOf(
  facts: DuesFacts,
  span: CollectionSpan,
  month: PlainMonth,
  settings: DuesSettings,
  reckon: Reckon,
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
  const assessed = reckon(base, settings);
  if (!assessed.ok) return assessed;
  // A relief never raises what is due, also where a later 核定 came to less than it.
  if (relief === undefined || relief.amount > assessed.value.amount) {
    return ok({ ...common, due: assessed.value.amount, explanation: assessed.value.explanation });
  }
  const word = relief.amount === 0 ? '免交' : `少交，每月${formatYuan(relief.amount, true)}元`;
  const explanation = `经批准${word}${citation(ruleOf(DUES_RULES, 'dues.relief'))}`;
  return ok({ ...common, due: relief.amount, explanation });
}

/**
 * What a member owes this branch for each month of a range (inclusive), oldest first, with the
 * supplements put down for these months, each month by the settings that held in it. Refuses
 * overlapping bases.
 */
export function duesOver(
  facts: DuesFacts,
  from: PlainMonth,
  to: PlainMonth,
  settingsAt: SettingsAt,
): Result<DueLine[], LiabilityRefusal> {
  const lines: DueLine[] = [];
  const reckon = reckoner();
  for (const month of monthsFromTo(from, to)) {
    const span = facts.membership.find((candidate) => covers(candidate, month));
    if (span !== undefined) {
      const line = lineOf(facts, span, month, settingsAt(month), reckon);
      if (!line.ok) return line;
      lines.push(line.value);
    }
    for (const supplement of facts.supplements) {
      if (supplement.month !== month) continue;
      const { collectionDay } = settingsAt(monthOf(supplement.decidedOn));
      const late = dayNumberOf(supplement.decidedOn) > collectionDay ? 1 : 0;
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
