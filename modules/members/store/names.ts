import { sql, type Write } from '#platform/db';
import { searchTokens } from '#platform/words';

const CHUNK = 5_000;

/** Of these names, those that no search finds yet. */
export async function unknownNames(write: Write, names: readonly string[]): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select names_unknown(${JSON.stringify([...new Set(names)])}::json) as name`.execute(write.db);
  return found.rows.map((row) => row.name);
}

/** From now on a search finds these names, whoever bears them. */
export async function learnNames(write: Write, names: readonly string[]): Promise<void> {
  const unknown = await unknownNames(write, names);
  for (let at = 0; at < unknown.length; at += CHUNK) {
    const found = unknown.slice(at, at + CHUNK).map((name) => [name, searchTokens(name)] as const);
    await sql`select names_learn(${JSON.stringify(Object.fromEntries(found))}::json)`.execute(
      write.db,
    );
  }
}
