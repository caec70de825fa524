import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date';
import { changedRows, nextAfter, type Rewritten } from './dated-rows.ts';
import type { Write } from './session.ts';

/** A table made by `make_dated`: rows of one key follow each other without overlap. */
export interface DatedTable {
  readonly table: string;
  readonly key: string;
}

type Row = Record<string, unknown> & {
  id: string;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
};

async function standing(write: Write, t: DatedTable, key: string): Promise<Row[]> {
  const found = await sql<Row>`
    select * from ${sql.table(t.table)}
     where tenant_id = ${write.actor.tenantId}::uuid and ${sql.ref(t.key)} = ${key}::uuid and superseded_at is null
     order by valid_from for update`.execute(write.db);
  return found.rows;
}

async function supersede(write: Write, t: DatedTable, id: string): Promise<void> {
  await sql`update ${sql.table(t.table)} set superseded_at = ${write.enteredAt}
    where tenant_id = ${write.actor.tenantId}::uuid and id = ${id}::uuid`.execute(write.db);
}

async function insert(write: Write, t: DatedTable, row: Record<string, unknown>): Promise<string> {
  const full: Record<string, unknown> = {
    ...row,
    id: write.newId(),
    entered_at: write.enteredAt,
    entered_by: write.actor.accountId,
    superseded_at: null,
  };
  const names = Object.keys(full);
  await sql`insert into ${sql.table(t.table)} (${sql.join(names.map((n) => sql.ref(n)))})
    values (${sql.join(names.map((n) => full[n]))})`.execute(write.db);
  return full.id as string;
}

async function rewrite(write: Write, t: DatedTable, done: Rewritten<Row>): Promise<Row> {
  for (const row of done.superseded) await supersede(write, t, row.id);
  for (const row of done.added) await insert(write, t, row);
  return done.before;
}

/**
 * The one way to write dated rows. `values` hold the table's own columns (key, org columns and
 * facts); validity, entry columns and ids are filled in here.
 */
export const dated = {
  /** First row of a key, or one after a gap. */
  begin(
    write: Write,
    t: DatedTable,
    from: PlainDate,
    values: Record<string, unknown>,
    to: PlainDate | null = null,
  ) {
    return insert(write, t, {
      tenant_id: write.actor.tenantId,
      ...values,
      valid_from: from,
      valid_to: to,
    });
  },

  /**
   * From `from` on other values hold (`changedRows`). Returns what stood before, or null where the key
   * has no row standing on that day; nothing is written then.
   */
  async change(
    write: Write,
    t: DatedTable,
    key: string,
    from: PlainDate,
    changes: Record<string, unknown>,
  ) {
    const done = changedRows(await standing(write, t, key), from, changes);
    return done === null ? null : rewrite(write, t, done);
  },

  /**
   * As `change`, also where nothing stands on the day: a row of `row` and `changes` then ends where the
   * next one begins. `row` has the key, the org columns and every fact `changes` does not name.
   */
  async hold(
    write: Write,
    t: DatedTable,
    key: string,
    from: PlainDate,
    row: Readonly<Record<string, unknown>>,
    changes: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const rows = await standing(write, t, key);
    const done = changedRows(rows, from, changes);
    if (done !== null) await rewrite(write, t, done);
    else await dated.begin(write, t, from, { ...row, ...changes }, nextAfter(rows, from));
  },

  /** The key ends on `on`: that day no row holds any more. Returns the row that was cut, or null. */
  async end(
    write: Write,
    t: DatedTable,
    key: string,
    on: PlainDate,
    changes: Record<string, unknown> = {},
  ) {
    const rows = await standing(write, t, key);
    const touched = rows.filter((row) => row.valid_to === null || row.valid_to > on);
    const before = touched[0];
    if (before === undefined) return null;
    for (const row of touched) await supersede(write, t, row.id);
    if (before.valid_from < on) await insert(write, t, { ...before, ...changes, valid_to: on });
    return before;
  },

  /** A wrong row is replaced by a right one for the same span (更正); the wrong one stays visible as superseded. */
  async correct(
    write: Write,
    t: DatedTable,
    key: string,
    rowId: string,
    changes: Record<string, unknown>,
  ) {
    const rows = await standing(write, t, key);
    const wrong = rows.find((row) => row.id === rowId);
    if (wrong === undefined) return null;
    await supersede(write, t, wrong.id);
    await insert(write, t, { ...wrong, ...changes });
    return wrong;
  },
};
