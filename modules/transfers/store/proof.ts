import type { PersonId } from '#kernel/ids';
import { sql, type Read, type Write } from '#platform/db';

/** All tenants share this name as owner of the hash, so that one number gives one hash everywhere. */
export const INSTALLATION = '00000000-0000-7000-8000-0000000000aa';

export interface Unindexed {
  readonly personId: PersonId;
  readonly basis: string;
  readonly idNumber: string;
}

/** Whose number is not indexed yet, or was another one when it was. Sees all of the acting tenant. */
export async function unindexed(read: Read, most: number): Promise<Unindexed[]> {
  const found = await sql<{ person_id: PersonId; basis: string; id_number: string }>`
    select * from roster_unindexed(${most})`.execute(read.db);
  return found.rows.map((row) => ({
    personId: row.person_id,
    basis: row.basis,
    idNumber: row.id_number,
  }));
}

/** Keeps the installation's hash of each number; the number itself is opened here and kept nowhere. */
export async function indexNumbers(write: Write, rows: readonly Unindexed[]): Promise<void> {
  if (rows.length === 0) return;
  const { secrets, actor } = write;
  const hashes = rows.map((row) =>
    secrets.keyedHash(INSTALLATION, 'roster', secrets.decrypt(actor.tenantId, row.idNumber)),
  );
  await sql`select roster_index_put(${rows.map((row) => row.personId)}::uuid[],
    ${rows.map((row) => row.basis)}::text[], ${hashes}::text[])`.execute(write.db);
}

/** Writes down what of the rosters fails at an instant, over all tenants; how many places. */
export async function provedAt(db: Read['db'], at: Date): Promise<number> {
  const found = await sql<{ n: number }>`select transfer_prove(${at}) as n`.execute(db);
  return Number(found.rows[0]?.n ?? 0);
}
