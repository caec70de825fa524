import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { OrgPath } from '#kernel/org-path';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import { tidyName } from '#kernel/text';
import { sql, type Read } from '#platform/db';

export interface OrgName {
  readonly orgId: OrgId;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly sector: string;
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
    .select(['org_id', 'name', 'short_name', 'kind', 'sector', 'units'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`org_id = any(${[...new Set(ids)]}::uuid[])`)
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
        sector: row.sector,
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

/**
 * The organisation of a name or short name as typed (`--org NAME`), among those that stand today and are
 * within sight. Refuses a name nobody has, and one that several have, with their names.
 */
export async function findOrganisation(
  read: Read,
  typed: string,
): Promise<Result<OrgName, Refusal<'organisations.unknown_name' | 'organisations.ambiguous'>>> {
  const name = tidyName(typed);
  const rows = await read.db
    .selectFrom('organisation_state')
    .select(['org_id', 'name', 'short_name', 'kind', 'sector', 'units'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', read.today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', read.today)]))
    .where((eb) => eb.or([eb('name', '=', name), eb('short_name', '=', name)]))
    .orderBy('org_path')
    .limit(20)
    .execute();
  // The full name decides where a short name is somebody else's full one.
  const exact = rows.filter((row) => row.name === name);
  const found = exact.length > 0 ? exact : rows;
  const [first] = found;
  if (first === undefined) return refuse('organisations.unknown_name', { name });
  if (found.length > 1) {
    const list = found.map((row) => row.name).join('、');
    return refuse('organisations.ambiguous', { name, list });
  }
  return ok({
    orgId: first.org_id as OrgId,
    name: first.name,
    shortName: first.short_name,
    kind: first.kind,
    sector: first.sector,
    units: first.units,
  });
}

/** Everything below an organisation by the dated tree of a day, each with what it stands under. */
export async function treeBelow(
  read: Read,
  orgId: OrgId,
  day: PlainDate,
): Promise<{ readonly orgId: OrgId; readonly parentId: OrgId }[]> {
  const found = await sql<{ org_id: OrgId; parent_id: OrgId }>`
    with recursive below(org_id, parent_id) as (
      select e.org_id, e.parent_id from org_edge e
       where e.tenant_id = ${read.actor.tenantId}::uuid and e.parent_id = ${orgId}::uuid and e.superseded_at is null
         and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date)
      union
      select e.org_id, e.parent_id from org_edge e join below b on e.parent_id = b.org_id
       where e.tenant_id = ${read.actor.tenantId}::uuid and e.superseded_at is null
         and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date))
    select org_id, parent_id from below`.execute(read.db);
  return found.rows.map((row) => ({ orgId: row.org_id, parentId: row.parent_id }));
}

export interface BodyAbove {
  readonly orgId: OrgId;
  readonly orgPath: OrgPath;
  readonly name: string;
  readonly kind: string;
}

/** Bodies an organisation stands below on a day, the nearest first; itself not among them. */
export async function bodiesAbove(read: Read, orgId: OrgId, day: PlainDate): Promise<BodyAbove[]> {
  const found = await sql<{ org_id: OrgId; org_path: OrgPath; name: string; kind: string }>`
    with recursive above(org_id, depth) as (
      select e.parent_id, 1 from org_edge e
       where e.tenant_id = ${read.actor.tenantId}::uuid and e.org_id = ${orgId}::uuid and e.superseded_at is null
         and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date)
      union all
      select e.parent_id, a.depth + 1 from org_edge e join above a on e.org_id = a.org_id
       where e.tenant_id = ${read.actor.tenantId}::uuid and e.superseded_at is null and a.depth < 20
         and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date))
    select a.org_id, s.org_path, s.name, s.kind
      from above a join organisation_state s on s.tenant_id = ${read.actor.tenantId}::uuid and s.org_id = a.org_id
       and s.superseded_at is null and s.valid_from <= ${day}::date
       and (s.valid_to is null or s.valid_to > ${day}::date)
     where a.org_id is not null order by a.depth`.execute(read.db);
  return found.rows.map((row) => ({
    orgId: row.org_id,
    orgPath: row.org_path,
    name: row.name,
    kind: row.kind,
  }));
}
