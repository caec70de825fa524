import type { PersonId } from '#kernel/ids';
import { constraintOf, sql, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

/** Identity number and phone as typed and checked; null: none, undefined: not touched. */
export interface SecretValues {
  readonly idNumber?: string | null | undefined;
  readonly phone?: string | null | undefined;
}

type Columns = Readonly<Record<string, string | null>>;

export const numberHash = (read: Read, idNumber: string): string =>
  read.secrets.keyedHash(read.actor.tenantId, 'id_number', idNumber);
export const phoneHash = (read: Read, phone: string): string =>
  read.secrets.keyedHash(read.actor.tenantId, 'phone', phone);
export const lastFourHash = (read: Read, of: 'id' | 'phone', value: string): string =>
  read.secrets.keyedHash(read.actor.tenantId, `${of}_last4`, value.slice(-4).toUpperCase());

function columnsOf(read: Read, values: SecretValues): Columns {
  const tenant = read.actor.tenantId;
  const { idNumber, phone } = values;
  return {
    ...(idNumber === undefined
      ? {}
      : idNumber === null
        ? { id_number: null, id_number_hash: null, id_last4_hash: null }
        : {
            id_number: read.secrets.encrypt(tenant, idNumber),
            id_number_hash: numberHash(read, idNumber),
            id_last4_hash: lastFourHash(read, 'id', idNumber),
          }),
    ...(phone === undefined
      ? {}
      : phone === null
        ? { phone: null, phone_hash: null, phone_last4_hash: null }
        : {
            phone: read.secrets.encrypt(tenant, phone),
            phone_hash: phoneHash(read, phone),
            phone_last4_hash: lastFourHash(read, 'phone', phone),
          }),
  };
}

/** True where a write failed because the number belongs to somebody already. */
export const isNumberTaken = (error: unknown): boolean =>
  constraintOf(error) === 'person_secret_id_number';

/** Secrets of a new person; throws what `isNumberTaken` recognises. */
export async function insertSecrets(
  write: Write,
  place: OrgPlace,
  personId: PersonId,
  values: SecretValues,
): Promise<void> {
  await write.db
    .insertInto('person_secret')
    .values({ ...write.stamp(place), person_id: personId, ...columnsOf(write, values) })
    .execute();
}

/**
 * Other secrets in place: only audit keeps that they changed. False where `basedOn` is no longer the version.
 * Throws what `isNumberTaken` recognises.
 */
export async function updateSecrets(
  write: Write,
  personId: PersonId,
  values: SecretValues,
  basedOn: number | null,
): Promise<boolean> {
  const done = await write.db
    .updateTable('person_secret')
    .set({
      ...columnsOf(write, values),
      version: sql<number>`version + 1`,
      entered_at: write.enteredAt,
      entered_by: write.actor.accountId,
    })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('person_id', '=', personId)
    .$if(basedOn !== null, (qb) => qb.where('version', '=', basedOn ?? 0))
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export interface Revealed {
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly version: number;
}

/** Secrets of people within sight, in the clear: callers mask them or have an audited reason. */
export async function secretsOf(
  read: Read,
  people: readonly PersonId[],
): Promise<ReadonlyMap<string, Revealed>> {
  if (people.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('person_secret')
    .select(['person_id', 'id_number', 'phone', 'version'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('person_id', 'in', [...people])
    .execute();
  const plain = (value: string | null): string | null =>
    value === null ? null : read.secrets.decrypt(read.actor.tenantId, value);
  return new Map(
    rows.map((row) => [
      row.person_id,
      { idNumber: plain(row.id_number), phone: plain(row.phone), version: row.version },
    ]),
  );
}

export interface KnownNumber {
  readonly hash: string;
  /** Only of somebody who stands in no roster any more. */
  readonly personId: PersonId | null;
  readonly inRoster: boolean;
  readonly wayOut: string | null;
}

/** Which of these numbers are kept anywhere in the tenant, without saying where. */
export async function peopleByNumber(
  read: Read,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, KnownNumber>> {
  if (hashes.length === 0) return new Map();
  const found = await sql<{
    hash: string;
    person_id: PersonId | null;
    in_roster: boolean;
    way_out: string | null;
  }>`select * from person_by_number(${[...hashes]}::text[])`.execute(read.db);
  return new Map(
    found.rows.map((row) => [
      row.hash,
      { hash: row.hash, personId: row.person_id, inRoster: row.in_roster, wayOut: row.way_out },
    ]),
  );
}
