import { formatYuan, money, type Money } from '#kernel/money';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import { citation, ruleOf } from '#kernel/rule';
import { DUES_RULES } from './catalogue.ts';
import type { DuesSettings, Rounding } from './settings.ts';

/** How a member's dues are reckoned (DUES08 arts. 2–6). */
export const PAYER_KINDS = {
  wage: { name: '按月领取工资的党员', base: '税后月固定收入' },
  annual_salary: { name: '实行年薪制的党员', base: '当月实际领取的薪酬' },
  self_employed: { name: '不按月取得收入的个体经营者等', base: '上季度月平均纯收入' },
  retired: { name: '离退休党员', base: '月离退休费' },
  farmer: { name: '农民党员', base: null },
  farmer_income: { name: '有固定收入的农民党员', base: '月纯收入或报酬' },
  student: { name: '学生党员', base: null },
  unemployed: { name: '下岗失业或领取低保、抚恤、救济的党员', base: null },
} as const satisfies Record<string, { name: string; base: string | null }>;

export type PayerKind = keyof typeof PAYER_KINDS;

/** Upper bound in fen, inclusive (null: open), rate in basis points (1 = 0.01 %), id of the rule. */
export interface Bracket {
  readonly upTo: Money | null;
  readonly basisPoints: number;
  readonly rule: string;
}

/** DUES08 art. 2: the whole base is multiplied by the one rate of its bracket. */
export const WAGE_BRACKETS: readonly Bracket[] = [
  { upTo: money(300_000), basisPoints: 50, rule: 'dues.wage.b1' },
  { upTo: money(500_000), basisPoints: 100, rule: 'dues.wage.b2' },
  { upTo: money(1_000_000), basisPoints: 150, rule: 'dues.wage.b3' },
  { upTo: null, basisPoints: 200, rule: 'dues.wage.b4' },
];

/** DUES08 art. 5. */
export const RETIRED_BRACKETS: readonly Bracket[] = [
  { upTo: money(500_000), basisPoints: 50, rule: 'dues.retired.low' },
  { upTo: null, basisPoints: 100, rule: 'dues.retired.high' },
];

/** Larger bases are typing errors: ten million yuan a month. */
export const MAX_BASE = money(1_000_000_000);

const ROUNDING_FEN: Record<Rounding, number> = { fen: 1, jiao: 10, yuan: 100 };
const ROUNDING_NAME: Record<Rounding, string> = { fen: '分', jiao: '角', yuan: '元' };

export interface Assessment {
  /** Fen a month. */
  readonly amount: Money;
  /** Ids of the rules used, the rate first. */
  readonly rules: readonly string[];
  /** `税后月固定收入4,800.00元×1%=48.00元（依据：…第2条）`. */
  readonly explanation: string;
  /** DUES17 item 1: above the soft cap the excess is voluntary. */
  readonly advice: { readonly code: 'dues.above_soft_cap'; readonly cap: Money } | null;
}

export type AmountRefusal = Refusal<
  'dues.base_missing' | 'dues.base_not_used' | 'dues.base_out_of_range'
>;

const percent = (basisPoints: number): string => `${basisPoints / 100}%`;

/** base × rate, rounded half up to the unit, in whole numbers throughout. */
export function applyRate(base: Money, basisPoints: number, rounding: Rounding): Money {
  const divisor = 10_000 * ROUNDING_FEN[rounding];
  return money(
    Math.floor((2 * base * basisPoints + divisor) / (2 * divisor)) * ROUNDING_FEN[rounding],
  );
}

export const bracketOf = (brackets: readonly Bracket[], base: Money): Bracket => {
  const found = brackets.find((bracket) => bracket.upTo === null || base <= bracket.upTo);
  if (found === undefined) throw new RangeError('brackets are not open upwards');
  return found;
};

function fixed(kind: 'farmer' | 'student' | 'unemployed', settings: DuesSettings): Assessment {
  const amount = {
    farmer: settings.farmerMonthly,
    student: settings.studentMonthly,
    unemployed: settings.unemployedMonthly,
  }[kind];
  const rule = ruleOf(DUES_RULES, `dues.${kind}`);
  const explanation = `${PAYER_KINDS[kind].name}每月${formatYuan(amount)}元${citation(rule)}`;
  return { amount, rules: [rule.id], explanation, advice: null };
}

const KIND_RULE: Partial<Record<PayerKind, string>> = {
  annual_salary: 'dues.annual',
  self_employed: 'dues.self',
  farmer_income: 'dues.farmer.income',
};

/**
 * Monthly dues of a payer. `base` in fen, null for the kinds with a fixed amount.
 * Refuses a missing base, a base where none is used, and one below 0 or above `MAX_BASE`.
 */
export function assess(
  kind: PayerKind,
  base: Money | null,
  settings: DuesSettings,
): Result<Assessment, AmountRefusal> {
  if (kind === 'farmer' || kind === 'student' || kind === 'unemployed') {
    return base === null ? ok(fixed(kind, settings)) : refuse('dues.base_not_used', { kind });
  }
  if (base === null) return refuse('dues.base_missing', { kind });
  if (base < 0 || base > MAX_BASE) return refuse('dues.base_out_of_range', { fen: base });
  const bracket = bracketOf(kind === 'retired' ? RETIRED_BRACKETS : WAGE_BRACKETS, base);
  const amount = applyRate(base, bracket.basisPoints, settings.rounding);
  const exact = base * bracket.basisPoints === amount * 10_000;
  const rule = ruleOf(DUES_RULES, bracket.rule);
  const own = KIND_RULE[kind];
  const note =
    exact || settings.rounding === 'fen' ? '' : `，四舍五入到${ROUNDING_NAME[settings.rounding]}`;
  const explanation =
    `${PAYER_KINDS[kind].base}${formatYuan(base, true)}元×${percent(bracket.basisPoints)}` +
    `${exact ? '=' : '≈'}${formatYuan(amount, true)}元${note}${citation(rule)}`;
  return ok({
    amount,
    rules: own === undefined ? [rule.id] : [rule.id, own],
    explanation,
    advice:
      amount > settings.softCap ? { code: 'dues.above_soft_cap', cap: settings.softCap } : null,
  });
}
