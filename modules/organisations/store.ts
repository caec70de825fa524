import { childPath, rootPath, type OrgPath } from '#kernel/org-path';
import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { dated, sql, type DatedTable, type Read, type Write } from '#platform/db';

export const STATE: DatedTable = { table: 'organisation_state', key: 'org_id' };
export const EDGE: DatedTable = { table: 'org_edge', key: 'org_id' };
export const POST: DatedTable = { table: 'post', key: 'post_id' };

export interface OrgPlace {
  readonly orgId: OrgId;
  readonly orgPath: OrgPath;
}

export interface OrgStateValues {
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly sector: string;
  readonly memberKind: string;
  readonly units: readonly string[];
}

/** Where an organisation stands for access, or null when it is none or out of sight. */
export async function placeOf(read: Read, orgId: OrgId): Promise<OrgPlace | null> {
  const row = await read.db
    .selectFrom('organisation')
    .select(['org_id', 'org_path'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .executeTakeFirst();
  return row === undefined ? null : { orgId, orgPath: row.org_path as OrgPath };
}

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

export async function nameTaken(
  read: Read,
  parentId: OrgId,
  name: string,
  day: PlainDate,
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
    .where('e.valid_to', 'is', null)
    .where('s.superseded_at', 'is', null)
    .where('s.name', '=', name)
    .where('s.alive', '=', true)
    .where((eb) => eb.or([eb('s.valid_to', 'is', null), eb('s.valid_to', '>', day)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Root path of the tenant one acts in. */
export async function tenantRoot(write: Write): Promise<OrgPath> {
  const found = await sql<{ seq: number }>`select seq from tenant_current()`.execute(write.db);
  const seq = found.rows[0]?.seq;
  if (seq === undefined) throw new Error('no tenant');
  return rootPath(seq);
}

/** A new anchor below `parentPath` (the tenant's own root when null). */
export async function insertAnchor(
  write: Write,
  orgId: OrgId,
  parentPath: OrgPath | null,
): Promise<OrgPlace> {
  const next = await sql<{ seq: number }>`select tenant_next_org_seq(1) as seq`.execute(write.db);
  const seq = Number(next.rows[0]?.seq);
  const orgPath = childPath(parentPath ?? (await tenantRoot(write)), seq);
  await write.db
    .insertInto('organisation')
    .values({ ...write.stamp({ orgId, orgPath }), seq })
    .execute();
  return { orgId, orgPath };
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

export interface ActValues {
  readonly act: 'establish' | 'rename' | 'change' | 'move' | 'merge' | 'split' | 'revoke';
  readonly on: PlainDate;
  readonly approvedBy: string;
  readonly approvalPaper: string;
  readonly otherOrgIds?: readonly OrgId[];
}

export async function insertAct(write: Write, place: OrgPlace, act: ActValues): Promise<string> {
  const id = write.newId<'OrgAct'>();
  await write.db
    .insertInto('org_act')
    .values({
      ...write.stamp(place),
      id,
      act: act.act,
      happened_on: act.on,
      approved_by: act.approvedBy,
      approval_paper: act.approvalPaper,
      other_org_ids: [...(act.otherOrgIds ?? [])],
    })
    .execute();
  return id;
}

/** All organisations of a day with their parents and members counted, within sight. */
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
      's.alive',
      'e.parent_id',
    ])
    .where('s.tenant_id', '=', read.actor.tenantId)
    .where('s.superseded_at', 'is', null)
    .where('s.alive', '=', true)
    .where('s.valid_from', '<=', day)
    .where((eb) => eb.or([eb('s.valid_to', 'is', null), eb('s.valid_to', '>', day)]))
    .orderBy('s.org_path')
    .execute();
}

export async function searchByName(read: Read, q: string, page: { limit: number; offset: number }) {
  const query = read.db
    .selectFrom('organisation_state as s')
    .where('s.tenant_id', '=', read.actor.tenantId)
    .where('s.superseded_at', 'is', null)
    .where('s.valid_to', 'is', null)
    .where('s.alive', '=', true)
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

export interface PostValues {
  readonly personId: PersonId;
  readonly kind: string;
  readonly duties: string;
  readonly wayIn: 'election' | 'by_election' | 'appointment' | 'interim';
  readonly termEndsOn: PlainDate | null;
  readonly approvedOn: PlainDate | null;
  readonly approvalPaper: string;
}

export async function insertPost(
  write: Write,
  place: OrgPlace,
  from: PlainDate,
  post: PostValues,
): Promise<string> {
  const postId = write.newId<'Post'>();
  await dated.begin(write, POST, from, {
    post_id: postId,
    org_id: place.orgId,
    org_path: place.orgPath,
    person_id: post.personId,
    kind: post.kind,
    duties: post.duties,
    way_in: post.wayIn,
    term_ends_on: post.termEndsOn,
    approved_on: post.approvedOn,
    approval_paper: post.approvalPaper,
  });
  return postId;
}
