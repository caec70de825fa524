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

/** Why a month's amount is what it is; null where no base was fixed. */
type Ground =
  | { readonly by: 'base'; readonly assessed: Assessment }
  | { readonly by: 'relief'; readonly relief: ReliefSpan }
  | { readonly by: 'supplement'; readonly supplement: Supplement };

type Owed = Result<Ground | null, LiabilityRefusal>;
type Reckon = (base: BaseSpan, settings: DuesSettings) => Owed;

/** Each base is reckoned once for the settings of its months, not once a month. */
function reckoner(): Reckon {
  const done = new Map<BaseSpan, Map<DuesSettings, Owed>>();
  return (base, settings) => {
    const ofBase = done.get(base) ?? new Map<DuesSettings, Owed>();
    done.set(base, ofBase);
    const known = ofBase.get(settings);
    if (known !== undefined) return known;
    const assessed = assess(base.kind, base.base, settings);
    const owed: Owed = assessed.ok ? ok({ by: 'base', assessed: assessed.value }) : assessed;
    ofBase.set(settings, owed);
    return owed;
  };
}

/** Told of each thing owed, oldest first: its month, from when it can be asked for, fen (null: not fixed). */
export type OnDue = (
  month: PlainMonth,
  claimableFrom: PlainMonth,
  due: Money | null,
  ground: Ground | null,
) => void;

const explain = (month: PlainMonth, ground: Ground | null): string => {
  if (ground === null) return `${month} 未核定`;
  if (ground.by === 'base') return ground.assessed.explanation;
  if (ground.by === 'supplement') {
    const { amount, reason } = ground.supplement;
    return `补缴差额${formatYuan(amount, true)}元（${reason}）`;
  }
  const { amount } = ground.relief;
  const word = amount === 0 ? '免交' : `少交，每月${formatYuan(amount, true)}元`;
  return `经批准${word}${citation(ruleOf(DUES_RULES, 'dues.relief'))}`;
};

const NOT_FIXED: Owed = ok(null);

/** What is owed for a month in the roster. Refuses where two bases hold at once. */
function owedFor(
  facts: DuesFacts,
  month: PlainMonth,
  settings: DuesSettings,
  reckon: Reckon,
): Owed {
  let base: BaseSpan | undefined;
  for (const one of facts.bases) {
    if (!covers(one, month)) continue;
    if (base !== undefined) return refuse('dues.bases_overlap', { month });
    base = one;
  }
  if (base === undefined) return NOT_FIXED;
  const owed = reckon(base, settings);
  const relief = facts.reliefs.find((one) => one.approvedOn !== null && covers(one, month));
  // A relief never raises what is due, also where a later 核定 came to less than it.
  return !owed.ok || relief === undefined || relief.amount > (amountOf(owed.value) ?? 0)
    ? owed
    : ok({ by: 'relief', relief });
}

const amountOf = (ground: Ground | null): Money | null => {
  if (ground === null) return null;
  if (ground.by === 'base') return ground.assessed.amount;
  return ground.by === 'relief' ? ground.relief.amount : ground.supplement.amount;
};

/**
 * Goes through what a member owes this branch in `months` (without gaps, oldest first), with the
 * supplements put down for these months, each month by the settings that held in it. Makes nothing by
 * itself, so that a county's sums cost no list of lines. A refusal where bases overlap, else null.
 */
export function eachDue(
  facts: DuesFacts,
  months: readonly PlainMonth[],
  settingsAt: SettingsAt,
  onDue: OnDue,
): LiabilityRefusal | null {
  const reckon = reckoner();
  for (const month of months) {
    const span = facts.membership.find((candidate) => covers(candidate, month));
    if (span !== undefined) {
      const ground = owedFor(facts, month, settingsAt(month), reckon);
      if (!ground.ok) return ground.refusal;
      const claimableFrom = span.claimableFrom > month ? span.claimableFrom : month;
      onDue(month, claimableFrom, amountOf(ground.value), ground.value);
    }
    for (const supplement of facts.supplements) {
      if (supplement.month !== month) continue;
      const { collectionDay } = settingsAt(monthOf(supplement.decidedOn));
      const late = dayNumberOf(supplement.decidedOn) > collectionDay ? 1 : 0;
      const claimableFrom = addToMonth(monthOf(supplement.decidedOn), late);
      onDue(month, claimableFrom, supplement.amount, { by: 'supplement', supplement });
    }
  }
  return null;
}

/** What a member owes for each month of a range (inclusive), as lines; see `eachDue`. */
export function duesOver(
  facts: DuesFacts,
  from: PlainMonth,
  to: PlainMonth,
  settingsAt: SettingsAt,
): Result<DueLine[], LiabilityRefusal> {
  const lines: DueLine[] = [];
  const refusal = eachDue(
    facts,
    monthsFromTo(from, to),
    settingsAt,
    (month, claimableFrom, due, ground) => {
      const back = ground?.by === 'supplement' || claimableFrom > month;
      const kind = back ? 'back' : 'regular';
      lines.push({ month, claimableFrom, kind, due, explanation: explain(month, ground) });
    },
  );
  return refusal === null ? ok(lines) : { ok: false, refusal };
}
