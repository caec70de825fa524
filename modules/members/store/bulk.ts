import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { datedMany, insertMany, sql, type Read, type Write } from '#platform/db';
import { searchTokens } from '#platform/words';
import type { OrgPlace } from '#modules/organisations';
import { columnsOf, type PersonFields } from '../rules/fields.ts';
import { MEMBERSHIP } from './membership.ts';
import { PERSON_STATE } from './person.ts';
import { lastFourHash, numberHash, phoneHash } from './secret.ts';

const CHUNK = 5_000;

/** Number and phone as they are kept: encrypted, with the hashes by which they are found. */
export interface SealedSecret {
  readonly id_number: string | null;
  readonly id_number_hash: string | null;
  readonly id_last4_hash: string | null;
  readonly phone: string | null;
  readonly phone_hash: string | null;
  readonly phone_last4_hash: string | null;
}

const NONE: SealedSecret = {
  id_number: null,
  id_number_hash: null,
  id_last4_hash: null,
  phone: null,
  phone_hash: null,
  phone_last4_hash: null,
};

/** Seals what a row says; null where it says neither. */
export function sealSecret(
  read: Read,
  plain: { readonly idNumber: string | undefined; readonly phone: string | undefined },
): SealedSecret | null {
  const { idNumber, phone } = plain;
  if (idNumber === undefined && phone === undefined) return null;
  const of = (value: string | undefined, make: (given: string) => string): string | null =>
    value === undefined ? null : make(value);
  const seal = (value: string): string => read.secrets.encrypt(read.actor.tenantId, value);
  return {
    id_number: of(idNumber, seal),
    id_number_hash: of(idNumber, (value) => numberHash(read, value)),
    id_last4_hash: of(idNumber, (value) => lastFourHash(read, 'id', value)),
    phone: of(phone, seal),
    phone_hash: of(phone, (value) => phoneHash(read, value)),
    phone_last4_hash: of(phone, (value) => lastFourHash(read, 'phone', value)),
  };
}

export interface Stay {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly category: 'full' | 'probationary';
}

export interface Entering {
  readonly place: OrgPlace;
  readonly fields: PersonFields;
  /** In order, at least one; the file begins with the first. */
  readonly stays: readonly Stay[];
  readonly secret: SealedSecret | null;
}

export async function addTokens(
  write: Write,
  people: readonly { personId: string; place: OrgPlace; name: string }[],
): Promise<void> {
  const known = new Map<string, string[]>();
  for (let at = 0; at < people.length; at += CHUNK) {
    const rows = people.slice(at, at + CHUNK).map(({ personId, place, name }) => {
      const tokens = known.get(name) ?? searchTokens(name);
      known.set(name, tokens);
      return { p: personId, o: place.orgId, h: place.orgPath, t: tokens };
    });
    await sql`insert into person_token (tenant_id, token, person_id, org_id, org_path)
      select ${write.actor.tenantId}::uuid, token, x.p, x.o, x.h
        from json_to_recordset(${JSON.stringify(rows)}::json) as x(p uuid, o uuid, h text, t text[]),
             unnest(x.t) as token
       order by token, x.p
      on conflict do nothing`.execute(write.db);
  }
}

/**
 * Enters many people by few statements; the caller has checked that they are new. Their rows name
 * the organisations of `place`; a number already kept breaks the unique index `person_secret_id_number`.
 */
export async function enterMany(write: Write, people: readonly Entering[]): Promise<PersonId[]> {
  const ids: PersonId[] = people.map(() => write.newId<'Person'>());
  const at = <T>(list: readonly T[], index: number): T => list[index] as T;
  await insertMany(
    write,
    'person',
    people.map(({ place }, i) => ({ ...write.stamp(place), person_id: at(ids, i) })),
  );
  await datedMany.begin(
    write,
    PERSON_STATE,
    people.map(({ place, fields, stays }, i) => ({
      from: at(stays, 0).from,
      to: null,
      values: {
        person_id: at(ids, i),
        org_id: place.orgId,
        org_path: place.orgPath,
        other_path: place.orgPath,
        ...columnsOf(fields),
      },
    })),
  );
  await datedMany.begin(
    write,
    MEMBERSHIP,
    people.flatMap(({ place, stays }, i) =>
      stays.map(({ from, to, category }) => ({
        from,
        to,
        values: {
          person_id: at(ids, i),
          org_id: place.orgId,
          org_path: place.orgPath,
          other_path: place.orgPath,
          category,
          way_in: 'opening',
        },
      })),
    ),
  );
  await insertMany(
    write,
    'person_secret',
    people.map(({ place, secret }, i) => ({
      ...write.stamp(place),
      person_id: at(ids, i),
      ...(secret ?? NONE),
    })),
  );
  await addTokens(
    write,
    people.map(({ place, fields }, i) => ({
      personId: at(ids, i),
      place,
      name: fields.name,
    })),
  );
  return ids;
}

export interface Changing {
  readonly personId: string;
  readonly place: OrgPlace;
  readonly fields: Partial<PersonFields>;
  readonly category: 'full' | 'probationary' | null;
  /** Only what is to be replaced is not null. */
  readonly secret: SealedSecret | null;
}

/** What the file's numbers were before, by person; for taking a change back. */
export type SecretsBefore = ReadonlyMap<string, SealedSecret>;

/** Sets both numbers of many people to exactly what is given. */
export async function setSecrets(
  write: Write,
  people: readonly {
    readonly personId: string;
    readonly place: OrgPlace;
    readonly secret: SealedSecret;
  }[],
): Promise<void> {
  for (let at = 0; at < people.length; at += CHUNK) {
    const rows = people.slice(at, at + CHUNK).map(({ personId, place, secret }) => ({
      ...write.stamp(place),
      person_id: personId,
      ...secret,
    }));
    await sql`
      insert into person_secret (tenant_id, org_id, org_path, entered_at, entered_by, person_id,
             id_number, id_number_hash, id_last4_hash, phone, phone_hash, phone_last4_hash)
      select tenant_id, org_id, org_path, entered_at, entered_by, person_id,
             id_number, id_number_hash, id_last4_hash, phone, phone_hash, phone_last4_hash
        from json_populate_recordset(null::person_secret, ${JSON.stringify(rows)}::json)
      on conflict (tenant_id, person_id) do update set
        id_number = excluded.id_number, id_number_hash = excluded.id_number_hash,
        id_last4_hash = excluded.id_last4_hash, phone = excluded.phone,
        phone_hash = excluded.phone_hash, phone_last4_hash = excluded.phone_last4_hash,
        entered_at = excluded.entered_at, entered_by = excluded.entered_by,
        version = person_secret.version + 1`.execute(write.db);
  }
}

async function replaceSecrets(write: Write, people: readonly Changing[]): Promise<SecretsBefore> {
  const before = new Map<string, SealedSecret>();
  const wanted = people.filter((one) => one.secret !== null);
  for (let at = 0; at < wanted.length; at += CHUNK) {
    const part = wanted.slice(at, at + CHUNK);
    const found = await sql<SealedSecret & { person_id: string }>`
      select person_id, id_number, id_number_hash, id_last4_hash, phone, phone_hash, phone_last4_hash
        from person_secret where tenant_id = ${write.actor.tenantId}::uuid
         and person_id = any(${part.map((one) => one.personId)}::uuid[]) for update`.execute(
      write.db,
    );
    for (const { person_id, ...rest } of found.rows) before.set(person_id, rest);
    for (const { personId } of part) if (!before.has(personId)) before.set(personId, NONE);
  }
  await setSecrets(
    write,
    wanted.map(({ personId, place, secret }) => {
      const had = before.get(personId) ?? NONE;
      const id = (secret?.id_number ?? null) === null ? had : (secret ?? had);
      const phone = (secret?.phone ?? null) === null ? had : (secret ?? had);
      return {
        personId,
        place,
        secret: {
          id_number: id.id_number,
          id_number_hash: id.id_number_hash,
          id_last4_hash: id.id_last4_hash,
          phone: phone.phone,
          phone_hash: phone.phone_hash,
          phone_last4_hash: phone.phone_last4_hash,
        },
      };
    }),
  );
  return before;
}

async function renameTokens(write: Write, people: readonly Changing[]): Promise<void> {
  const renamed = people.flatMap(({ personId, place, fields }) =>
    fields.name === undefined ? [] : [{ personId, place, name: fields.name }],
  );
  if (renamed.length === 0) return;
  await sql`delete from person_token where tenant_id = ${write.actor.tenantId}::uuid
     and person_id = any(${renamed.map((one) => one.personId)}::uuid[])`.execute(write.db);
  await addTokens(write, renamed);
}

/** Dated changes of many files from one day on; identity and phone at once. */
export async function changeMany(
  write: Write,
  from: PlainDate,
  people: readonly Changing[],
): Promise<SecretsBefore> {
  const states = people.filter((one) => Object.keys(one.fields).length > 0);
  await datedMany.change(
    write,
    PERSON_STATE,
    from,
    new Map(states.map((one) => [one.personId, columnsOf(one.fields)])),
  );
  const stays = people.filter((one) => one.category !== null);
  await datedMany.change(
    write,
    MEMBERSHIP,
    from,
    new Map(stays.map((one) => [one.personId, { category: one.category }])),
  );
  await renameTokens(write, people);
  return replaceSecrets(write, people);
}
