/**
 * `npm run procedures`: writes the pages of docs/procedures from the procedures of all modules.
 *   --check   write nothing; fail where a page is not current
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { procedurePage } from '#engines/procedure';
import { PROCEDURES } from '../../server/modules.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'procedures');
const check = process.argv.includes('--check');
const stale: string[] = [];
await mkdir(folder, { recursive: true });
for (const procedure of PROCEDURES) {
  const file = join(folder, `${procedure.name}.md`);
  const page = procedurePage(procedure);
  if (!check) await writeFile(file, page);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== page) stale.push(procedure.name);
}
for (const name of stale)
  console.error(
    `docs/procedures/${name}.md is not current: run \`npm run procedures\` and commit it`,
  );
if (stale.length > 0) process.exitCode = 1;
