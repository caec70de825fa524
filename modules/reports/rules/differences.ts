import {
  causesOf,
  figureText,
  type Cause,
  type Indicator,
  type Measured,
} from '#engines/indicator';

/** A cause in words, still with its rows. */
export interface WordedCause {
  readonly words: string;
  readonly amount: number;
  readonly added: Cause['added'];
  readonly removed: Cause['removed'];
}

export interface Difference {
  readonly indicator: Pick<Indicator, 'id' | 'name' | 'unit'>;
  readonly before: string;
  readonly after: string;
  /** In the unit of the rows; of a share in tenths of a per cent. */
  readonly amount: number;
  readonly causes: readonly WordedCause[];
}

const signed = (text: string): string => (text.startsWith('-') ? text : `+${text}`);

/** `+3`, `-120.00`: an amount in the unit of its figure. */
export const amountText = (unit: Indicator['unit'], amount: number): string =>
  unit === '%' ? signed((amount / 10).toFixed(1)) : signed(figureText(unit, amount));

/** How the two sides are called: last year against this one, or what was issued against today. */
export interface Sides {
  readonly new: string;
  readonly omitted: string;
  readonly more: string;
  readonly fewer: string;
  readonly changed: string;
}
export const YEARS: Sides = {
  new: '新增',
  omitted: '本期没有',
  more: '比上年多',
  fewer: '比上年少',
  changed: '同一记录数额不同',
};
export const SINCE_ISSUE: Sides = {
  new: '定稿后补录',
  omitted: '定稿后更正撤下',
  more: '定稿后补录',
  fewer: '定稿后更正撤下',
  changed: '定稿后更正数额',
};

function worded(
  cause: Cause,
  sides: Sides,
  names: ReadonlyMap<string, string>,
  manyOrgs: boolean,
): WordedCause {
  const { added, removed, changed, amount } = cause;
  const parts = [
    manyOrgs ? (names.get(cause.orgId) ?? '') : '',
    cause.group,
    sides[cause.kind],
  ].filter((part) => part !== '');
  return {
    words: parts.join('，'),
    amount,
    added: [...added, ...changed.map((one) => one.after)],
    removed: [...removed, ...changed.map((one) => one.before)],
  };
}

/** Tenths of a per cent, half up; nothing of nothing is 0. */
const tenths = (one: Measured): number =>
  one.of === 0 ? 0 : Math.floor((one.value * 1_000) / one.of + 0.5);

/**
 * Why a figure differs, with causes that add up to the difference. A share has two: other cases among
 * as many, and the same cases among more or fewer.
 */
export function differenceOf(
  indicator: Pick<Indicator, 'id' | 'name' | 'unit'>,
  before: Measured,
  after: Measured,
  sides: Sides,
  names: ReadonlyMap<string, string>,
): Difference {
  const texts = {
    indicator,
    before: figureText(indicator.unit, before.value, before.of),
    after: figureText(indicator.unit, after.value, after.of),
  };
  const causes = causesOf(before.rows, after.rows);
  const manyOrgs = new Set([...before.rows, ...after.rows].map((row) => row.orgId)).size > 1;
  if (indicator.unit !== '%') {
    return {
      ...texts,
      amount: after.value - before.value,
      causes: causes.map((cause) => worded(cause, sides, names, manyOrgs)),
    };
  }
  const amount = tenths(after) - tenths(before);
  const cases = tenths({ ...before, value: after.value }) - tenths(before);
  const added = causes.flatMap((cause) => cause.added);
  const removed = causes.flatMap((cause) => cause.removed);
  const rest = { added: [], removed: [] };
  return {
    ...texts,
    amount,
    causes: [
      { words: '符合条件的数变化', amount: cases, added, removed },
      { words: '总数变化', amount: amount - cases, ...rest },
    ].filter((cause) => cause.amount !== 0),
  };
}
