import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read } from '#platform/db';

export interface OrgName {
  readonly orgId: OrgId;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly units: readonly string[];
}

/** Latest names of organisations within sight. */
export async function orgNames(
  read: Read,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrgName>> {
  if (ids.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('organisation_state')
    .distinctOn('org_id')
    .select(['org_id', 'name', 'short_name', 'kind', 'units'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', 'in', [...new Set(ids)])
    .where('superseded_at', 'is', null)
    .orderBy('org_id')
    .orderBy('valid_from', 'desc')
    .execute();
  return new Map(
    rows.map((row) => [
      row.org_id,
      {
        orgId: row.org_id as OrgId,
        name: row.name,
        shortName: row.short_name,
        kind: row.kind,
        units: row.units,
      },
    ]),
  );
}

/** An organisation and all below it by the dated tree of a day: what figures are rolled up over. */
export async function subtreeIdsOn(read: Read, orgId: OrgId, day: PlainDate): Promise<OrgId[]> {
  const found = await sql<{ org_id: OrgId }>`
    with recursive below(org_id) as (
      select ${orgId}::uuid
      union
      select e.org_id from org_edge e join below b on e.parent_id = b.org_id
       where e.tenant_id = ${read.actor.tenantId}::uuid and e.superseded_at is null
         and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date))
    select org_id from below`.execute(read.db);
  return found.rows.map((row) => row.org_id);
}
