#!/usr/bin/env node
// `npm test`: runs on any Node >= 20 and before anything is installed; installs what is missing and
// hands over to scripts/test/main.ts on the Node that comes along.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installer = join(root, 'bin/install.mjs');

if (existsSync(installer)) {
  const { ensureInstalled } = await import(installer);
  await ensureInstalled();
} else if (!existsSync(join(root, 'node_modules/.package-lock.json'))) {
  spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit' });
}

const node = join(root, `node_modules/node-linux-${process.arch}/bin/node`);
const run = spawnSync(node, [join(root, 'scripts/test/main.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` },
});
if (run.error !== undefined) {
  console.error(`the Node that comes along does not start: ${run.error.message}`);
  console.log('0 passed, 1 failed');
}
process.exitCode = run.status ?? 1;
