/**
 * `npm run db:generate`: writes db/schema.sql and db/types.ts from a migrated database.
 *   --url URL   read this database (owner's connection) instead of a throw-away one
 *   --check     write nothing; fail where the files are not current
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { readCatalogue } from './catalogue.ts';
import { renderSchema } from './schema.ts';
import { renderTypes } from './types.ts';
import { withMigratedDatabase } from './throw-away.ts';

const { values } = parseArgs({ options: { url: { type: 'string' }, check: { type: 'boolean' } } });

async function generate(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const catalogue = await readCatalogue(client);
  await client.end();
  const files = [
    { path: 'schema.sql', text: renderSchema(catalogue) },
    { path: 'types.ts', text: renderTypes(catalogue) },
  ];
  for (const { path, text } of files) {
    const file = new URL(`../${path}`, import.meta.url);
    if (values.check !== true) {
      await writeFile(file, text);
    } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
      process.exitCode = 1;
      console.error(`db/${path} is not current: run \`npm run db:generate\` and commit it`);
    }
  }
  console.log(`${catalogue.tables.length} tables, ${catalogue.functions.length} functions`);
}

if (values.url === undefined) await withMigratedDatabase(generate);
else await generate(values.url);
