import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { dated, sql, type DatedTable, type Read, type Write } from '#platform/db';
import type { OrgKind } from '../rules/kinds.ts';
import type { Tree } from '../rules/tree.ts';
import type { OrgPlace } from './place.ts';

const STATE: DatedTable = { table: 'organisation_state', key: 'org_id' };
const EDGE: DatedTable = { table: 'org_edge', key: 'org_id' };

export interface OrgStateValues {
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly sector: string;
  readonly memberKind: string;
  readonly units: readonly string[];
}

/** Days on which a body stands, and what it is. Null where it does not or is out of sight. */
export async function stateOn(read: Read, orgId: OrgId, day: PlainDate) {
  const row = await read.db
    .selectFrom('organisation_state')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .executeTakeFirst();
  return row ?? null;
}

export type OrgState = NonNullable<Awaited<ReturnType<typeof stateOn>>>;

/** Its states that touch a span of days, both included, the earliest first. */
export async function statesOver(
  read: Read,
  orgId: OrgId,
  from: PlainDate,
  to: PlainDate,
): Promise<OrgState[]> {
  return read.db
    .selectFrom('organisation_state')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', to)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', from)]))
    .orderBy('valid_from')
    .execute();
}

/** First day, and the day from which it no longer stands. */
export async function lifeOf(
  read: Read,
  orgId: OrgId,
): Promise<{ readonly from: PlainDate; readonly to: PlainDate | null } | null> {
  const rows = await read.db
    .selectFrom('organisation_state')
    .select(['valid_from', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('superseded_at', 'is', null)
    .orderBy('valid_from')
    .execute();
  const [first] = rows;
  return first === undefined ? null : { from: first.valid_from, to: rows.at(-1)?.valid_to ?? null };
}

/** All organisations of a day with their parents, within sight. */
export async function treeOn(read: Read, day: PlainDate) {
  return read.db
    .selectFrom('organisation_state as s')
    .leftJoin('org_edge as e', (join) =>
      join
        .onRef('e.tenant_id', '=', 's.tenant_id')
        .onRef('e.org_id', '=', 's.org_id')
        .on('e.superseded_at', 'is', null)
        .on('e.valid_from', '<=', day)
        .on((eb) => eb.or([eb('e.valid_to', 'is', null), eb('e.valid_to', '>', day)])),
    )
    .select([
      's.org_id',
      's.org_path',
      's.name',
      's.short_name',
      's.kind',
      's.sector',
      's.member_kind',
      's.units',
      'e.parent_id',
    ])
    .where('s.tenant_id', '=', read.actor.tenantId)
    .where('s.superseded_at', 'is', null)
    .where('s.valid_from', '<=', day)
    .where((eb) => eb.or([eb('s.valid_to', 'is', null), eb('s.valid_to', '>', day)]))
    .orderBy('s.org_path')
    .execute();
}

/** Bodies that stand below one on a day or come there later. */
export async function childrenFrom(read: Read, orgId: OrgId, day: PlainDate): Promise<OrgId[]> {
  const rows = await read.db
    .selectFrom('org_edge')
    .select('org_id')
    .distinct()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('parent_id', '=', orgId)
    .where('superseded_at', 'is', null)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .execute();
  return rows.map((row) => row.org_id as OrgId);
}

/** The body directly above on a day; null for a root, or where it stands out of sight. */
export async function parentOn(read: Read, orgId: OrgId, day: PlainDate): Promise<OrgId | null> {
  const row = await read.db
    .selectFrom('org_edge')
    .select('parent_id')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .executeTakeFirst();
  return row === undefined ? null : (row.parent_id as OrgId);
}

/** Nodes and edges from a day on, in the words of the rules; the kind is that of the day. */
export async function treeFrom(read: Read, day: PlainDate): Promise<Tree> {
  const states = await sql<{
    id: string;
    kind: OrgKind;
    from: PlainDate;
    to: PlainDate | null;
  }>`
    select org_id as id, min(valid_from)::text as "from",
           case when bool_or(valid_to is null) then null else max(valid_to)::text end as "to",
           (array_agg(kind order by (valid_from <= ${day}::date) desc,
              case when valid_from <= ${day}::date then valid_from end desc, valid_from))[1] as kind
      from organisation_state
     where tenant_id = ${read.actor.tenantId}::uuid and superseded_at is null
     group by org_id`.execute(read.db);
  const edges = await read.db
    .selectFrom('org_edge')
    .select(['org_id', 'parent_id', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .execute();
  return {
    nodes: states.rows,
    edges: edges.map((row) => ({
      child: row.org_id,
      parent: row.parent_id,
      from: row.valid_from,
      to: row.valid_to,
    })),
  };
}

/** Whether a sister below the same parent already has a name on a day. */
export async function nameTaken(
  read: Read,
  parentId: OrgId,
  name: string,
  day: PlainDate,
  but: OrgId | null = null,
): Promise<boolean> {
  const row = await read.db
    .selectFrom('org_edge as e')
    .innerJoin('organisation_state as s', (join) =>
      join.onRef('s.tenant_id', '=', 'e.tenant_id').onRef('s.org_id', '=', 'e.org_id'),
    )
    .select('e.id')
    .where('e.tenant_id', '=', read.actor.tenantId)
    .where('e.parent_id', '=', parentId)
    .where('e.superseded_at', 'is', null)
    .where((eb) => eb.or([eb('e.valid_to', 'is', null), eb('e.valid_to', '>', day)]))
    .where('s.superseded_at', 'is', null)
    .where('s.name', '=', name)
    .where((eb) => eb.or([eb('s.valid_to', 'is', null), eb('s.valid_to', '>', day)]))
    .$if(but !== null, (qb) => qb.where('e.org_id', '!=', but ?? ''))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertState(
  write: Write,
  place: OrgPlace,
  from: PlainDate,
  values: OrgStateValues,
): Promise<void> {
  await dated.begin(write, STATE, from, {
    org_id: place.orgId,
    org_path: place.orgPath,
    name: values.name,
    short_name: values.shortName,
    kind: values.kind,
    sector: values.sector,
    member_kind: values.memberKind,
    units: [...values.units],
  });
}

/** From a day on a body is something else. Null where it does not stand on that day. */
export const changeState = (
  write: Write,
  orgId: OrgId,
  from: PlainDate,
  changes: Readonly<Record<string, unknown>>,
) => dated.change(write, STATE, orgId, from, { ...changes });

export async function insertEdge(
  write: Write,
  place: OrgPlace,
  parentId: OrgId,
  from: PlainDate,
): Promise<void> {
  await dated.begin(write, EDGE, from, {
    org_id: place.orgId,
    org_path: place.orgPath,
    parent_id: parentId,
  });
}

export const changeParent = (write: Write, orgId: OrgId, from: PlainDate, parentId: OrgId) =>
  dated.change(write, EDGE, orgId, from, { parent_id: parentId });

/** A body ends: from that day it stands nowhere in the tree. Its place for access stays. */
export async function endOrganisation(write: Write, orgId: OrgId, on: PlainDate): Promise<void> {
  await dated.end(write, STATE, orgId, on);
  await dated.end(write, EDGE, orgId, on);
}

export async function searchByName(read: Read, q: string, page: { limit: number; offset: number }) {
  const query = read.db
    .selectFrom('organisation_state as s')
    .where('s.tenant_id', '=', read.actor.tenantId)
    .where('s.superseded_at', 'is', null)
    .where('s.valid_to', 'is', null)
    .$if(q !== '', (qb) =>
      qb.where((eb) => eb(eb.fn<number>('strpos', ['s.name', eb.val(q)]), '>', 0)),
    );
  const rows = await query
    .select(['s.org_id', 's.name', 's.kind'])
    .orderBy('s.org_path')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const total = await query
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, total: Number(total.n) };
}
