import { addMoney, formatYuan, subtractMoney, ZERO, type Money } from '#kernel/money';
import { monthOf, monthsFromTo, yearOf, type PlainDate, type PlainMonth } from '#kernel/plain-date';
import { basisOf, ruleOf } from '#kernel/rule';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import type { Settlement } from './allocation.ts';
import { assess, type AmountRefusal, type PayerKind } from './amount.ts';
import type { Supplement } from './liability.ts';
import { DUES_RULES } from './catalogue.ts';
import type { DuesSettings } from './settings.ts';

/** Who handed the money over. A unit is offered by the form nowhere and refused here. */
export type Payer =
  | { readonly kind: 'self' }
  | { readonly kind: 'relative'; readonly name: string }
  | { readonly kind: 'member'; readonly personId: string }
  | { readonly kind: 'unit'; readonly name: string };

export type PayerRefusal = Refusal<
  'dues.paid_by_unit' | 'dues.paid_for_without_name' | 'dues.paid_for_self'
>;

/** DUES08 art. 12: through relatives or other members. Art. 14: never by the unit (垫交, 扣缴). */
export function checkPayer(payer: Payer, ownerId: string): Result<Payer, PayerRefusal> {
  if (payer.kind === 'unit') return refuse('dues.paid_by_unit', { name: payer.name });
  if (payer.kind === 'relative' && payer.name.trim() === '')
    return refuse('dues.paid_for_without_name');
  if (payer.kind === 'member' && payer.personId === ownerId) return refuse('dues.paid_for_self');
  return ok(payer);
}

/** One person may not both take the money and keep the account (`dues.account`). */
export function checkSeparation(
  cashierId: string,
  accountKeeperId: string,
): Result<null, Refusal<'dues.cashier_is_account_keeper'>> {
  return cashierId === accountKeeperId ? refuse('dues.cashier_is_account_keeper') : ok(null);
}

export type RemittanceRefusal = Refusal<
  'dues.remittance_sum_differs' | 'dues.remittance_empty' | 'dues.receipt_remitted_twice'
>;

/** What is handed up equals the sum of the receipts listed, none of them handed up before. */
export function checkRemittance(
  amount: Money,
  receipts: readonly { readonly id: string; readonly amount: Money; readonly remitted: boolean }[],
): Result<Money, RemittanceRefusal> {
  if (receipts.length === 0) return refuse('dues.remittance_empty');
  const seen = new Set<string>();
  for (const receipt of receipts) {
    if (receipt.remitted || seen.has(receipt.id)) {
      return refuse('dues.receipt_remitted_twice', { id: receipt.id });
    }
    seen.add(receipt.id);
  }
  const sum = addMoney(...receipts.map((receipt) => receipt.amount));
  return sum === amount ? ok(sum) : refuse('dues.remittance_sum_differs', { sum, amount });
}

/** DUES17 item 1: a voluntary sum of 1,000 yuan or more at once goes to the Centre whole. */
export const isLargeVoluntary = (amount: Money): boolean => amount >= 100_000;

/** A remark beside an act of this module; it blocks nothing. */
export interface DuesAdvice {
  readonly code: string;
  readonly text: string;
  readonly basis: string;
}

function advise(code: string, ruleId: string, text: string): DuesAdvice {
  return { code, text, basis: basisOf(ruleOf(DUES_RULES, ruleId)) };
}

/** Said when whoever hands the money up took every yuan of it alone: a second pair of eyes is missing. */
export function separationAdvice(takenBy: readonly string[], handedBy: string): DuesAdvice[] {
  const alone = takenBy.length > 0 && takenBy.every((one) => !checkSeparation(one, handedBy).ok);
  return alone
    ? [
        advise(
          'dues.cashier_is_account_keeper',
          'dues.account',
          '这些党费的收款和上缴都由同一个人经办。会计、出纳应当分设，请另一位同志核对后签字。',
        ),
      ]
    : [];
}

/** Said of voluntary sums that go to the Centre whole and are not kept or allotted on the way. */
export function largeVoluntaryAdvice(
  receipts: readonly {
    readonly name: string;
    readonly amount: Money;
    readonly voluntary: boolean;
  }[],
): DuesAdvice[] {
  const large = receipts.filter((one) => one.voluntary && isLargeVoluntary(one.amount));
  if (large.length === 0) return [];
  const whose = large.map((one) => `${one.name}${formatYuan(one.amount)}元`).join('、');
  return [
    advise(
      'dues.large_voluntary',
      'dues.large',
      `自愿一次多交1000元以上的全部上缴中央，由中央组织部出具收据：${whose}。上缴时请单独注明。`,
    ),
  ];
}

/** What the notice board shows of a member: due and paid, never the base (`dues.publish.branch`). */
export interface PublishedRow {
  readonly name: string;
  readonly due: Money;
  readonly paid: Money;
  readonly open: Money;
}

/** Advances are not shown, so that `paid` never passes `due`. */
export const publish = (name: string, settlement: Settlement): PublishedRow => {
  const paid = addMoney(ZERO, ...settlement.lines.map((line) => line.paid));
  return { name, due: settlement.due, paid, open: subtractMoney(settlement.due, paid) };
};

/** Events upon which dues are fixed anew in mid-year (situation 8); otherwise each January. */
export const MID_YEAR_EVENTS = {
  accepted: '接收预备党员',
  transferred_in: '转入',
  retired: '退休',
  unemployed: '失业',
  employed: '入职',
  relief: '减免',
} as const;
export type MidYearEvent = keyof typeof MID_YEAR_EVENTS;

export interface PayChange {
  readonly kind: PayerKind;
  /** Base that was fixed and the new one, in fen a month. */
  readonly oldBase: Money;
  readonly newBase: Money;
  /** Month of the new wage. */
  readonly from: PlainMonth;
  readonly decidedOn: PlainDate;
  readonly event: MidYearEvent | null;
}

export interface PayChangePlan {
  /** First month reckoned from the new base. */
  readonly newBaseFrom: PlainMonth;
  /** 补缴 lines for months already reckoned; receipts stay as they are. */
  readonly supplements: readonly Supplement[];
}

/**
 * What a change of pay does. An event: from its month. Otherwise by the setting: `keep` (default,
 * DUES17 item 1) until next January; `from_month` from the month of the new wage, the difference of
 * months already past as 补缴. A lower wage is never paid back: it counts from the month of decision.
 */
export function planPayChange(
  change: PayChange,
  settings: DuesSettings,
): Result<PayChangePlan, AmountRefusal | Refusal<'dues.pay_change_in_future'>> {
  const decided = monthOf(change.decidedOn);
  if (change.from > decided) return refuse('dues.pay_change_in_future', { month: change.from });
  if (change.event !== null) return ok({ newBaseFrom: change.from, supplements: [] });
  if (settings.payChange === 'keep') {
    return ok({ newBaseFrom: `${yearOf(decided) + 1}-01` as PlainMonth, supplements: [] });
  }
  const before = assess(change.kind, change.oldBase, settings);
  if (!before.ok) return before;
  const after = assess(change.kind, change.newBase, settings);
  if (!after.ok) return after;
  const difference = subtractMoney(after.value.amount, before.value.amount);
  const past = monthsFromTo(change.from, decided).filter((month) => month < decided);
  const supplements =
    difference <= 0
      ? []
      : past.map((month) => ({
          month,
          amount: difference,
          decidedOn: change.decidedOn,
          reason: `自${change.from}起领取新工资`,
        }));
  return ok({ newBaseFrom: decided, supplements });
}
