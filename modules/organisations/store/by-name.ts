import type { OrgId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { Read } from '#platform/db';

/** Living organisations within sight that bear a name, whole or short, today. */
export async function orgsNamed(
  read: Read,
  name: string,
): Promise<{ readonly orgId: OrgId; readonly orgPath: OrgPath; readonly name: string }[]> {
  const rows = await read.db
    .selectFrom('organisation_state')
    .select(['org_id', 'org_path', 'name'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .where('valid_to', 'is', null)
    .where('alive', '=', true)
    .where((eb) => eb.or([eb('name', '=', name), eb('short_name', '=', name)]))
    .orderBy('org_path')
    .execute();
  return rows.map((row) => ({
    orgId: row.org_id as OrgId,
    orgPath: row.org_path as OrgPath,
    name: row.name,
  }));
}
