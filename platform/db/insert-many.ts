import { sql } from 'kysely';
import type { Write } from './session.ts';

/** Rows a statement takes; the text of one stays below some megabytes. */
const CHUNK = 4_000;

/**
 * Inserts rows of one shape by few statements: `rows` all have the keys of the first. Columns that
 * are not named keep their defaults. Values are texts, numbers, booleans, null, dates (as `Date`) and
 * lists of texts; PostgreSQL casts them to the columns' types.
 */
export async function insertMany(
  write: Write,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)));
  for (let at = 0; at < rows.length; at += CHUNK) {
    const text = JSON.stringify(rows.slice(at, at + CHUNK));
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${text}::json)`.execute(
      write.db,
    );
  }
}
