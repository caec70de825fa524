import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read } from '#platform/db';

/** What is asked of many rosters at once: `orgIds` null is everything within sight. */
export interface StaysAsked {
  readonly orgIds: readonly OrgId[] | null;
  /** Rows beginning after this day are left out. */
  readonly to: PlainDate;
  /** As entered up to an instant; null: as it stands now. */
  readonly knownAt: Date | null;
}

/** Every membership row of organisations from the beginning up to a day, by person and start. */
export async function staysOf(read: Read, { orgIds, to, knownAt }: StaysAsked) {
  return read.db
    .selectFrom('membership')
    .select([
      'org_id',
      'person_id',
      'category',
      'standing',
      'group_id',
      'way_in',
      'way_out',
      'valid_from',
      'valid_to',
    ])
    .where('tenant_id', '=', read.actor.tenantId)
    .$if(orgIds !== null, (qb) =>
      qb.where(sql<boolean>`org_id = any(${[...(orgIds ?? [])]}::uuid[])`),
    )
    .where('valid_from', '<=', to)
    .$if(knownAt === null, (qb) => qb.where('superseded_at', 'is', null))
    .$if(knownAt !== null, (qb) =>
      qb
        .where('entered_at', '<=', knownAt as Date)
        .where((eb) =>
          eb.or([eb('superseded_at', 'is', null), eb('superseded_at', '>', knownAt as Date)]),
        ),
    )
    .orderBy('person_id')
    .orderBy('valid_from')
    .execute();
}

/** A span in which somebody stands in the roster of an organisation (正常), within sight. */
export interface RosterSpan {
  readonly personId: PersonId;
  readonly orgId: OrgId;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** When people stood in which roster, as entered up to an instant (null: as it stands now). */
export async function rosterSpans(
  read: Read,
  people: readonly PersonId[],
  knownAt: Date | null,
): Promise<RosterSpan[]> {
  if (people.length === 0) return [];
  const rows = await read.db
    .selectFrom('membership')
    .select(['person_id', 'org_id', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`person_id = any(${[...new Set(people)]}::uuid[])`)
    .where('standing', '=', 'normal')
    .$if(knownAt === null, (qb) => qb.where('superseded_at', 'is', null))
    .$if(knownAt !== null, (qb) =>
      qb
        .where('entered_at', '<=', knownAt as Date)
        .where((eb) =>
          eb.or([eb('superseded_at', 'is', null), eb('superseded_at', '>', knownAt as Date)]),
        ),
    )
    .orderBy('person_id')
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    orgId: row.org_id as OrgId,
    from: row.valid_from,
    to: row.valid_to,
  }));
}

export interface Face {
  readonly name: string;
  /** 年老体弱: no alarm concerns them. */
  readonly frail: boolean;
  readonly joinedOn: PlainDate | null;
  readonly bornOn: PlainDate | null;
  readonly sex: 'male' | 'female' | null;
}

/** Latest name, frailty and joining day of people within sight. */
export async function facesOf(
  read: Read,
  people: readonly PersonId[],
): Promise<ReadonlyMap<string, Face>> {
  if (people.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('person_state')
    .distinctOn('person_id')
    .select(['person_id', 'name', 'frail', 'joined_on', 'born_on', 'sex'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`person_id = any(${[...new Set(people)]}::uuid[])`)
    .where('superseded_at', 'is', null)
    .orderBy('person_id')
    .orderBy('valid_from', 'desc')
    .execute();
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        name: row.name,
        frail: row.frail,
        joinedOn: row.joined_on,
        bornOn: row.born_on,
        sex: row.sex,
      },
    ]),
  );
}
