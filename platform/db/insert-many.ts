import { sql } from 'kysely';
import type { Write } from './session.ts';

/** Rows a statement takes; the text of one stays below some megabytes. */
const CHUNK = 4_000;

type Row = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): boolean =>
  value === null || typeof value !== 'object' || value instanceof Date;

/**
 * What all rows have alike, said once: the stamps of a thousand rows would be most of their text.
 * `each` are the other columns; where a row has null there, nothing is said.
 */
function split(rows: readonly Row[]): { common: Row; each: readonly string[] } {
  const first = rows[0] ?? {};
  const common: Record<string, unknown> = {};
  const each: string[] = [];
  for (const [name, value] of Object.entries(first)) {
    if (isPlain(value) && rows.every((row) => row[name] === value)) common[name] = value;
    else each.push(name);
  }
  return { common, each };
}

/**
 * Inserts rows of one shape by few statements: `rows` all have the keys of the first. Columns that
 * are not named keep their defaults. Values are texts, numbers, booleans, null, dates (as `Date`) and
 * lists of texts; PostgreSQL casts them to the columns' types.
 */
export async function insertMany(write: Write, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)));
  const { common, each } = split(rows);
  const said = (row: Row): Row => {
    const own: Record<string, unknown> = {};
    for (const name of each) if (row[name] !== null) own[name] = row[name];
    return own;
  };
  for (let at = 0; at < rows.length; at += CHUNK) {
    const text = JSON.stringify(rows.slice(at, at + CHUNK).map(said));
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(
        (select json_populate_record(null::${sql.table(table)}, ${JSON.stringify(common)}::json)),
        ${text}::json)`.execute(write.db);
  }
}
