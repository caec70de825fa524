import type { Indicator, OrgFigure, Period, SourceRow } from '#engines/indicator';
import { chineseDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { EDUCATION_CODES } from './rules/codes.ts';
import {
  aged,
  flowCounts,
  flowRows,
  inList,
  regularisedCounts,
  regularisedRows,
  STOCK,
  stockCounts,
  stockRows,
  type Condition,
  type NamedStay,
  type OrgCount,
} from './store/figures.ts';

const figureOf = ({ org_id, n }: OrgCount): OrgFigure => ({ orgId: org_id, value: n, of: 1 });

const rowOf = (row: NamedStay, what: string): SourceRow => ({
  id: row.id,
  orgId: row.org_id,
  on: row.day,
  label: `${row.name}（${chineseDate(row.day)}${what}）`,
  adds: 1,
  route: `/members/file?personId=${row.person_id}`,
});

const known = new WeakMap<Read, Map<string, Promise<unknown>>>();

/** One pass serves all figures that the same reader asks of the same period. */
function once<T>(read: Read, period: Period, what: string, find: () => Promise<T>): Promise<T> {
  const mine = known.get(read) ?? new Map<string, Promise<unknown>>();
  known.set(read, mine);
  const key = `${what} ${period.from} ${period.to} ${period.knownAt.getTime()}`;
  const found = mine.get(key) ?? find();
  mine.set(key, found);
  return found as Promise<T>;
}

interface Stock {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly condition: Condition;
}

const stock = (id: string, name: string, definition: string, condition: Condition): Stock => ({
  id,
  name,
  definition,
  condition,
});

/** Members of the last day of the period that fulfil a condition. */
const stockIndicator = ({ id, name, definition, condition }: Stock, at: number): Indicator => ({
  id: `members.${id}`,
  version: 1,
  name,
  unit: '人',
  stock: true,
  definition: `期末在册、组织关系在本组织的党员中，${definition}`,
  figures: async (read, period) => {
    const all = await once(read, period, 'stock', () =>
      stockCounts(
        read,
        period,
        STOCKS.map((one) => one.condition),
      ),
    );
    return (all[at] ?? []).map(figureOf);
  },
  rows: async (read, period, orgIds) =>
    (await stockRows(read, period, condition, orgIds)).map((row) => rowOf(row, '起在册')),
});

/** Comings or goings in the period; a move between two organisations counts in each. */
const flow = (
  id: string,
  name: string,
  side: 'in' | 'out',
  ways: readonly string[],
): Indicator => ({
  id: `members.${id}`,
  version: 1,
  name,
  unit: '人',
  definition: `期内${name}的党员，按办理的党组织统计，同级之间转接两边都计`,
  figures: async (read, period) => {
    const all = await once(read, period, side, () => flowCounts(read, period, side));
    const chosen = all.filter((one) => ways.length === 0 || ways.includes(one.way ?? ''));
    return [...Map.groupBy(chosen, (one) => one.org_id)].map(([orgId, parts]) => ({
      orgId,
      value: parts.reduce((sum, part) => sum + part.n, 0),
      of: 1,
    }));
  },
  rows: async (read, period, orgIds) =>
    (await flowRows(read, period, side, ways, orgIds)).map((row) => rowOf(row, name)),
});

const COLLEGE = EDUCATION_CODES.filter((entry) => entry.college).map((entry) => entry.key);

/** 年龄 bands of the annual statistics (`stat.age`). */
const BANDS = [
  [null, 30, '30岁及以下'],
  [31, 35, '31至35岁'],
  [36, 40, '36至40岁'],
  [41, 45, '41至45岁'],
  [46, 50, '46至50岁'],
  [51, 55, '51至55岁'],
  [56, 60, '56至60岁'],
  [61, null, '61岁及以上'],
] as const;

const STOCKS: readonly Stock[] = [
  stock('total', '党员总数', '全部', STOCK.all),
  stock('full', '正式党员', '正式党员', STOCK.full),
  stock('probationary', '预备党员', '预备党员', STOCK.probationary),
  stock('female', '女党员', '女性', STOCK.female),
  stock('minority', '少数民族党员', '少数民族', STOCK.minority),
  stock('college', '大专及以上学历党员', '学历为大专及以上', inList('education', COLLEGE)),
  stock('frail', '年老体弱党员', '登记为年老体弱', STOCK.frail),
  stock('floating', '流动党员', '登记为流动党员', STOCK.floating),
  stock('lost', '失联党员', '登记为失去联系', STOCK.lost),
  ...BANDS.map(([from, to, name]) =>
    stock(`age.${from ?? 0}`, `${name}党员`, `年龄${name}`, aged(from, to)),
  ),
];

export const memberIndicators: readonly Indicator[] = [
  ...STOCKS.map(stockIndicator),
  flow('increase', '增加', 'in', []),
  flow('decrease', '减少', 'out', []),
  flow('admitted', '接收预备党员', 'in', ['admitted']),
  flow('transferred-in', '组织关系转入', 'in', ['transferred_in', 'whole_in']),
  flow('transferred-out', '组织关系转出', 'out', ['transferred_out', 'whole_out']),
  flow('died', '去世', 'out', ['died']),
  {
    id: 'members.regularised',
    version: 1,
    name: '转为正式党员',
    unit: '人',
    definition: '期内由预备党员转为正式党员的，按转正时所在的党组织统计',
    figures: async (read, period) => (await regularisedCounts(read, period)).map(figureOf),
    rows: async (read, period, orgIds) =>
      (await regularisedRows(read, period, orgIds)).map((row) => rowOf(row, '转正')),
  },
];
