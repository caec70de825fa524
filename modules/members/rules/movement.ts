import { addDays, type PlainDate } from '#kernel/plain-date';

/** How a stay in a roster begins: ways of increase (增加方式). `opening`: there before the records began. */
export const WAYS_IN = {
  opening: '建档时在册',
  admitted: '接收预备党员',
  transferred_in: '组织关系转入',
  whole_in: '整建制转入',
  restored: '恢复党籍',
  found: '重新取得联系恢复',
  other_in: '其他增加',
} as const;
export type WayIn = keyof typeof WAYS_IN;

/** How it ends: ways of decrease (`status.values`; EDU19 arts. 24, 31). */
export const WAYS_OUT = {
  died: '去世',
  transferred_out: '组织关系转出',
  whole_out: '整建制转出',
  suspended: '停止党籍',
  expelled: '开除党籍',
  persuaded: '劝其退党',
  struck_off: '除名',
  left_by_own_act: '自行脱党除名',
  withdrew: '要求退党除名',
  qualification_cancelled: '取消预备党员资格',
  not_recognised: '不予承认党员身份',
  other_out: '其他减少',
} as const;
export type WayOut = keyof typeof WAYS_OUT;

/** Ways out that are entered as such; the others come from a procedure or a death. */
export const PLAIN_WAYS_OUT = {
  transferred_out: WAYS_OUT.transferred_out,
  whole_out: WAYS_OUT.whole_out,
  not_recognised: WAYS_OUT.not_recognised,
  other_out: WAYS_OUT.other_out,
} as const;

/** Changes inside a roster: they move nobody in or out (`regularised` counts in a table of its own). */
export const INNER_WAYS = {
  regularised: '转为正式党员',
  extended: '延长预备期',
  regrouped: '调整党小组或单位',
} as const;
export type InnerWay = keyof typeof INNER_WAYS;

/** A dated membership row as kept: `from` included, `to` excluded, null while it holds. */
export interface MembershipSpan {
  readonly personId: string;
  readonly orgId: string;
  readonly standing: 'normal' | 'suspended';
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly wayIn: WayIn | InnerWay;
  readonly wayOut: WayOut | InnerWay | null;
}

export interface MovementLine<Way extends string> {
  readonly way: Way;
  readonly personIds: readonly string[];
}

/** 党员增减变动表 over a span of days, both included: opening + in − out = closing. */
export interface Movement {
  readonly opening: readonly string[];
  readonly increases: readonly MovementLine<WayIn>[];
  readonly decreases: readonly MovementLine<WayOut>[];
  readonly closing: readonly string[];
}

interface Stay {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly wayIn: WayIn;
  readonly wayOut: WayOut;
}

const isWayIn = (way: string): way is WayIn => way in WAYS_IN;
const isWayOut = (way: string | null): way is WayOut => way !== null && way in WAYS_OUT;

/**
 * Rows that follow each other without a gap inside the scope are one stay: a move between two branches
 * of the scope, a regularisation or a new group is no increase. A stay ended by suspension ends as one.
 */
function staysOf(rows: readonly MembershipSpan[]): Stay[] {
  const suspended = rows.filter((row) => row.standing === 'suspended');
  const stays: Stay[] = [];
  for (const row of rows.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (row.standing === 'suspended') continue;
    const last = stays.at(-1);
    const own = isWayOut(row.wayOut) ? row.wayOut : 'other_out';
    const wayOut = suspended.some((after) => after.from === row.to) ? 'suspended' : own;
    if (last !== undefined && last.to === row.from) {
      stays[stays.length - 1] = { ...last, to: row.to, wayOut };
      continue;
    }
    const restored = suspended.some((before) => before.to === row.from);
    const wayIn = isWayIn(row.wayIn) ? row.wayIn : restored ? 'restored' : 'other_in';
    stays.push({ from: row.from, to: row.to, wayIn, wayOut });
  }
  return stays;
}

/**
 * Who came, who went, by way, over `from`–`to`. `spans`: rows of the scope's organisations only, as the
 * dated tree has them. A decrease falls on the first day somebody is no longer there.
 */
export function movementOf(
  spans: readonly MembershipSpan[],
  from: PlainDate,
  to: PlainDate,
): Movement {
  const byPerson = new Map<string, MembershipSpan[]>();
  for (const span of spans) {
    const rows = byPerson.get(span.personId);
    if (rows === undefined) byPerson.set(span.personId, [span]);
    else rows.push(span);
  }
  const before = addDays(from, -1);
  const opening: string[] = [];
  const closing: string[] = [];
  const came = new Map<WayIn, string[]>();
  const went = new Map<WayOut, string[]>();
  for (const [personId, rows] of byPerson) {
    for (const stay of staysOf(rows)) {
      const isThere = (on: PlainDate): boolean =>
        stay.from <= on && (stay.to === null || on < stay.to);
      if (isThere(before)) opening.push(personId);
      if (isThere(to)) closing.push(personId);
      if (stay.from >= from && stay.from <= to)
        came.set(stay.wayIn, [...(came.get(stay.wayIn) ?? []), personId]);
      if (stay.to !== null && stay.to >= from && stay.to <= to) {
        went.set(stay.wayOut, [...(went.get(stay.wayOut) ?? []), personId]);
      }
    }
  }
  const lines = <Way extends string>(
    names: object,
    found: ReadonlyMap<Way, string[]>,
  ): MovementLine<Way>[] =>
    (Object.keys(names) as Way[]).map((way) => ({ way, personIds: found.get(way) ?? [] }));
  return { opening, increases: lines(WAYS_IN, came), decreases: lines(WAYS_OUT, went), closing };
}

export const countOf = (lines: readonly MovementLine<string>[]): number =>
  lines.reduce((sum, line) => sum + line.personIds.length, 0);
