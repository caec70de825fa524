import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { dated, type DatedTable, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

export const PERSON_STATE: DatedTable = { table: 'person_state', key: 'person_id' };
export const MEMBERSHIP: DatedTable = { table: 'membership', key: 'person_id' };

export interface PersonValues {
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  readonly bornOn: PlainDate | null;
  readonly joinedOn: PlainDate | null;
  readonly regularisedOn: PlainDate | null;
}

export async function insertPerson(
  write: Write,
  place: OrgPlace,
  from: PlainDate,
  values: PersonValues,
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
    name: values.name,
    sex: values.sex,
    born_on: values.bornOn,
    joined_on: values.joinedOn,
    regularised_on: values.regularisedOn,
  });
  return personId;
}

export async function insertTokens(
  write: Write,
  place: OrgPlace,
  personId: PersonId,
  tokens: readonly string[],
): Promise<void> {
  if (tokens.length === 0) return;
  await write.db
    .insertInto('person_token')
    .values(
      tokens.map((token) => ({
        tenant_id: write.actor.tenantId,
        token,
        person_id: personId,
        org_id: place.orgId,
        org_path: place.orgPath,
      })),
    )
    .onConflict((oc) => oc.doNothing())
    .execute();
}

export async function insertMembership(
  write: Write,
  place: OrgPlace,
  personId: PersonId,
  from: PlainDate,
  values: { category: 'full' | 'probationary'; wayIn: string; unit?: string },
): Promise<void> {
  await dated.begin(write, MEMBERSHIP, from, {
    person_id: personId,
    org_id: place.orgId,
    org_path: place.orgPath,
    category: values.category,
    way_in: values.wayIn,
    unit: values.unit ?? '',
  });
}

/** Standing roster rows of organisations on a day, with the personal facts of that day. */
export function rosterOn(read: Read, day: PlainDate) {
  return read.db
    .selectFrom('membership as m')
    .innerJoin('person_state as p', (join) =>
      join
        .onRef('p.tenant_id', '=', 'm.tenant_id')
        .onRef('p.person_id', '=', 'm.person_id')
        .on('p.superseded_at', 'is', null)
        .on('p.valid_from', '<=', day)
        .on((eb) => eb.or([eb('p.valid_to', 'is', null), eb('p.valid_to', '>', day)])),
    )
    .where('m.tenant_id', '=', read.actor.tenantId)
    .where('m.superseded_at', 'is', null)
    .where('m.valid_from', '<=', day)
    .where((eb) => eb.or([eb('m.valid_to', 'is', null), eb('m.valid_to', '>', day)]));
}

/** Every membership row of an organisation that touches a span of days, current versions only. */
export async function membershipsOf(read: Read, orgId: OrgId, from: PlainDate, to: PlainDate) {
  return read.db
    .selectFrom('membership as m')
    .innerJoin('person_state as p', (join) =>
      join
        .onRef('p.tenant_id', '=', 'm.tenant_id')
        .onRef('p.person_id', '=', 'm.person_id')
        .on('p.superseded_at', 'is', null)
        .on('p.valid_to', 'is', null),
    )
    .select([
      'm.person_id',
      'm.category',
      'm.way_in',
      'm.way_out',
      'm.valid_from',
      'm.valid_to',
      'p.name',
      'p.frail',
      'p.joined_on',
    ])
    .where('m.tenant_id', '=', read.actor.tenantId)
    .where('m.org_id', '=', orgId)
    .where('m.superseded_at', 'is', null)
    .where('m.valid_from', '<=', to)
    .where((eb) => eb.or([eb('m.valid_to', 'is', null), eb('m.valid_to', '>', from)]))
    .orderBy('m.person_id')
    .orderBy('m.valid_from')
    .execute();
}

/** Ids of everybody in an organisation's roster on a day. */
export async function rosterIdsOn(
  read: Read,
  orgId: OrgId,
  day: PlainDate,
): Promise<ReadonlySet<PersonId>> {
  const rows = await read.db
    .selectFrom('membership')
    .select('person_id')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .execute();
  return new Set(rows.map((row) => row.person_id as PersonId));
}

/** Latest names of people within sight. */
export async function namesOf(
  read: Read,
  people: readonly PersonId[],
): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('person_state')
    .select(['person_id', 'name'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('person_id', 'in', [...new Set(people)])
    .where('superseded_at', 'is', null)
    .where('valid_to', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.name]));
}

/** The organisation whose roster a person stands in today, or null. */
export async function homeOf(read: Read, personId: PersonId): Promise<OrgPlace | null> {
  const row = await read.db
    .selectFrom('membership')
    .select(['org_id', 'org_path'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('person_id', '=', personId)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', read.today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', read.today)]))
    .executeTakeFirst();
  return row === undefined
    ? null
    : { orgId: row.org_id as OrgId, orgPath: row.org_path as OrgPlace['orgPath'] };
}
