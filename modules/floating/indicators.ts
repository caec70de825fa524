import { AWAY_REASONS, PLACE_KINDS } from '#contract/floating';
import type { Indicator, OrgFigure, Period, SourceRow } from '#engines/indicator';
import type { OrgId } from '#kernel/ids';
import { chineseDate, monthsBetween } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { shouldTransfer } from './rules/rhythm.ts';
import { standingOn, awayOn, type Standing } from './queries/standing.ts';
import { arrivalsOver, type ArrivalRow } from './store/arrivals.ts';
import type { AwayRow } from './store/away.ts';
import type { Asked } from './store/known.ts';

/** Everything within sight, or some organisations. */
const askedOf = (read: Read, orgIds: readonly OrgId[] | null): Asked =>
  orgIds === null ? { path: read.actor.scope ?? read.actor.place } : { orgIds };

const count = (rows: readonly { readonly orgId: OrgId }[]): OrgFigure[] =>
  [...Map.groupBy(rows, (row) => row.orgId)].map(([orgId, own]) => ({
    orgId,
    value: own.length,
    of: 1,
  }));

const sourceOf = (row: AwayRow): SourceRow => ({
  id: row.awayId,
  orgId: row.orgId,
  on: row.leftOn,
  label: `${row.name}，${AWAY_REASONS[row.reason]}，${row.place}，${chineseDate(row.leftOn)}外出`,
  adds: 1,
  route: `/floating/person?awayId=${row.awayId}`,
  recordId: row.awayId,
  group: PLACE_KINDS[row.placeKind],
});

/** A figure of those away on the last day, of whom some are counted. */
function ofAway(
  id: string,
  name: string,
  definition: string,
  counts: (row: AwayRow, period: Period) => boolean,
): Indicator {
  const rows = async (read: Read, period: Period, orgIds: readonly OrgId[] | null) =>
    (await awayOn(read, askedOf(read, orgIds), period.to, period.knownAt)).filter((row) =>
      counts(row, period),
    );
  return {
    id,
    version: 1,
    name,
    unit: '人',
    definition,
    stock: true,
    figures: async (read, period) => count(await rows(read, period, null)),
    rows: async (read, period, orgIds) => (await rows(read, period, orgIds)).map(sourceOf),
  };
}

const inTime = (one: Standing, period: Period): boolean => one.due >= period.to;

const contacted: Indicator = {
  id: 'floating.contacted',
  version: 1,
  name: '流动党员联系率',
  unit: '%',
  definition:
    '期末外出的党员中，在规定间隔内有联系的所占比例；联系记录、参加会议、交纳党费、流入地反馈都算联系',
  stock: true,
  figures: async (read, period) =>
    [
      ...Map.groupBy(
        await standingOn(read, askedOf(read, null), period.to, period.knownAt),
        (one) => one.row.orgId,
      ),
    ].map(([orgId, own]) => ({
      orgId,
      value: own.filter((one) => inTime(one, period)).length,
      of: own.length,
    })),
  rows: async (read, period, orgIds) =>
    (await standingOn(read, askedOf(read, orgIds), period.to, period.knownAt))
      .filter((one) => inTime(one, period))
      .map((one) => sourceOf(one.row)),
};

const arrivedRows = (read: Read, period: Period, orgIds: readonly OrgId[] | null) =>
  arrivalsOver(read, askedOf(read, orgIds), {
    from: period.to,
    to: period.to,
    knownAt: period.knownAt,
  });

const arrivals: Indicator = {
  id: 'floating.arrived',
  version: 1,
  name: '流入党员',
  unit: '人',
  definition: '期末在本地、已作流入登记的党员人数',
  stock: true,
  figures: async (read, period) => count(await arrivedRows(read, period, null)),
  rows: async (read, period, orgIds) =>
    (await arrivedRows(read, period, orgIds)).map((row: ArrivalRow): SourceRow => ({
      id: row.arrivalId,
      orgId: row.orgId,
      on: row.arrivedOn,
      label: `${row.name}，${row.homeName}，${chineseDate(row.arrivedOn)}流入`,
      adds: 1,
      route: `/floating/arrived?orgId=${row.orgId}`,
      recordId: row.arrivalId,
    })),
};

/** Who is away, who came, and whether contact is kept: all organisations in one pass. */
export const floatingIndicators: readonly Indicator[] = [
  ofAway('floating.away', '流出党员', '期末外出、没有返回的在册党员人数', () => true),
  ofAway(
    'floating.away_long',
    '外出6个月以上的党员',
    '期末外出满6个月的在册党员人数',
    (row, period) => monthsBetween(row.leftOn, period.to) >= 6,
  ),
  ofAway(
    'floating.should_transfer',
    '应转接组织关系的流出党员',
    '期末外出满6个月、地点相对固定的在册党员人数，在境外的除外',
    (row, period) => shouldTransfer(row, period.to),
  ),
  ofAway(
    'floating.with_keeper',
    '有联系人的流出党员',
    '期末外出、已明确联系人的在册党员人数',
    (row) => row.keeperId !== null,
  ),
  contacted,
  arrivals,
];
