import {
  addToMonth,
  dayNumberOf,
  monthOf,
  type PlainDate,
  type PlainMonth,
} from '#kernel/plain-date';
import type { DuesSettings } from './settings.ts';

/** Months inclusive; `to` null while it holds. */
export interface MonthSpan {
  readonly from: PlainMonth;
  readonly to: PlainMonth | null;
}

export const covers = (span: MonthSpan, month: PlainMonth): boolean =>
  span.from <= month && (span.to === null || month <= span.to);

/** `claimableFrom`: where dues arose later than the month they are for (a new probationary member). */
export interface CollectionSpan extends MonthSpan {
  readonly claimableFrom: PlainMonth;
}

export interface MembershipFacts {
  /** Day of the members' meeting that accepted, where the member joined in this branch. */
  readonly acceptedOn: PlainDate | null;
  /** Day on which the acceptance was approved. */
  readonly approvedOn: PlainDate | null;
  /** 党费交至, from the letter of a transfer into the branch; with `transferredInOn` where it is blank. */
  readonly paidThroughBefore: PlainMonth | null;
  readonly transferredInOn: PlainDate | null;
  /** For a roster brought in: first month whose dues are kept here; goes before the other starts. */
  readonly keptFrom: PlainMonth | null;
  readonly end: MembershipEnd | null;
}

export type MembershipEnd =
  | {
      readonly kind: 'transferred_out';
      readonly on: PlainDate;
      readonly paidThrough: PlainMonth | null;
    }
  | { readonly kind: 'died' | 'left'; readonly on: PlainDate };

/** First month a branch collects after a transfer in: after 党费交至, else the month after it. */
export const firstMonthAfterTransfer = (
  paidThrough: PlainMonth | null,
  on: PlainDate,
): PlainMonth => addToMonth(paidThrough ?? monthOf(on), 1);

/**
 * Last month the branch collects. Transfer out: the month on the letter, else the month of leaving, so
 * that sender and receiver never ask for the same month. Death: the month before. Leaving: that month.
 */
export function lastMonthOf(end: MembershipEnd): PlainMonth {
  if (end.kind === 'transferred_out') return end.paidThrough ?? monthOf(end.on);
  return end.kind === 'died' ? addToMonth(monthOf(end.on), -1) : monthOf(end.on);
}

/**
 * Months for which this branch collects from a member; null while nothing can be asked
 * (acceptance not yet approved, or no start known), or where the end lies before the start.
 * A probationary member's dues run from the month of the members' meeting (`dues.start`) and can be
 * asked for from the month of approval, or the next one where the collection day has passed.
 */
export function collectionMonths(
  facts: MembershipFacts,
  settings: DuesSettings,
): CollectionSpan | null {
  let from: PlainMonth;
  let claimableFrom: PlainMonth;
  if (facts.keptFrom !== null) {
    from = facts.keptFrom;
    claimableFrom = from;
  } else if (facts.acceptedOn !== null) {
    if (facts.approvedOn === null) return null;
    from = monthOf(facts.acceptedOn);
    const late = dayNumberOf(facts.approvedOn) > settings.collectionDay ? 1 : 0;
    claimableFrom = addToMonth(monthOf(facts.approvedOn), late);
  } else if (facts.transferredInOn !== null) {
    from = firstMonthAfterTransfer(facts.paidThroughBefore, facts.transferredInOn);
    const arrived = monthOf(facts.transferredInOn);
    claimableFrom = arrived > from ? arrived : from;
  } else return null;
  const to = facts.end === null ? null : lastMonthOf(facts.end);
  if (to !== null && to < from) return null;
  return { from, to, claimableFrom };
}
