import type { Id, PersonId } from '#kernel/ids';
import { sql, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

export type MergeId = Id<'PersonMerge'>;

/** What has to be put back when a merge is undone. */
export interface Moved {
  readonly stayIds: readonly string[];
  /** Whether the alias's identity number and phone went to the kept file. */
  readonly number: boolean;
  readonly phone: boolean;
}

export async function insertMerge(
  write: Write,
  place: OrgPlace,
  merge: {
    readonly aliasId: PersonId;
    readonly keptId: PersonId;
    readonly reason: string;
    readonly moved: Moved;
  },
): Promise<MergeId> {
  const id = write.newId<'PersonMerge'>();
  await write.db
    .insertInto('person_merge')
    .values({
      ...write.stamp(place),
      id,
      person_id: merge.aliasId,
      kept_id: merge.keptId,
      reason: merge.reason,
      moved: JSON.stringify(merge.moved),
    })
    .execute();
  return id;
}

export async function mergeForUpdate(write: Write, id: MergeId) {
  const row = await write.db
    .selectFrom('person_merge')
    .selectAll()
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function supersedeMerge(write: Write, id: MergeId): Promise<void> {
  await write.db
    .updateTable('person_merge')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', id)
    .execute();
}

/** Standing merges below a path, newest first. */
export async function mergesWithin(read: Read, within: string) {
  return read.db
    .selectFrom('person_merge')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .where('org_path', '>=', within)
    .where('org_path', '<', `${within}~`)
    .orderBy('entered_at', 'desc')
    .limit(100)
    .execute();
}

/** Takes the alias's standing memberships out of the rosters; returns their ids. */
export async function supersedeStays(write: Write, personId: PersonId): Promise<string[]> {
  const rows = await write.db
    .updateTable('membership')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('person_id', '=', personId)
    .where('superseded_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** The same memberships once more, as new rows: a superseded fact stays superseded. */
export async function reviveStays(write: Write, ids: readonly string[]): Promise<void> {
  const rows = await write.db
    .selectFrom('membership')
    .selectAll()
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', 'in', ids.length === 0 ? [write.newId()] : [...ids])
    .execute();
  for (const row of rows) {
    await write.db
      .insertInto('membership')
      .values({
        ...row,
        id: write.newId(),
        entered_at: write.enteredAt,
        entered_by: write.actor.accountId,
        superseded_at: null,
      })
      .execute();
  }
}

/** Identity number or phone go from one file to another, or back, without being opened. */
export async function moveSecret(
  write: Write,
  from: PersonId,
  to: PersonId,
  which: 'number' | 'phone',
): Promise<void> {
  const columns =
    which === 'number'
      ? ['id_number', 'id_number_hash', 'id_last4_hash']
      : ['phone', 'phone_hash', 'phone_last4_hash'];
  const refs = sql.join(columns.map((column) => sql.ref(column)));
  const tenant = write.actor.tenantId;
  const found = await sql<Record<string, string | null>>`
    select ${refs} from person_secret where tenant_id = ${tenant}::uuid and person_id = ${from}::uuid`.execute(
    write.db,
  );
  const values = found.rows[0];
  if (values === undefined) return;
  const set = (row: Readonly<Record<string, string | null>>) =>
    sql.join(columns.map((column) => sql`${sql.ref(column)} = ${row[column] ?? null}`));
  // The number is unique: it leaves the one before it stands in the other.
  await sql`update person_secret set ${set({})}, version = version + 1
    where tenant_id = ${tenant}::uuid and person_id = ${from}::uuid`.execute(write.db);
  await sql`update person_secret set ${set(values)}, version = version + 1
    where tenant_id = ${tenant}::uuid and person_id = ${to}::uuid`.execute(write.db);
}
