import { addMoney, formatYuan, subtractMoney, ZERO, type Money } from '#kernel/money';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import { citation, ruleOf } from '#kernel/rule';
import { DUES_RULES } from './catalogue.ts';

/** Whose pay slip it is (DUES08 art. 1; retired: local text). */
export const STAFF_KINDS = {
  civil: '公务员',
  worker: '机关工人',
  institution: '事业单位工作人员',
  enterprise: '企业人员',
  retired: '离退休人员',
} as const;
export type StaffKind = keyof typeof STAFF_KINDS;

/** `counts`: in the base; `deducted`: taken off, since the base is after tax; `excluded`: left out. */
export type ItemEffect = 'counts' | 'deducted' | 'excluded';

export interface BaseItem {
  readonly name: string;
  readonly effect: ItemEffect;
  readonly rule: string;
  /** Pay slips on which the item stands; absent: all. */
  readonly of?: readonly StaffKind[];
}

const EXCLUDE = 'dues.base.exclude';
const OFFICE: readonly StaffKind[] = ['civil', 'worker', 'institution'];

/** Items of a pay slip and what becomes of them (DUES08 art. 1; DUES17 items 2 and 3). */
export const BASE_ITEMS = {
  post_pay: { name: '职务工资', effect: 'counts', rule: 'dues.base.civil', of: ['civil'] },
  grade_pay: { name: '级别工资', effect: 'counts', rule: 'dues.base.civil', of: ['civil'] },
  position_pay: {
    name: '岗位工资',
    effect: 'counts',
    rule: 'dues.base.general',
    of: ['worker', 'institution', 'enterprise'],
  },
  technical_grade_pay: {
    name: '技术等级（职务）工资',
    effect: 'counts',
    rule: 'dues.base.worker',
    of: ['worker'],
  },
  scale_pay: {
    name: '薪级工资',
    effect: 'counts',
    rule: 'dues.base.institution',
    of: ['institution'],
  },
  performance_basic: {
    name: '基础性绩效工资',
    effect: 'counts',
    rule: 'dues.base.performance',
    of: ['institution'],
  },
  performance_incentive: {
    name: '奖励性绩效工资',
    effect: 'excluded',
    rule: 'dues.base.performance',
    of: ['institution'],
  },
  allowance_general: {
    name: '规范后普遍发放的津贴补贴',
    effect: 'counts',
    rule: 'dues.base.general',
    of: OFFICE,
  },
  allowance_limited: {
    name: '仅部分地区、单位、岗位发放的津贴补贴',
    effect: 'excluded',
    rule: EXCLUDE,
  },
  basic_pay: {
    name: '基本工资',
    effect: 'counts',
    rule: 'dues.base.enterprise',
    of: ['enterprise'],
  },
  bonus_regular: {
    name: '经常性、普遍性奖金',
    effect: 'counts',
    rule: 'dues.base.enterprise',
    of: ['enterprise'],
  },
  bonus_irregular: {
    name: '非经常性、非普遍性奖金',
    effect: 'excluded',
    rule: 'dues.base.performance',
    of: ['enterprise'],
  },
  pension: { name: '基本离退休费', effect: 'counts', rule: 'dues.base.retired', of: ['retired'] },
  pension_increase: {
    name: '国家统一增加的离退休费',
    effect: 'counts',
    rule: 'dues.base.retired',
    of: ['retired'],
  },
  pension_subsidy: {
    name: '普遍发放的离退休补贴',
    effect: 'counts',
    rule: 'dues.base.retired',
    of: ['retired'],
  },
  care_fee: { name: '护理费', effect: 'excluded', rule: 'dues.base.retired', of: ['retired'] },
  disability_pension: {
    name: '残疾抚恤金',
    effect: 'excluded',
    rule: 'dues.base.retired',
    of: ['retired'],
  },
  reform_subsidy: {
    name: '住房、交通、通信、加班、误餐、取暖、降温、物业等改革性补贴',
    effect: 'excluded',
    rule: EXCLUDE,
  },
  income_tax: { name: '个人所得税', effect: 'deducted', rule: EXCLUDE },
  social_insurance: { name: '个人缴纳的社会保险费', effect: 'deducted', rule: EXCLUDE },
  housing_fund: { name: '个人缴存的住房公积金', effect: 'deducted', rule: EXCLUDE },
  annuity: { name: '个人缴纳的职业年金、企业年金', effect: 'deducted', rule: EXCLUDE },
} as const satisfies Record<string, BaseItem>;

export type BaseItemCode = keyof typeof BASE_ITEMS;

export interface BaseLine {
  readonly item: BaseItemCode;
  /** Fen, not negative; deductions are positive too. */
  readonly amount: Money;
}

export interface BaseSum {
  readonly base: Money;
  readonly counted: Money;
  readonly deducted: Money;
  readonly excluded: Money;
  /** `职务工资2,000.00元＋级别工资1,500.00元－个人所得税…＝3,400.00元（依据：…第1条）`. */
  readonly explanation: string;
}

export type BaseRefusal = Refusal<
  'dues.base_item_not_for_kind' | 'dues.base_item_negative' | 'dues.base_below_zero'
>;

/** Items that a pay slip of that kind may show, in table order. */
export const itemsFor = (kind: StaffKind): readonly BaseItemCode[] =>
  (Object.keys(BASE_ITEMS) as BaseItemCode[]).filter((code) => {
    const item: BaseItem = BASE_ITEMS[code];
    return item.of === undefined || item.of.includes(kind);
  });

/** Base of a month from the items of a pay slip. */
export function baseOf(kind: StaffKind, lines: readonly BaseLine[]): Result<BaseSum, BaseRefusal> {
  const sums: Record<ItemEffect, Money> = { counts: ZERO, deducted: ZERO, excluded: ZERO };
  const allowed = itemsFor(kind);
  let text = '';
  for (const { item, amount } of lines) {
    const entry: BaseItem = BASE_ITEMS[item];
    if (!allowed.includes(item))
      return refuse('dues.base_item_not_for_kind', { item: entry.name, kind });
    if (amount < 0) return refuse('dues.base_item_negative', { item: entry.name, fen: amount });
    sums[entry.effect] = addMoney(sums[entry.effect], amount);
    if (entry.effect === 'excluded') continue;
    const sign = entry.effect === 'counts' ? (text === '' ? '' : '＋') : '－';
    text += `${sign}${entry.name}${formatYuan(amount, true)}元`;
  }
  const base = subtractMoney(sums.counts, sums.deducted);
  if (base < 0) return refuse('dues.base_below_zero', { fen: base });
  const rule = ruleOf(DUES_RULES, kind === 'retired' ? 'dues.base.retired' : 'dues.base.general');
  return ok({
    base,
    counted: sums.counts,
    deducted: sums.deducted,
    excluded: sums.excluded,
    explanation: `${text}＝${formatYuan(base, true)}元${citation(rule)}`,
  });
}
