import type { PlainDate } from '#kernel/plain-date';
import { dated, datedMany, sql, type DatedTable, type Write } from '#platform/db';

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

type Values = Readonly<Record<string, unknown>>;

/** What `holdFrom` does to one key, done to many in few statements; all rows and values have one shape. */
export async function holdManyFrom(
  write: Write,
  table: DatedTable,
  from: PlainDate,
  wanted: ReadonlyMap<string, { readonly row: Values; readonly values: Values }>,
): Promise<void> {
  if (wanted.size === 0) return;
  const found = await sql<{ key: string; next: PlainDate }>`
    select ${sql.ref(table.key)} as key, min(valid_from) as next from ${sql.table(table.table)}
     where tenant_id = ${write.actor.tenantId}::uuid and ${sql.ref(table.key)} = any(${[...wanted.keys()]}::uuid[])
       and superseded_at is null and (valid_to is null or valid_to > ${from}::date)
     group by 1`.execute(write.db);
  const next = new Map(found.rows.map((row) => [row.key, row.next]));
  const stands = ([key]: readonly [string, unknown]): boolean => (next.get(key) ?? '9') <= from;
  const [changed, begun] = [[...wanted].filter(stands), [...wanted].filter((one) => !stands(one))];
  if (changed.length > 0) {
    const values = new Map(changed.map(([key, one]) => [key, one.values]));
    await datedMany.change(write, table, from, values);
  }
  if (begun.length === 0) return;
  const rows = begun.map(([key, { row, values }]) => ({
    from,
    to: next.get(key) ?? null,
    values: { ...row, ...values },
  }));
  await datedMany.begin(write, table, rows);
}
