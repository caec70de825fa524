import type { Indicator, OrgFigure, Period, SourceRow } from '#engines/indicator';
import type { OrgId, PersonId } from '#kernel/ids';
import { formatYuan, money } from '#kernel/money';
import {
  chineseDate,
  chineseMonth,
  lastDayOf,
  monthOf,
  todayAt,
  type PlainMonth,
} from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { namesOf } from '#modules/members';
import type { Settlement } from './rules/allocation.ts';
import { isInArrears } from './rules/arrears.ts';
import { balances, branchesOver, type OrgBalance } from './queries/balances.ts';
import { fixedSettlementOf, type BranchDues, type MemberDues } from './queries/facts.ts';
import { moneyRows, moneySums, type MoneyKind } from './store/figures.ts';

const yuan = (fen: number): string => `${formatYuan(money(fen), true)}元`;

/** Money taken, handed up or used: sums and rows of one table. */
function ofMoney(
  kind: MoneyKind,
  about: { readonly name: string; readonly definition: string; readonly route: string },
): Indicator {
  return {
    id: `dues.${kind}`,
    version: 1,
    name: about.name,
    unit: '元',
    definition: about.definition,
    async figures(read, period) {
      const sums = await moneySums(read, kind, { orgIds: null, knownAt: period.knownAt }, period);
      return sums.map(({ orgId, amount }) => ({ orgId: orgId as OrgId, value: amount, of: 1 }));
    },
    async rows(read, period, orgIds) {
      const rows = await moneyRows(read, kind, { orgIds, knownAt: period.knownAt }, period);
      const names = await namesOf(
        read,
        rows.flatMap((row) => (row.personId === null ? [] : [row.personId as PersonId])),
      );
      return rows.map((row) => ({
        id: row.id,
        orgId: row.orgId as OrgId,
        on: row.on,
        label: `${chineseDate(row.on)} ${row.personId === null ? '' : (names.get(row.personId) ?? '')}${row.words}${yuan(row.amount)}`,
        adds: row.amount,
        route: about.route,
      }));
    },
  };
}

/** One thing that adds to a figure reckoned from a member's account. */
interface Part {
  readonly key: string;
  readonly words: string;
  readonly adds: number;
  readonly month: PlainMonth;
}

type PartsOf = (
  member: MemberDues,
  settlement: Settlement,
  branch: BranchDues,
  period: Period,
) => readonly Part[];

const asOf = (period: Period): PlainMonth => monthOf(period.to);

/** Figures asked for in one transaction rest on the same accounts, which are reckoned once. */
const reckoned = new WeakMap<Read, Map<string, Promise<readonly OrgBalance[]>>>();

function balancesOf(read: Read, period: Period): Promise<readonly OrgBalance[]> {
  const ofRead = reckoned.get(read) ?? new Map<string, Promise<readonly OrgBalance[]>>();
  reckoned.set(read, ofRead);
  const key = JSON.stringify(period);
  const found = ofRead.get(key) ?? balances(read, period);
  ofRead.set(key, found);
  return found;
}

/** A period that is not over counts up to the day on which it is looked at: what is not due yet is not owed. */
function untilKnown(period: Period): Period {
  const day = todayAt(period.knownAt.getTime());
  return period.to <= day ? period : { ...period, to: day };
}

/** A figure of the accounts of members: the sums of a county at once, the records one part at a time. */
function ofAccounts(
  id: string,
  about: Pick<Indicator, 'name' | 'unit' | 'definition'>,
  sumOf: (balance: OrgBalance) => number,
  partsOf: PartsOf,
): Indicator {
  return {
    id,
    version: 2,
    ...about,
    async figures(read, asked): Promise<readonly OrgFigure[]> {
      const period = untilKnown(asked);
      if (period.to < period.from) return [];
      const found = await balancesOf(read, period);
      return found.map((balance) => ({ orgId: balance.orgId, value: sumOf(balance), of: 1 }));
    },
    async rows(read, asked, orgIds): Promise<readonly SourceRow[]> {
      const period = untilKnown(asked);
      if (period.to < period.from) return [];
      const found = await branchesOver(read, period, orgIds, false);
      return [...found].flatMap(([orgId, branch]) =>
        branch.members.flatMap((member) =>
          partsOf(member, fixedSettlementOf(member, asOf(period), branch), branch, period).map(
            (part) => ({
              id: `${member.personId}:${part.key}`,
              orgId,
              on: lastDayOf(part.month) < period.to ? lastDayOf(part.month) : period.to,
              label: `${member.name} ${part.words}`,
              adds: part.adds,
              route: `/dues/member?personId=${member.personId}&orgId=${orgId}&year=${part.month.slice(0, 4)}`,
            }),
          ),
        ),
      );
    },
  };
}

const dueParts: PartsOf = (_member, { lines }, _branch, period) =>
  lines
    .filter((line) => line.month >= monthOf(period.from) && line.due !== null)
    .map((line, index) => ({
      key: `${line.month}:${index}`,
      words: `${chineseMonth(line.month)}应交${yuan(line.due ?? 0)}`,
      adds: line.due ?? 0,
      month: line.month,
    }));

const arrearsParts: PartsOf = (_member, { lines }, branch, period) => {
  const late = lines.filter((line) => isInArrears(line, branch.cycles, period.to));
  if (late.length === 0) return [];
  const amount = late.reduce((sum, line) => sum + line.open, 0);
  return [
    {
      key: 'arrears',
      words: `到${chineseDate(period.to)}欠交${new Set(late.map((line) => line.month)).size}个月，共${yuan(amount)}`,
      adds: amount,
      month: asOf(period),
    },
  ];
};

/** Figures of dues. Receipts count by the day they were taken, months by the month they are for. */
export const duesIndicators: readonly Indicator[] = [
  ofMoney('collected', {
    name: '收缴党费',
    definition: '期间内收到的党费之和，按收款日期，作废的不计',
    route: '/dues/receipts',
  }),
  ofMoney('remitted', {
    name: '上缴党费',
    definition: '期间内上缴的党费之和，按上缴日期，作废的不计',
    route: '/dues/remittances',
  }),
  ofMoney('used', {
    name: '使用党费',
    definition: '期间内使用的下拨、返还党费之和，按使用日期',
    route: '/dues/means',
  }),
  ofAccounts(
    'dues.due',
    {
      name: '应交党费',
      unit: '元',
      definition: '期间各月（当年的到统计当月为止）核定的应交党费之和，含补缴，减免的按减免后数额',
    },
    ({ due }) => due,
    dueParts,
  ),
  ofAccounts(
    'dues.arrears',
    {
      name: '欠交党费',
      unit: '元',
      definition: '期末日约定的收缴周期已经结束而没有交足的党费之和',
    },
    ({ arrears }) => arrears,
    arrearsParts,
  ),
  ofAccounts(
    'dues.members_in_arrears',
    { name: '欠交党费党员', unit: '人', definition: '期末日有欠交党费的党员人数' },
    ({ membersInArrears }) => membersInArrears,
    (...of) => arrearsParts(...of).map((part) => ({ ...part, adds: 1 })),
  ),
];
