import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type RawBuilder, type Read } from '#platform/db';
import type { LooseDate } from '../rules/dates.ts';
import type { KnownValues } from '../rules/diff.ts';
import { maskIdentity } from '../rules/identity.ts';
import type { KnownPerson } from '../rules/match.ts';
import { fieldsOf, showField } from '../rules/fields.ts';
import { knownValuesOf } from '../rules/roster-fields.ts';

export interface StandingPerson extends KnownPerson {
  readonly orgId: OrgId;
}

interface StandingRow {
  person_id: string;
  org_id: string;
  name: string;
  id_number_hash: string | null;
  born_on: PlainDate | null;
  born_precision: LooseDate['precision'];
  joined_on: PlainDate | null;
  joined_precision: LooseDate['precision'];
}

const loose = (day: PlainDate | null, precision: LooseDate['precision']): LooseDate | null =>
  day === null ? null : { day, precision };

/**
 * Everybody who stands in a roster within one's scope, with what tells one person from another; where
 * `like` is given (rows of `name` and `hash`), those only who bear one of its names or numbers.
 */
export async function standingPeople(
  read: Read,
  like?: RawBuilder<unknown>,
): Promise<StandingPerson[]> {
  const { tenantId, scope } = read.actor;
  if (scope === null) return [];
  const narrowed =
    like === undefined
      ? sql`true`
      : sql`(p.name in (select l.name from ${like} l)
          or s.id_number_hash in (select l.hash from ${like} l))`;
  const found = await sql<StandingRow>`
    select m.person_id, m.org_id, p.name, s.id_number_hash,
           p.born_on, p.born_precision, p.joined_on, p.joined_precision
      from membership m
      join person_state p on p.tenant_id = m.tenant_id and p.person_id = m.person_id
       and p.superseded_at is null and p.valid_to is null
      left join person_secret s on s.tenant_id = m.tenant_id and s.person_id = m.person_id
     where m.tenant_id = ${tenantId}::uuid and m.superseded_at is null and m.valid_to is null
       and m.org_path >= ${scope} and m.org_path < ${`${scope}~`} and ${narrowed}`.execute(read.db);
  return found.rows.map((row) => ({
    personId: row.person_id,
    orgId: row.org_id as OrgId,
    name: row.name,
    idHash: row.id_number_hash,
    bornOn: loose(row.born_on, row.born_precision),
    joinedOn: loose(row.joined_on, row.joined_precision),
  }));
}

export interface KnownSecret {
  readonly idHash: string | null;
  readonly phoneHash: string | null;
  /** As lists show them; null where there is none. */
  readonly idMasked: string | null;
  readonly phoneMasked: string | null;
}

export interface KnownFile {
  /** The state row of the day; another one later means that somebody changed the file meanwhile. */
  readonly basis: string;
  readonly values: KnownValues;
  readonly secret: KnownSecret;
}

/** `138****8000`. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** Files of people as they are true on a day (their first state where they came later). Out of sight: left out. */
export async function knownFiles(
  read: Read,
  people: readonly string[],
  day: PlainDate,
): Promise<ReadonlyMap<string, KnownFile>> {
  const { tenantId } = read.actor;
  if (people.length === 0) return new Map();
  const found = await sql<Record<string, unknown>>`
    select distinct on (p.person_id) p.*, m.category,
           s.id_number, s.id_number_hash, s.phone, s.phone_hash
      from person_state p
      left join membership m on m.tenant_id = p.tenant_id and m.person_id = p.person_id
       and m.superseded_at is null and (m.valid_to is null or m.valid_to > ${day}::date)
      left join person_secret s on s.tenant_id = p.tenant_id and s.person_id = p.person_id
     where p.tenant_id = ${tenantId}::uuid and p.person_id = any(${[...people]}::uuid[])
       and p.superseded_at is null and (p.valid_to is null or p.valid_to > ${day}::date)
     order by p.person_id, p.valid_from, m.valid_from`.execute(read.db);
  const open = (value: unknown, mask: (plain: string) => string): string | null =>
    typeof value === 'string' ? mask(read.secrets.decrypt(tenantId, value)) : null;
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return new Map(
    found.rows.map((row) => [
      String(row['person_id']),
      {
        basis: String(row['id']),
        values: { ...knownValuesOf(fieldsOf(row)), category: text(row['category']) },
        secret: {
          idHash: text(row['id_number_hash']),
          phoneHash: text(row['phone_hash']),
          idMasked: open(row['id_number'], maskIdentity),
          phoneMasked: open(row['phone'], maskPhone),
        },
      },
    ]),
  );
}

/** Who stands in the rosters of these organisations on a day: id and name. */
export async function rosterNames(
  read: Read,
  orgIds: readonly string[],
  day: PlainDate,
): Promise<{ personId: PersonId; orgId: OrgId; name: string }[]> {
  const found = await sql<{ person_id: string; org_id: string; name: string }>`
    select distinct on (m.person_id) m.person_id, m.org_id, p.name
      from membership m
      join person_state p on p.tenant_id = m.tenant_id and p.person_id = m.person_id
       and p.superseded_at is null
     where m.tenant_id = ${read.actor.tenantId}::uuid and m.org_id = any(${[...orgIds]}::uuid[])
       and m.superseded_at is null and m.valid_from <= ${day}::date
       and (m.valid_to is null or m.valid_to > ${day}::date)
     order by m.person_id, p.valid_from desc`.execute(read.db);
  return found.rows.map((row) => ({
    personId: row.person_id as PersonId,
    orgId: row.org_id as OrgId,
    name: row.name,
  }));
}

/** Tells the planner how large the tables have become; after an act that wrote thousands of people. */
export async function countRosters(read: Read): Promise<void> {
  await sql`select roster_counted()`.execute(read.db);
}

/** Of these state rows, those that still stand: a file changed meanwhile has others. */
export async function standingStates(
  read: Read,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await sql<{ id: string }>`select id from person_state
    where tenant_id = ${read.actor.tenantId}::uuid and id = any(${[...ids]}::uuid[])
      and superseded_at is null`.execute(read.db);
  return new Set(found.rows.map((row) => row.id));
}

/** Name and what tells a person from namesakes, of people within sight. */
export async function briefOf(
  read: Read,
  people: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly detail: string }>> {
  const found = await sql<Record<string, unknown>>`
    select distinct on (p.person_id) p.* from person_state p
     where p.tenant_id = ${read.actor.tenantId}::uuid
       and p.person_id = any(${[...new Set(people)]}::uuid[]) and p.superseded_at is null
     order by p.person_id, p.valid_from desc`.execute(read.db);
  return new Map(
    found.rows.map((row) => {
      const { name, sex, bornOn, joinedOn, workUnit } = fieldsOf(row);
      const parts = [
        sex === null ? '' : showField('sex', sex),
        bornOn === null ? '' : `${showField('bornOn', bornOn)}生`,
        joinedOn === null ? '' : `${showField('joinedOn', joinedOn)}入党`,
        workUnit ?? '',
      ];
      return [String(row['person_id']), { name, detail: parts.filter((p) => p !== '').join('，') }];
    }),
  );
}
