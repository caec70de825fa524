import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';

/** People whose roster is elsewhere and who take part in an organisation's life on a day (situation 1). */
export async function attachedOn(
  read: Read,
  hostOrgId: OrgId,
  day: PlainDate,
): Promise<{ personId: PersonId; name: string; kind: string }[]> {
  const rows = await read.db
    .selectFrom('member_attachment')
    .select(['person_id', 'person_name', 'kind'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('host_org_id', '=', hostOrgId)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy('person_name')
    .orderBy('person_id')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    name: row.person_name,
    kind: row.kind,
  }));
}
