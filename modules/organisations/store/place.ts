import type { OrgId } from '#kernel/ids';
import { childPath, rootPath, type OrgPath } from '#kernel/org-path';
import { sql, type Read, type Write } from '#platform/db';

export interface OrgPlace {
  readonly orgId: OrgId;
  readonly orgPath: OrgPath;
}

/** Where an organisation stands for access, or null when it is none or out of sight. */
export async function placeOf(read: Read, orgId: OrgId): Promise<OrgPlace | null> {
  // One's own is known with who acts; an act may have moved it since.
  if (orgId === read.actor.orgId && !('enteredAt' in read))
    return { orgId, orgPath: read.actor.place };
  const row = await read.db
    .selectFrom('organisation')
    .select(['org_id', 'org_path'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .executeTakeFirst();
  return row === undefined ? null : { orgId, orgPath: row.org_path as OrgPath };
}

/** The first organisation of the tenant within sight: the one all others stand below. */
export async function firstPlace(read: Read): Promise<OrgPlace | null> {
  const row = await read.db
    .selectFrom('organisation')
    .select(['org_id', 'org_path'])
    .where('tenant_id', '=', read.actor.tenantId)
    .orderBy('org_path')
    .limit(1)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { orgId: row.org_id as OrgId, orgPath: row.org_path as OrgPath };
}

/** Root path of the tenant one acts in. */
async function tenantRoot(write: Write): Promise<OrgPath> {
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

const segmentOf = (path: OrgPath): string => path.slice(-6);

/**
 * Brings an organisation and all below it under another for access: `org_move_paths` finds every table
 * with a path. The call has to be made `alone` (see `CommandCall`). Returns the place as it is now.
 */
export async function putBelow(write: Write, place: OrgPlace, above: OrgPlace): Promise<OrgPlace> {
  const orgPath = `${above.orgPath}${segmentOf(place.orgPath)}` as OrgPath;
  if (orgPath === place.orgPath) return place;
  await sql`select org_move_paths(${place.orgPath}, ${orgPath})`.execute(write.db);
  return { orgId: place.orgId, orgPath };
}
