import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read } from '#platform/db';
import { normaliseQuery } from '#platform/words';
import type { OrgPlace } from '#modules/organisations';
import { WAYS_OUT, type WayOut } from '../rules/movement.ts';

/**
 * Every membership row of an organisation that touches a span of days, current versions only, with the
 * latest name within sight: somebody who moved on is still named to the organisation left.
 */
export async function membershipsOf(read: Read, orgId: OrgId, from: PlainDate, to: PlainDate) {
  return read.db
    .selectFrom('membership as m')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('person_state as s')
          .select(['s.name', 's.frail', 's.joined_on'])
          .whereRef('s.tenant_id', '=', 'm.tenant_id')
          .whereRef('s.person_id', '=', 'm.person_id')
          .where('s.superseded_at', 'is', null)
          .orderBy('s.valid_from', 'desc')
          .limit(1)
          .as('p'),
      (join) => join.onTrue(),
    )
    .select([
      'm.person_id',
      'm.category',
      'm.standing',
      'm.group_id',
      'm.unit',
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

/** Ids of everybody in an organisation's roster on a day; those with 停止党籍 are not. */
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
    .where('standing', '=', 'normal')
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
    .distinctOn('person_id')
    .select(['person_id', 'name'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`person_id = any(${[...new Set(people)]}::uuid[])`)
    .where('superseded_at', 'is', null)
    .orderBy('person_id')
    .orderBy('valid_from', 'desc')
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

/** Members of each organisation on a day, within one's scope. */
export async function memberCounts(
  read: Read,
  day: PlainDate,
): Promise<ReadonlyMap<OrgId, { readonly full: number; readonly probationary: number }>> {
  const rows = await read.db
    .selectFrom('membership')
    .select([
      'org_id',
      sql<number>`count(*) filter (where category = 'full')`.as('full'),
      sql<number>`count(*) filter (where category = 'probationary')`.as('probationary'),
    ])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .where('standing', '=', 'normal')
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .groupBy('org_id')
    .execute();
  return new Map(
    rows.map((row) => [
      row.org_id as OrgId,
      { full: Number(row.full), probationary: Number(row.probationary) },
    ]),
  );
}

/** Ids of people with a file at or below a place whose name, pinyin or initials begin with a word; members or not. */
export async function peopleNamed(
  read: Read,
  within: OrgPlace['orgPath'],
  typed: string,
): Promise<PersonId[]> {
  const token = normaliseQuery(typed);
  if (token === '') return [];
  const rows = await read.db
    .selectFrom('person_state')
    .select('person_id')
    .distinct()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('name', 'in', sql<string>`(select names_found(${token}, ${`${token}\u{10ffff}`}))`)
    .where('org_path', '>=', within)
    .where('org_path', '<', `${within}~`)
    .where('superseded_at', 'is', null)
    .limit(500)
    .execute();
  return rows.map((row) => row.person_id as PersonId);
}

/** How and from which day on somebody who stands in no roster left the last one, or null. */
export async function lastLeft(
  read: Read,
  personId: PersonId,
): Promise<{
  readonly way: WayOut;
  readonly wayName: string;
  readonly on: PlainDate;
} | null> {
  const row = await read.db
    .selectFrom('membership')
    .select(['way_out', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('person_id', '=', personId)
    .where('superseded_at', 'is', null)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || row.valid_to === null || row.way_out === null) return null;
  const way = row.way_out as WayOut;
  return way in WAYS_OUT ? { way, wayName: WAYS_OUT[way], on: row.valid_to } : null;
}

/** Who of these people died: the last membership ended so. */
export async function diedAmong(
  read: Read,
  people: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  if (people.length === 0) return new Set();
  const rows = await read.db
    .selectFrom('membership')
    .select('person_id')
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`person_id = any(${[...new Set(people)]}::uuid[])`)
    .where('superseded_at', 'is', null)
    .where('way_out', '=', 'died')
    .execute();
  return new Set(rows.map((row) => row.person_id as PersonId));
}
