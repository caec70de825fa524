import type { OrgId } from '#kernel/ids';
import type { Period } from '#engines/indicator';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read } from '#platform/db';

/** Which finalised meetings a figure speaks of. */
export interface HeldFilter {
  readonly kinds?: readonly string[];
  readonly notKinds?: readonly string[];
  /** By 归属年度 instead of the day: the years of the period. */
  readonly byYear?: boolean;
  readonly firstTopic?: boolean;
  /** 集中开会 unless told otherwise. */
  readonly form?: 'meeting' | 'home_visit' | 'post' | 'any';
}

const yearsOf = (period: Period): { from: number; to: number } => ({
  from: Number(period.from.slice(0, 4)),
  to: Number(period.to.slice(0, 4)),
});

/** Versions that stood at the instant `knownAt`: entered by then and not yet superseded. */
const heldAt = (read: Read, period: Period, filter: HeldFilter) =>
  read.db
    .selectFrom('meeting_held as h')
    .where('h.tenant_id', '=', read.actor.tenantId)
    .$if(filter.form !== 'any', (qb) =>
      qb.where('h.form', '=', filter.form === 'any' ? 'meeting' : (filter.form ?? 'meeting')),
    )
    .where('h.entered_at', '<=', period.knownAt)
    .where((eb) =>
      eb.or([eb('h.superseded_at', 'is', null), eb('h.superseded_at', '>', period.knownAt)]),
    )
    .$if(filter.kinds !== undefined, (qb) => qb.where('h.kind', 'in', [...(filter.kinds ?? [])]))
    .$if(filter.notKinds !== undefined, (qb) =>
      qb.where('h.kind', 'not in', [...(filter.notKinds ?? [])]),
    )
    .$if(filter.byYear === true, (qb) =>
      qb
        .where('h.year_of', '>=', yearsOf(period).from)
        .where('h.year_of', '<=', yearsOf(period).to),
    )
    .$if(filter.byYear !== true, (qb) =>
      qb.where('h.held_on', '>=', period.from).where('h.held_on', '<=', period.to),
    )
    .$if(filter.firstTopic === true, (qb) =>
      qb.where(sql<boolean>`h.content -> 'items' -> 0 ->> 'kind' = 'first_topic'`),
    );

const SUMS = {
  count: sql<number>`count(*)`,
  present: sql<number>`sum(h.present)`,
  rated_present: sql<number>`sum(h.rated_present)`,
} as const;
export type HeldSum = keyof typeof SUMS;

/** Finalised meetings of one organisation, kind and form, added up. */
interface Cell {
  readonly org_id: string;
  readonly kind: string;
  readonly form: string;
  readonly count: number;
  readonly present: number;
  readonly rated: number;
  readonly rated_present: number;
}

const CELL = [
  'h.org_id',
  'h.kind',
  'h.form',
  SUMS.count.as('count'),
  SUMS.present.as('present'),
  SUMS.rated_present.as('rated_present'),
  sql<number>`sum(h.rated)`.as('rated'),
] as const;

const cellsOf = (read: Read, period: Period, filter: HeldFilter): Promise<Cell[]> =>
  heldAt(read, period, filter).select(CELL).groupBy(['h.org_id', 'h.kind', 'h.form']).execute();

/** Meetings that began with 第一议题, by their items: minutes are not opened to count. */
const topicCells = (read: Read, period: Period): Promise<Cell[]> =>
  heldAt(read, period, { form: 'any' })
    .innerJoin('meeting_item as i', (join) =>
      join
        .onRef('i.tenant_id', '=', 'h.tenant_id')
        .onRef('i.meeting_id', '=', 'h.meeting_id')
        .on('i.seq', '=', 1)
        .on('i.kind', '=', 'first_topic')
        .on('i.entered_at', '<=', period.knownAt)
        .on((eb) =>
          eb.or([eb('i.superseded_at', 'is', null), eb('i.superseded_at', '>', period.knownAt)]),
        ),
    )
    .select(CELL)
    .groupBy(['h.org_id', 'h.kind', 'h.form'])
    .execute();

const known = new WeakMap<Read, Map<string, Promise<Cell[]>>>();

/** One pass over all organisations serves every figure that the same reader asks of the same period. */
function cells(read: Read, period: Period, filter: HeldFilter): Promise<Cell[]> {
  const ofRead = known.get(read) ?? new Map<string, Promise<Cell[]>>();
  known.set(read, ofRead);
  const what = filter.firstTopic === true ? 'topic' : filter.byYear === true ? 'year' : 'day';
  const key = `${what} ${period.from} ${period.to} ${period.knownAt.getTime()}`;
  const found =
    ofRead.get(key) ??
    (what === 'topic'
      ? topicCells(read, period)
      : cellsOf(read, period, { form: 'any', byYear: what === 'year' }));
  ofRead.set(key, found);
  return found;
}

/** One number per organisation within sight; `of` is the sum of those who count in rates. */
export async function heldSums(read: Read, period: Period, filter: HeldFilter, sum: HeldSum) {
  const { kinds, notKinds, form = 'meeting' } = filter;
  const sums = new Map<OrgId, { value: number; rated: number }>();
  for (const cell of await cells(read, period, filter)) {
    if (form !== 'any' && cell.form !== form) continue;
    if (kinds?.includes(cell.kind) === false || notKinds?.includes(cell.kind) === true) continue;
    const orgId = cell.org_id as OrgId;
    const own = sums.get(orgId) ?? { value: 0, rated: 0 };
    own.value += Number(cell[sum]);
    own.rated += Number(cell.rated);
    sums.set(orgId, own);
  }
  return [...sums].map(([orgId, own]) => ({ orgId, ...own }));
}

export interface FigureRow {
  readonly rowId: string;
  readonly meetingId: string;
  readonly orgId: OrgId;
  readonly on: PlainDate;
  readonly kind: string;
  readonly title: string;
  readonly yearOf: number | null;
  readonly value: number;
}

const VALUES = {
  count: sql<number>`1`,
  present: sql<number>`h.present`,
  rated_present: sql<number>`h.rated_present`,
} as const;

/** The meetings behind such a number, oldest first. */
export async function heldRows(
  read: Read,
  period: Period,
  filter: HeldFilter,
  sum: HeldSum,
  orgIds: readonly OrgId[],
): Promise<FigureRow[]> {
  if (orgIds.length === 0) return [];
  const rows = await heldAt(read, period, filter)
    .where('h.org_id', 'in', [...orgIds])
    .select([
      'h.id',
      'h.meeting_id',
      'h.org_id',
      'h.held_on',
      'h.kind',
      'h.title',
      'h.year_of',
      VALUES[sum].as('value'),
    ])
    .orderBy('h.held_on')
    .orderBy('h.meeting_id')
    .execute();
  return rows.map((row) => ({
    rowId: row.id,
    meetingId: row.meeting_id,
    orgId: row.org_id as OrgId,
    on: row.held_on,
    kind: row.kind,
    title: row.title,
    yearOf: row.year_of,
    value: Number(row.value),
  }));
}

/** Narrow facts with a day, an entry and perhaps an end: study totals, votes, decisions. */
const factsAt = {
  study: (read: Read, period: Period) =>
    read.db
      .selectFrom('meeting_study as f')
      .select([
        'f.id',
        'f.meeting_id',
        'f.org_id',
        'f.held_on',
        'f.kind',
        'f.title',
        'f.minutes as value',
      ])
      .where('f.tenant_id', '=', read.actor.tenantId)
      .where('f.held_on', '>=', period.from)
      .where('f.held_on', '<=', period.to)
      .where('f.entered_at', '<=', period.knownAt)
      .where((eb) =>
        eb.or([eb('f.superseded_at', 'is', null), eb('f.superseded_at', '>', period.knownAt)]),
      ),
  votes: (read: Read, period: Period) =>
    read.db
      .selectFrom('meeting_vote as f')
      .select([
        'f.id',
        'f.meeting_id',
        'f.org_id',
        'f.held_on',
        sql<string>`''`.as('kind'),
        'f.subject as title',
        sql<number>`1`.as('value'),
      ])
      .where('f.tenant_id', '=', read.actor.tenantId)
      .where('f.held_on', '>=', period.from)
      .where('f.held_on', '<=', period.to)
      .where('f.entered_at', '<=', period.knownAt)
      .where((eb) =>
        eb.or([eb('f.superseded_at', 'is', null), eb('f.superseded_at', '>', period.knownAt)]),
      ),
  decisions: (read: Read, period: Period) =>
    read.db
      .selectFrom('meeting_decision as f')
      .select([
        'f.id',
        'f.meeting_id',
        'f.org_id',
        'f.decided_on as held_on',
        sql<string>`''`.as('kind'),
        'f.what as title',
        sql<number>`1`.as('value'),
      ])
      .where('f.tenant_id', '=', read.actor.tenantId)
      .where('f.decided_on', '>=', period.from)
      .where('f.decided_on', '<=', period.to)
      .where('f.entered_at', '<=', period.knownAt)
      .where((eb) =>
        eb.or([eb('f.superseded_at', 'is', null), eb('f.superseded_at', '>', period.knownAt)]),
      ),
} as const;
export type FactTable = keyof typeof factsAt;

/** One number per organisation within sight from such facts. */
export async function factSums(read: Read, period: Period, table: FactTable) {
  const rows = await read.db
    .selectFrom(factsAt[table](read, period).as('x'))
    .select(['x.org_id', sql<number>`sum(x.value)`.as('value')])
    .groupBy('x.org_id')
    .execute();
  return rows.map((row) => ({ orgId: row.org_id as OrgId, value: Number(row.value) }));
}

/** The facts behind such a number, oldest first. */
export async function factRows(
  read: Read,
  period: Period,
  table: FactTable,
  orgIds: readonly OrgId[],
): Promise<FigureRow[]> {
  if (orgIds.length === 0) return [];
  const rows = await read.db
    .selectFrom(factsAt[table](read, period).as('x'))
    .selectAll()
    .where('x.org_id', 'in', [...orgIds])
    .orderBy('x.held_on')
    .orderBy('x.id')
    .execute();
  return rows.map((row) => ({
    rowId: row.id,
    meetingId: row.meeting_id,
    orgId: row.org_id as OrgId,
    on: row.held_on,
    kind: row.kind,
    title: row.title,
    yearOf: null,
    value: Number(row.value),
  }));
}
