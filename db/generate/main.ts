/**
 * `npm run db:generate`: writes db/schema.sql and db/types.ts from a migrated database.
 *   --url URL   read this database (owner's connection) instead of a throw-away one
 *   --check     write nothing; fail where a file is not current, where db/schema.sql gives another
 *               database than the migrations, or where a released migration was changed
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { withClient } from '#platform/postgres';
import { readCatalogue, type Catalogue } from './catalogue.ts';
import { releasedProblems } from './released.ts';
import { renderSchema } from './schema.ts';
import { databaseOfSchema, migratedDatabase, withCluster } from './throw-away.ts';
import { renderTypes } from './types.ts';

const { values } = parseArgs({ options: { url: { type: 'string' }, check: { type: 'boolean' } } });
const catalogueOf = (url: string): Promise<Catalogue> => withClient(url, readCatalogue);
const fileOf = (name: string): URL => new URL(`../${name}`, import.meta.url);

const filesOf = (catalogue: Catalogue): { name: string; text: string }[] => [
  { name: 'schema.sql', text: renderSchema(catalogue) },
  { name: 'types.ts', text: renderTypes(catalogue) },
];

async function write(catalogue: Catalogue): Promise<void> {
  for (const { name, text } of filesOf(catalogue)) await writeFile(fileOf(name), text);
  console.log(`${catalogue.tables.length} tables, ${catalogue.functions.length} functions`);
}

/** One sentence per difference; empty where everything is current. */
async function problems(upgraded: Catalogue, fresh: () => Promise<Catalogue>): Promise<string[]> {
  const found = await releasedProblems();
  for (const { name, text } of filesOf(upgraded)) {
    const committed = await readFile(fileOf(name), 'utf8').catch(() => '');
    if (committed !== text) {
      found.push(`db/${name} is not current: run \`npm run db:generate\` and commit it`);
    }
  }
  if (found.length > 0) return found;
  const built = await fresh();
  const [ours, theirs] = [upgraded, built].map((one) => renderSchema(one).split('\n'));
  const at = ours?.findIndex((line, index) => line !== theirs?.[index]) ?? -1;
  if (at >= 0 || ours?.length !== theirs?.length) {
    found.push(
      `a database of db/schema.sql differs from a migrated one, first here:\n  migrated: ${ours?.[at]}\n  schema:   ${theirs?.[at]}`,
    );
  }
  const kinds = new Set([...Object.keys(upgraded.census), ...Object.keys(built.census)]);
  for (const kind of kinds) {
    const [has, gets] = [upgraded.census[kind] ?? 0, built.census[kind] ?? 0];
    if (has !== gets) {
      found.push(
        `migrations make ${has} × ${kind}, db/schema.sql makes ${gets}: teach db/generate/schema.ts to write it`,
      );
    }
  }
  return found;
}

if (values.url !== undefined && values.check !== true) {
  await write(await catalogueOf(values.url));
} else {
  await withCluster(async (create) => {
    const upgraded = await catalogueOf(values.url ?? (await migratedDatabase(create)));
    if (values.check !== true) return write(upgraded);
    const found = await problems(upgraded, async () => catalogueOf(await databaseOfSchema(create)));
    for (const sentence of found) console.error(sentence);
    if (found.length > 0) process.exitCode = 1;
  });
}
