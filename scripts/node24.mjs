#!/usr/bin/env node
// Runs a TypeScript program of ours on the Node that comes along, started from any Node >= 20 and before
// anything is installed: `node scripts/node24.mjs scripts/test/main.ts [arguments]`.
import { spawnSync } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { ensureInstalled } from '../bin/install.mjs';
import { node24 } from '../bin/lib/node24.mjs';
import { root } from '../bin/lib/say.mjs';

await ensureInstalled();
const node = node24();
const run = spawnSync(node, process.argv.slice(2), {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  // Tools that npm brings ask for `node`, and shall get this one.
  env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` },
});
if (run.error !== undefined) throw run.error;
process.exitCode = run.status ?? 1;
