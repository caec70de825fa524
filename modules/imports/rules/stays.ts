import { addYears, type PlainDate } from '#kernel/plain-date';
import type { RosterValues } from '#modules/members';

/** Category where a row has none: probationary within the first year and without 转正日期, else full. */
export function assumedCategory(values: RosterValues, asOf: PlainDate): 'full' | 'probationary' {
  const { joinedOn, regularisedOn } = values;
  const young = joinedOn !== undefined && joinedOn.day > addYears(asOf, -1);
  return regularisedOn === undefined && young ? 'probationary' : 'full';
}

/** How somebody new stands in the roster: from a day on, as full member from `turnedOn` on where it is set. */
export interface FirstStay {
  readonly category: 'full' | 'probationary';
  readonly from: PlainDate;
  /** After `from`: probationary until then. */
  readonly turnedOn: PlainDate | null;
}

/**
 * The stay of somebody new: not before joining (EDU19 art. 24), as probationary until 转正日期 where
 * that lies later. Without days: from the day on as the row says.
 */
export function firstStay(
  values: RosterValues,
  category: 'full' | 'probationary',
  from: PlainDate,
  asOf: PlainDate,
): FirstStay {
  const { joinedOn, regularisedOn } = values;
  const start = joinedOn !== undefined && joinedOn.day > from ? joinedOn.day : from;
  const turned = regularisedOn?.day;
  const later = category === 'full' && turned !== undefined && turned > start && turned <= asOf;
  return { category, from: start, turnedOn: later ? turned : null };
}
