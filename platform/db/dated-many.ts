import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date';
import type { DatedTable } from './dated.ts';
import { changedRows, nextAfter } from './dated-rows.ts';
import { insertMany } from './insert-many.ts';
import type { Write } from './session.ts';

type Row = Record<string, unknown> & {
  id: string;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
};

type Values = Readonly<Record<string, unknown>>;

const LIST = 10_000;

function* chunks<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += LIST) yield list.slice(at, at + LIST);
}

/**
 * One lock per key does not fit a hundred thousand keys: a writer of many has locked the rows
 * themselves, and proves for all its keys at once what the guard proves for each.
 */
async function unguarded(write: Write): Promise<void> {
  await sql`set local app.many = 'on'`.execute(write.db);
}

async function guarded(write: Write): Promise<void> {
  await sql`set local app.many = 'off'`.execute(write.db);
}

async function prove(write: Write, t: DatedTable, keys: readonly string[]): Promise<void> {
  for (const part of chunks(keys)) {
    await sql`select dated_prove(${t.table}, ${t.key}, ${[...part]}::uuid[])`.execute(write.db);
  }
}

async function supersede(write: Write, t: DatedTable, ids: readonly string[]): Promise<void> {
  for (const part of chunks(ids)) {
    await sql`update ${sql.table(t.table)} set superseded_at = ${write.enteredAt}
      where tenant_id = ${write.actor.tenantId}::uuid and id = any(${[...part]}::uuid[])`.execute(
      write.db,
    );
  }
}

const stamped = (
  write: Write,
  row: Readonly<Record<string, unknown>>,
): Record<string, unknown> => ({
  ...row,
  id: write.newId(),
  entered_at: write.enteredAt,
  entered_by: write.actor.accountId,
  superseded_at: null,
});

async function insertByShape(
  write: Write,
  t: DatedTable,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  await insertMany(
    write,
    t.table,
    rows.map((row) => stamped(write, row)),
  );
}

const keyOf = (t: DatedTable, row: Readonly<Record<string, unknown>>): string => String(row[t.key]);

/** What stands on or after a day, in order, by key; locked. */
async function rowsAfter(
  write: Write,
  t: DatedTable,
  from: PlainDate,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const found = await sql<Row>`select * from ${sql.table(t.table)}
    where tenant_id = ${write.actor.tenantId}::uuid and ${sql.ref(t.key)} = any(${[...keys]}::uuid[])
      and superseded_at is null and (valid_to is null or valid_to > ${from}::date)
    order by ${sql.ref(t.key)}, valid_from for update`.execute(write.db);
  return Map.groupBy(found.rows, (row) => keyOf(t, row));
}

/** What `dated` does to one key, done to many in few statements. All rows given have one shape. */
export const datedMany = {
  /** First rows of keys; a key may have several that follow each other. */
  async begin(
    write: Write,
    t: DatedTable,
    rows: readonly {
      readonly from: PlainDate;
      readonly to: PlainDate | null;
      readonly values: Readonly<Record<string, unknown>>;
    }[],
  ): Promise<void> {
    await unguarded(write);
    await insertByShape(
      write,
      t,
      rows.map(({ from, to, values }) => ({
        tenant_id: write.actor.tenantId,
        ...values,
        valid_from: from,
        valid_to: to,
      })),
    );
    await guarded(write);
    await prove(write, t, [...new Set(rows.map((row) => keyOf(t, row.values)))]);
  },

  /**
   * Inserts of rows that cannot overlap: of keys made by the same act, each row after the one before it.
   * The guard of each row rests for the time of `work`.
   */
  async ofNewKeys(write: Write, work: () => Promise<void>): Promise<void> {
    await unguarded(write);
    await work();
    await guarded(write);
  },

  /**
   * From `from` on other values hold, as `dated.change`. A key that begins only later is changed from its
   * beginning: what a list says is said of the key as it is known. Keys without a row on or after the day
   * are left out; returns how many were changed.
   */
  async change(
    write: Write,
    t: DatedTable,
    from: PlainDate,
    changes: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
  ): Promise<number> {
    await unguarded(write);
    let changed = 0;
    for (const keys of chunks([...changes.keys()])) {
      const byKey = await rowsAfter(write, t, from, keys);
      const added: Record<string, unknown>[] = [];
      for (const [key, rows] of byKey) {
        const begins = rows[0]?.valid_from ?? from;
        const done = changedRows(rows, begins > from ? begins : from, changes.get(key) ?? {});
        added.push(...(done?.added ?? []));
      }
      await supersede(
        write,
        t,
        [...byKey.values()].flat().map((row) => row.id),
      );
      await insertByShape(write, t, added);
      await prove(write, t, [...byKey.keys()]);
      changed += byKey.size;
    }
    await guarded(write);
    return changed;
  },

  /** As `dated.hold`; all rows given and all values have one shape. */
  async hold(
    write: Write,
    t: DatedTable,
    from: PlainDate,
    wanted: ReadonlyMap<string, { readonly row: Values; readonly values: Values }>,
  ): Promise<void> {
    await unguarded(write);
    for (const keys of chunks([...wanted.keys()])) {
      const byKey = await rowsAfter(write, t, from, keys);
      const [gone, added, begun]: [string[], Values[], Values[]] = [[], [], []];
      for (const key of keys) {
        const rows = byKey.get(key) ?? [];
        const { row, values } = wanted.get(key) ?? { row: {}, values: {} };
        const done = changedRows(rows, from, values);
        gone.push(...(done?.superseded ?? []).map((one) => one.id));
        added.push(...(done?.added ?? []));
        if (done !== null) continue;
        const span = { valid_from: from, valid_to: nextAfter(rows, from) };
        begun.push({ tenant_id: write.actor.tenantId, ...row, ...values, ...span });
      }
      await supersede(write, t, gone);
      await insertByShape(write, t, added);
      await insertByShape(write, t, begun);
      await prove(write, t, keys);
    }
    await guarded(write);
  },

  /** Keys to which something was written after an act: what that act did cannot be taken back alone. */
  async touchedAfter(
    write: Write,
    t: DatedTable,
    keys: readonly string[],
    act: Date,
  ): Promise<ReadonlySet<string>> {
    const touched = new Set<string>();
    for (const part of chunks(keys)) {
      const found = await sql<{ key: string }>`
        select distinct ${sql.ref(t.key)} as key from ${sql.table(t.table)}
         where tenant_id = ${write.actor.tenantId}::uuid and ${sql.ref(t.key)} = any(${[...part]}::uuid[])
           and (entered_at > ${act} or superseded_at > ${act})`.execute(write.db);
      for (const { key } of found.rows) touched.add(key);
    }
    return touched;
  },

  /**
   * Takes one act back: what it added is superseded, what it superseded stands again as new rows.
   * The caller has asked `touchedAfter`.
   */
  async takeBack(write: Write, t: DatedTable, keys: readonly string[], act: Date): Promise<void> {
    await unguarded(write);
    for (const part of chunks(keys)) {
      const found = await sql<Row & { entered_at: Date; superseded_at: Date | null }>`
        select * from ${sql.table(t.table)}
         where tenant_id = ${write.actor.tenantId}::uuid and ${sql.ref(t.key)} = any(${[...part]}::uuid[])
           and (entered_at = ${act} or superseded_at = ${act}) for update`.execute(write.db);
      const at = act.getTime();
      const added = found.rows.filter((row) => row.entered_at.getTime() === at);
      const replaced = found.rows.filter(
        (row) => row.superseded_at?.getTime() === at && row.entered_at.getTime() !== at,
      );
      await supersede(
        write,
        t,
        added.filter((row) => row.superseded_at === null).map((row) => row.id),
      );
      await insertByShape(write, t, replaced);
      await prove(write, t, part);
    }
    await guarded(write);
  },
};
