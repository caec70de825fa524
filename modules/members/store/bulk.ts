import type { PlainDate } from '#kernel/plain-date';
import { datedMany, sql, type RawBuilder, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import {
  columnsOf,
  NO_FIELDS,
  PERSON_FIELD_NAMES,
  PERSON_FIELDS,
  type PersonFields,
} from '../rules/fields.ts';
import { MEMBERSHIP } from './membership.ts';
import { learnNames } from './names.ts';
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

/** Number and phone as typed and checked. */
export interface PlainSecret {
  readonly idNumber: string | undefined;
  readonly phone: string | undefined;
}

/** What is enough to compare two numbers. */
export type SecretHashes = Pick<SealedSecret, 'id_number_hash' | 'phone_hash'>;

export const hashSecret = (read: Read, { idNumber, phone }: PlainSecret): SecretHashes => ({
  id_number_hash: idNumber === undefined ? null : numberHash(read, idNumber),
  phone_hash: phone === undefined ? null : phoneHash(read, phone),
});

/**
 * Seals what the rows of one tenant's table say; null where a row says neither. There are few
 * endings of four characters: each is hashed once.
 */
export function sealer(): (
  read: Read,
  plain: PlainSecret,
  hashes: SecretHashes,
) => SealedSecret | null {
  const endings = { id: new Map<string, string>(), phone: new Map<string, string>() };
  const ending = (read: Read, of: 'id' | 'phone', value: string): string => {
    const four = value.slice(-4);
    const hash = endings[of].get(four) ?? lastFourHash(read, of, four);
    endings[of].set(four, hash);
    return hash;
  };
  return (read, { idNumber, phone }, hashes) => {
    if (idNumber === undefined && phone === undefined) return null;
    const seal = (value: string): string => read.secrets.encrypt(read.actor.tenantId, value);
    return {
      id_number: idNumber === undefined ? null : seal(idNumber),
      id_number_hash: hashes.id_number_hash,
      id_last4_hash: idNumber === undefined ? null : ending(read, 'id', idNumber),
      phone: phone === undefined ? null : seal(phone),
      phone_hash: hashes.phone_hash,
      phone_last4_hash: phone === undefined ? null : ending(read, 'phone', phone),
    };
  };
}

/**
 * People to be entered as rows of a query: `person_id`, `org_id`, `org_path`, `facts` (columns of their
 * first state as JSON, `name` among them, without those that are as usual), `category`, `stay_from`,
 * `turned_on` (from then on full member, until then probationary; else null), `secret` (a `SealedSecret`
 * as JSON, or null). It is asked once a table: nobody may change what it gives meanwhile.
 */
export type StagedPeople = RawBuilder<unknown>;

/** What a state is where a row says nothing. */
const USUAL = columnsOf(NO_FIELDS);
const FACTS = sql.join(Object.keys(USUAL).map((name) => sql.ref(name)));
const F_FACTS = sql.join(
  Object.entries(USUAL).map(([name, value]) =>
    value === null ? sql.ref(`f.${name}`) : sql`coalesce(${sql.ref(`f.${name}`)}, ${value})`,
  ),
);
const TYPES = { day: 'date', number: 'int', flag: 'boolean', name: 'text', words: 'text' } as const;
/** The facts with their types: a record of just these is read at a third of what a row of the table takes. */
const TYPED_FACTS = sql.join(
  PERSON_FIELD_NAMES.flatMap((name) => {
    const { column, kind, precision } = PERSON_FIELDS[name];
    const own = sql`${sql.ref(column)} ${sql.raw(typeof kind === 'object' ? 'text' : TYPES[kind])}`;
    return precision === undefined ? [own] : [own, sql`${sql.ref(precision)} text`];
  }),
);
const SECRETS = sql.join(Object.keys(NONE).map((name) => sql.ref(name)));
const F_SECRETS = sql.join(Object.keys(NONE).map((name) => sql.ref(`f.${name}`)));
const TYPED_SECRETS = sql.join(Object.keys(NONE).map((name) => sql`${sql.ref(name)} text`));

/** The columns of a first state that are not as usual, where `fields` are those that are known. */
export function factsOf(fields: Partial<PersonFields>): Readonly<Record<string, unknown>> {
  const facts: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(columnsOf(fields))) {
    if (value !== USUAL[name]) facts[name] = value;
  }
  return facts;
}

/**
 * Enters many people by few statements, without taking their rows through this process; the caller
 * has checked that they are new and sees to `learnNames`. A number already kept breaks the unique index
 * `person_secret_id_number`. First rows bear the id of their
 * person. Returns how many were entered.
 */
export async function enterStaged(write: Write, people: StagedPeople): Promise<number> {
  const tenant = sql`${write.actor.tenantId}::uuid`;
  const at = sql`${write.enteredAt}::timestamptz`;
  const by = sql`${write.actor.accountId}::uuid`;
  const entered = await sql`
    insert into person (tenant_id, person_id, org_id, org_path, entered_at, entered_by)
    select ${tenant}, s.person_id, s.org_id, s.org_path, ${at}, ${by} from ${people} s`.execute(
    write.db,
  );
  // A person made just now has no other rows, and the two stays meet in `turned_on`.
  await datedMany.ofNewKeys(write, async () => {
    await sql`
      insert into person_state (tenant_id, id, person_id, org_id, org_path, other_path, ${FACTS},
             valid_from, entered_at, entered_by)
      select ${tenant}, s.person_id, s.person_id, s.org_id, s.org_path, s.org_path, ${F_FACTS},
             s.stay_from, ${at}, ${by}
        from ${people} s cross join lateral json_to_record(s.facts) as f(${TYPED_FACTS})`.execute(
      write.db,
    );
    await sql`
      insert into membership (tenant_id, id, person_id, org_id, org_path, other_path, category, way_in,
             valid_from, entered_at, entered_by)
      select ${tenant}, s.person_id, s.person_id, s.org_id, s.org_path, s.org_path, s.category, 'opening',
             coalesce(s.turned_on, s.stay_from), ${at}, ${by} from ${people} s`.execute(write.db);
    await sql`
      insert into membership (tenant_id, id, person_id, org_id, org_path, other_path, category, way_in,
             valid_from, valid_to, entered_at, entered_by)
      select ${tenant}, md5(s.person_id || ' until turned')::uuid, s.person_id, s.org_id, s.org_path, s.org_path, 'probationary',
             'opening', s.stay_from, s.turned_on, ${at}, ${by}
        from ${people} s where s.turned_on is not null`.execute(write.db);
  });
  await sql`
    insert into person_secret (tenant_id, person_id, org_id, org_path, entered_at, entered_by, ${SECRETS})
    select ${tenant}, s.person_id, s.org_id, s.org_path, ${at}, ${by}, ${F_SECRETS}
      from ${people} s
      left join lateral json_to_record(s.secret) as f(${TYPED_SECRETS}) on true`.execute(write.db);
  return Number(entered.numAffectedRows ?? 0n);
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
  await learnNames(
    write,
    people.flatMap(({ fields }) => (fields.name === undefined ? [] : [fields.name])),
  );
  return replaceSecrets(write, people);
}
