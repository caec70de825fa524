import { addMoney, subtractMoney, ZERO, type Money } from '#kernel/money';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';

/** What dues may be spent on. Two local rules list the same five; the text itself was not read. */
export const PURPOSES = {
  training: '培训党员',
  materials: '订阅或购买学习资料和设备',
  commendation: '表彰先进',
  hardship: '补助生活困难党员',
  disaster: '补助遭受严重自然灾害的党员和修缮党员教育设施',
} as const;

interface Dated {
  readonly on: PlainDate;
  readonly amount: Money;
}

/** Money a branch may spend on a day: what came back from above less what was used by then. */
export const balanceOn = (
  allotments: readonly Dated[],
  uses: readonly Dated[],
  day: PlainDate,
): Money => {
  const sum = (rows: readonly Dated[]) =>
    addMoney(ZERO, ...rows.filter((row) => row.on <= day).map((row) => row.amount));
  return subtractMoney(sum(allotments), sum(uses));
};

export type UseRefusal = Refusal<
  'dues.use_above_balance' | 'dues.use_before_decision' | 'dues.amount_not_positive'
>;

/**
 * A use is decided together before it is made, and rests on money returned or allotted: dues just
 * collected are handed up whole and pay for nothing. The balance holds on the day and on every later one.
 */
export function checkUse(
  use: Dated & { readonly decidedOn: PlainDate },
  allotments: readonly Dated[],
  uses: readonly Dated[],
): Result<null, UseRefusal> {
  if (use.amount <= 0) return refuse('dues.amount_not_positive');
  if (use.decidedOn > use.on) return refuse('dues.use_before_decision');
  const days = [use.on, ...uses.map((row) => row.on).filter((on) => on > use.on)];
  const least = Math.min(...days.map((day) => balanceOn(allotments, uses, day))) as Money;
  return use.amount <= least ? ok(null) : refuse('dues.use_above_balance', { balance: least });
}
