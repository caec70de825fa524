import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';

/** People whose roster is elsewhere and who take part in an organisation's life on a day (situation 1). */
export async function attachedOn(
  read: Read,
  hostOrgId: OrgId,
  day: PlainDate,
): Promise<{ personId: PersonId; name: string; kind: string }[]> {
  return attachedOver(read, hostOrgId, day, day);
}

/** Those who take part here on a day or later, with where they come from; for the list of guests. */
export async function guestsOf(read: Read, hostOrgId: OrgId, day: PlainDate) {
  return read.db
    .selectFrom('member_attachment')
    .select([
      'attachment_id',
      'person_id',
      'person_name',
      'kind',
      'org_id',
      'host_name',
      'duty',
      'valid_from',
      'valid_to',
    ])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('host_org_id', '=', hostOrgId)
    .where('superseded_at', 'is', null)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy('valid_from')
    .orderBy('person_id')
    .execute();
}

/** The same over a span of days, both included, each with the days of it. */
export async function attachedOver(
  read: Read,
  hostOrgId: OrgId,
  from: PlainDate,
  to: PlainDate,
): Promise<
  {
    personId: PersonId;
    name: string;
    kind: string;
    from: PlainDate;
    to: PlainDate | null;
  }[]
> {
  const rows = await read.db
    .selectFrom('member_attachment')
    .select(['person_id', 'person_name', 'kind', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('host_org_id', '=', hostOrgId)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', to)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', from)]))
    .orderBy('person_name')
    .orderBy('person_id')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    name: row.person_name,
    kind: row.kind,
    from: row.valid_from,
    to: row.valid_to,
  }));
}
