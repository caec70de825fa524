import type { PlainDate } from '#kernel/plain-date';
import { dated, sql, type DatedTable, type Write } from '#platform/db';

/**
 * From a day on `values` hold for a key. Where nothing held that day, a row of its own ends where the
 * next one begins: what was fixed for later stays as it was fixed. `row` is what every row of the key has.
 */
export async function holdFrom(
  write: Write,
  table: DatedTable,
  key: string,
  from: PlainDate,
  row: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const found = await sql<{ valid_from: PlainDate }>`
    select valid_from from ${sql.table(table.table)}
     where tenant_id = ${write.actor.tenantId}::uuid and ${sql.ref(table.key)} = ${key}::uuid
       and superseded_at is null and (valid_to is null or valid_to > ${from}::date)
     order by valid_from limit 1`.execute(write.db);
  const [next] = found.rows;
  if (next !== undefined && next.valid_from <= from) {
    await dated.change(write, table, key, from, values);
    return;
  }
  await dated.begin(write, table, from, { ...row, ...values }, next?.valid_from);
}
