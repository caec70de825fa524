import { addYears, type PlainDate } from '#kernel/plain-date';
import type { RosterValues, Stay } from '#modules/members';

/** Category where a row has none: probationary within the first year and without 转正日期, else full. */
export function assumedCategory(values: RosterValues, asOf: PlainDate): 'full' | 'probationary' {
  const { joinedOn, regularisedOn } = values;
  const young = joinedOn !== undefined && joinedOn.day > addYears(asOf, -1);
  return regularisedOn === undefined && young ? 'probationary' : 'full';
}

/**
 * How somebody new stands in the roster from a day on: not before joining (EDU19 art. 24), as
 * probationary until 转正日期 where that lies later. Without days: from the day on as the row says.
 */
export function staysOf(
  values: RosterValues,
  category: 'full' | 'probationary',
  from: PlainDate,
  asOf: PlainDate,
): Stay[] {
  const { joinedOn, regularisedOn } = values;
  const start = joinedOn !== undefined && joinedOn.day > from ? joinedOn.day : from;
  const turned = regularisedOn?.day;
  if (category === 'full' && turned !== undefined && turned > start && turned <= asOf) {
    return [
      { from: start, to: turned, category: 'probationary' },
      { from: turned, to: null, category: 'full' },
    ];
  }
  return [{ from: start, to: null, category }];
}
