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
import { aliveOver, type OrgPlace } from '#modules/organisations';
import type { Settlement } from './rules/allocation.ts';
import { isInArrears } from './rules/arrears.ts';
import { duesOf, fixedSettlementOf, type BranchDues, type MemberDues } from './queries/facts.ts';
import { moneyRows, moneySums, rosterOrgs, type MoneyKind } from './store/figures.ts';

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
  /** Made for rows only: figures add up a county without a word. */
  readonly words: () => string;
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

interface OrgAccounts {
  readonly orgId: OrgId;
  readonly branch: BranchDues;
  readonly settlements: readonly (readonly [MemberDues, Settlement])[];
}

async function loadAccounts(
  read: Read,
  period: Period,
  orgIds: readonly OrgId[] | null,
): Promise<readonly OrgAccounts[]> {
  const ids = orgIds ?? (await rosterOrgs(read));
  const alive = await aliveOver(read, ids, period.from, period.to);
  const places = new Map<OrgId, OrgPlace>(
    alive.map(({ orgId, orgPath }) => [orgId, { orgId, orgPath: orgPath as OrgPlace['orgPath'] }]),
  );
  const span = {
    from: monthOf(period.from),
    to: asOf(period),
    asOf: period.to,
    knownAt: period.knownAt,
    summed: true,
  };
  const found = await duesOf(read, [...places.values()], span, orgIds === null);
  return [...found].map(([orgId, branch]) => ({
    orgId,
    branch,
    settlements: branch.members.map(
      (member) => [member, fixedSettlementOf(member, asOf(period), branch)] as const,
    ),
  }));
}

/** Figures asked for in one transaction rest on the same accounts, which are reckoned once. */
const reckoned = new WeakMap<Read, Map<string, Promise<readonly OrgAccounts[]>>>();

function accounts(
  read: Read,
  period: Period,
  orgIds: readonly OrgId[] | null,
): Promise<readonly OrgAccounts[]> {
  const ofRead = reckoned.get(read) ?? new Map<string, Promise<readonly OrgAccounts[]>>();
  reckoned.set(read, ofRead);
  const key = JSON.stringify([period, orgIds]);
  const found = ofRead.get(key) ?? loadAccounts(read, period, orgIds);
  ofRead.set(key, found);
  return found;
}

/** A period that is not over counts up to the day on which it is looked at: what is not due yet is not owed. */
function untilKnown(period: Period): Period {
  const day = todayAt(period.knownAt.getTime());
  return period.to <= day ? period : { ...period, to: day };
}

/** A figure added up from the accounts of members, one part at a time. */
function ofAccounts(
  id: string,
  about: Pick<Indicator, 'name' | 'unit' | 'definition'>,
  partsOf: PartsOf,
): Indicator {
  return {
    id,
    version: 2,
    ...about,
    async figures(read, asked): Promise<readonly OrgFigure[]> {
      const period = untilKnown(asked);
      if (period.to < period.from) return [];
      const found = await accounts(read, period, null);
      return found.map(({ orgId, branch, settlements }) => ({
        orgId,
        value: settlements
          .flatMap(([member, settlement]) => partsOf(member, settlement, branch, period))
          .reduce((sum, part) => sum + part.adds, 0),
        of: 1,
      }));
    },
    async rows(read, asked, orgIds): Promise<readonly SourceRow[]> {
      const period = untilKnown(asked);
      if (period.to < period.from) return [];
      const found = await accounts(read, period, orgIds);
      return found.flatMap(({ orgId, branch, settlements }) =>
        settlements.flatMap(([member, settlement]) =>
          partsOf(member, settlement, branch, period).map((part) => ({
            id: `${member.personId}:${part.key}`,
            orgId,
            on: lastDayOf(part.month) < period.to ? lastDayOf(part.month) : period.to,
            label: `${member.name} ${part.words()}`,
            adds: part.adds,
            route: `/dues/member?personId=${member.personId}&orgId=${orgId}&year=${part.month.slice(0, 4)}`,
          })),
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
      words: () => `${chineseMonth(line.month)}应交${yuan(line.due ?? 0)}`,
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
      words: () =>
        `到${chineseDate(period.to)}欠交${new Set(late.map((line) => line.month)).size}个月，共${yuan(amount)}`,
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
    dueParts,
  ),
  ofAccounts(
    'dues.arrears',
    {
      name: '欠交党费',
      unit: '元',
      definition: '期末日约定的收缴周期已经结束而没有交足的党费之和',
    },
    arrearsParts,
  ),
  ofAccounts(
    'dues.members_in_arrears',
    { name: '欠交党费党员', unit: '人', definition: '期末日有欠交党费的党员人数' },
    (...of) => arrearsParts(...of).map((part) => ({ ...part, adds: 1 })),
  ),
];
