import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read } from '#platform/db';
import type { PersonHistory, Restriction } from '../rules/rights.ts';

/** Restrictions of people within sight, by person; those of other days too. */
export async function restrictionsOver(
  read: Read,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly Restriction[]>> {
  if (people.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('member_restriction')
    .select(['person_id', 'kind', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`person_id = any(${[...new Set(people)]}::uuid[])`)
    .where('superseded_at', 'is', null)
    .orderBy('valid_from')
    .execute();
  return Map.groupBy(
    rows.map((row) => ({
      personId: row.person_id as PersonId,
      kind: row.kind,
      from: row.valid_from,
      to: row.valid_to,
    })),
    (row) => row.personId,
  );
}

/** What `rightsOn` asks of people within sight: their memberships and restrictions as they stand. */
export async function historiesOf(
  read: Read,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, PersonHistory>> {
  if (people.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('membership')
    .select(['person_id', 'category', 'standing', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`person_id = any(${[...new Set(people)]}::uuid[])`)
    .where('superseded_at', 'is', null)
    .orderBy('valid_from')
    .execute();
  const restrictions = await restrictionsOver(read, people);
  const stays = Map.groupBy(rows, (row) => row.person_id);
  return new Map(
    [...new Set(people)].map((personId) => [
      personId,
      {
        stays: (stays.get(personId) ?? []).map((row) => ({
          category: row.category,
          standing: row.standing,
          from: row.valid_from,
          to: row.valid_to,
        })),
        restrictions: restrictions.get(personId) ?? [],
      },
    ]),
  );
}

/** Who stands with 停止党籍 in organisations today, and since when. */
export async function suspendedOver(
  read: Read,
  orgIds: readonly OrgId[],
): Promise<{ readonly personId: PersonId; readonly orgId: OrgId; readonly from: PlainDate }[]> {
  if (orgIds.length === 0) return [];
  const rows = await read.db
    .selectFrom('membership')
    .select(['person_id', 'org_id', 'valid_from'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`org_id = any(${[...orgIds]}::uuid[])`)
    .where('standing', '=', 'suspended')
    .where('superseded_at', 'is', null)
    .where('valid_to', 'is', null)
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    orgId: row.org_id as OrgId,
    from: row.valid_from,
  }));
}

/** Ids of what of a kind bars somebody on a day. */
export async function restrictionsAt(
  read: Read,
  personId: PersonId,
  kind: Restriction['kind'],
  day: PlainDate,
): Promise<readonly string[]> {
  const rows = await read.db
    .selectFrom('member_restriction')
    .select('restriction_id')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .where('superseded_at', 'is', null)
    .execute();
  return rows.map((row) => row.restriction_id);
}
