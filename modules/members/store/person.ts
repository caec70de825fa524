import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { dated, sql, type DatedTable, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import { columnsOf, type PersonFields } from '../rules/fields.ts';

export const PERSON_STATE: DatedTable = { table: 'person_state', key: 'person_id' };

/** Anchor and first state of a new person of an organisation. */
export async function insertPerson(
  write: Write,
  place: OrgPlace,
  from: PlainDate,
  fields: PersonFields,
): Promise<PersonId> {
  const personId = write.newId<'Person'>();
  await write.db
    .insertInto('person')
    .values({ ...write.stamp(place), person_id: personId })
    .execute();
  await dated.begin(write, PERSON_STATE, from, {
    person_id: personId,
    org_id: place.orgId,
    org_path: place.orgPath,
    other_path: place.orgPath,
    ...columnsOf(fields),
  });
  return personId;
}

/** Where a person's file stands for access, or null when it is none or out of sight. */
export async function anchorOf(read: Read, personId: PersonId): Promise<OrgPlace | null> {
  const row = await read.db
    .selectFrom('person')
    .select(['org_id', 'org_path'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { orgId: row.org_id as OrgPlace['orgId'], orgPath: row.org_path as OrgPlace['orgPath'] };
}

/** Every version of a person's states within sight, superseded ones too, oldest entry first. */
export async function statesOf(read: Read, personId: PersonId) {
  return read.db
    .selectFrom('person_state')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('person_id', '=', personId)
    .orderBy('entered_at')
    .orderBy('valid_from')
    .execute();
}

/** The state that holds on a day (the first one, before that day), locked. Null when out of sight. */
export async function stateForUpdate(write: Write, personId: PersonId, day: PlainDate) {
  const rows = await write.db
    .selectFrom('person_state')
    .selectAll()
    .where('tenant_id', '=', write.actor.tenantId)
    .where('person_id', '=', personId)
    .where('superseded_at', 'is', null)
    .orderBy('valid_from')
    .forUpdate()
    .execute();
  return rows.findLast((row) => row.valid_from <= day) ?? rows[0] ?? null;
}

/**
 * From a day on the file's period belongs to another organisation; earlier periods stay with theirs. A
 * file that begins only later belongs to it from its beginning.
 */
export async function homeFrom(
  write: Write,
  place: OrgPlace,
  personId: PersonId,
  from: PlainDate,
): Promise<void> {
  const begins = (await stateForUpdate(write, personId, from))?.valid_from ?? from;
  await dated.change(write, PERSON_STATE, personId, begins > from ? begins : from, {
    org_id: place.orgId,
    other_path: place.orgPath,
  });
}

/** Sets the access paths of all that travels with a person to the last standing membership. */
export async function follow(write: Write, personId: PersonId): Promise<void> {
  await sql`select person_follow(${personId}::uuid)`.execute(write.db);
}

/** The same for somebody with no membership: the file stands at a place from now on. */
export async function rehome(write: Write, place: OrgPlace, personId: PersonId): Promise<void> {
  const { tenantId } = write.actor;
  const at = { org_id: place.orgId, org_path: place.orgPath };
  for (const table of ['person', 'person_secret'] as const)
    await write.db
      .updateTable(table)
      .set(at)
      .where('tenant_id', '=', tenantId)
      .where('person_id', '=', personId)
      .execute();
  await write.db
    .updateTable('person_state')
    .set({ org_path: place.orgPath })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .execute();
}
