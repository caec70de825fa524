import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { dated, sql, type DatedTable, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

const LOST: DatedTable = { table: 'status_lost', key: 'lost_id' };

export type SearchWay =
  | 'phone'
  | 'message'
  | 'relatives'
  | 'home'
  | 'unit'
  | 'letter'
  | 'police'
  | 'other';
export type SearchResult = 'nothing' | 'clue' | 'found';

export interface LostRow {
  readonly lostId: Id<'Lost'>;
  readonly personId: PersonId;
  readonly orgId: OrgId;
  readonly orgPath: OrgPath;
  readonly since: PlainDate;
  readonly cause: number;
  readonly recordedOn: PlainDate;
  readonly foundOn: PlainDate | null;
}

const columns = [
  'lost_id',
  'person_id',
  'org_id',
  'org_path',
  'since_on',
  'cause',
  'valid_from',
  'valid_to',
] as const;

const standing = (read: Read) =>
  read.db
    .selectFrom('status_lost')
    .select(columns)
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null);

type Row = Awaited<ReturnType<ReturnType<typeof standing>['execute']>>[number];
const toLost = (row: Row): LostRow => ({
  lostId: row.lost_id as Id<'Lost'>,
  personId: row.person_id as PersonId,
  orgId: row.org_id as OrgId,
  orgPath: row.org_path as OrgPath,
  since: row.since_on,
  cause: row.cause,
  recordedOn: row.valid_from,
  foundOn: row.valid_to,
});

/** Losses of contact of people within sight, the earliest first. */
export async function lostOf(
  read: Read,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly LostRow[]>> {
  if (people.length === 0) return new Map();
  const rows = await standing(read)
    .where(sql<boolean>`person_id = any(${[...new Set(people)]}::uuid[])`)
    .orderBy('since_on')
    .execute();
  return Map.groupBy(rows.map(toLost), (row) => row.personId);
}

/** Everybody lost at or below a place, those found again too where asked. */
export async function lostWithin(
  read: Read,
  path: OrgPath,
  open: boolean,
): Promise<readonly LostRow[]> {
  let query = standing(read).where('org_path', '>=', path).where('org_path', '<', `${path}~`);
  if (open) query = query.where('valid_to', 'is', null);
  return (await query.orderBy('since_on').orderBy('lost_id').limit(1000).execute()).map(toLost);
}

/** Who is lost in organisations. */
export async function lostIn(read: Read, orgIds: readonly OrgId[]): Promise<readonly LostRow[]> {
  if (orgIds.length === 0) return [];
  const rows = await standing(read)
    .where('valid_to', 'is', null)
    .where(sql<boolean>`org_id = any(${[...orgIds]}::uuid[])`)
    .orderBy('since_on')
    .execute();
  return rows.map(toLost);
}

export async function lostById(read: Read, lostId: Id<'Lost'>): Promise<LostRow | null> {
  const row = await standing(read).where('lost_id', '=', lostId).executeTakeFirst();
  return row === undefined ? null : toLost(row);
}

export async function beginLost(
  write: Write,
  place: OrgPlace,
  one: {
    readonly personId: PersonId;
    readonly since: PlainDate;
    readonly cause: number;
    readonly on: PlainDate;
  },
): Promise<Id<'Lost'>> {
  const lostId = write.newId<'Lost'>();
  await dated.begin(write, LOST, one.on, {
    lost_id: lostId,
    person_id: one.personId,
    org_id: place.orgId,
    org_path: place.orgPath,
    since_on: one.since,
    cause: one.cause,
  });
  return lostId;
}

export const endLost = (write: Write, lostId: Id<'Lost'>, on: PlainDate) =>
  dated.end(write, LOST, lostId, on);

export interface Search {
  readonly id: string;
  readonly lostId: string;
  readonly on: PlainDate;
  readonly how: SearchWay;
  readonly searcher: string;
  readonly result: SearchResult;
}

export async function insertSearch(
  write: Write,
  lost: LostRow,
  one: Omit<Search, 'id' | 'lostId'>,
): Promise<string> {
  const id = write.newId<'Search'>();
  await write.db
    .insertInto('status_search')
    .values({
      ...write.stamp({ orgId: lost.orgId, orgPath: lost.orgPath }),
      id,
      lost_id: lost.lostId,
      person_id: lost.personId,
      searched_on: one.on,
      how: one.how,
      searcher: one.searcher,
      result: one.result,
    })
    .execute();
  return id;
}

export async function searchesOf(
  read: Read,
  lostIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Search[]>> {
  if (lostIds.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('status_search')
    .select(['id', 'lost_id', 'searched_on', 'how', 'searcher', 'result'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`lost_id = any(${[...lostIds]}::uuid[])`)
    .where('superseded_at', 'is', null)
    .orderBy('searched_on')
    .orderBy('id')
    .execute();
  return Map.groupBy(
    rows.map((row) => ({
      id: row.id,
      lostId: row.lost_id,
      on: row.searched_on,
      how: row.how,
      searcher: row.searcher,
      result: row.result,
    })),
    (row) => row.lostId,
  );
}
