#!/usr/bin/env node
/**
 * The one way in: `node bin/zhibu.mjs start` and `node bin/zhibu.mjs <command> …`.
 * Plain JavaScript without dependencies for Node >= 20: it brings what the rest needs, then hands over
 * to Node 24, which runs `server/main.ts` as it is.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { memoryFlags } from './lib/memory.mjs';
import { node24 } from './lib/node24.mjs';
import { root, say } from './lib/say.mjs';
import { buildWebIfNeeded } from './lib/web.mjs';

const [command = 'start', ...rest] = process.argv.slice(2);

async function main() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new Error(`需要 Node 20 或更高版本，现在是 ${process.version}。`);
  await ensureInstalled();
  const node = node24();
  if (command === 'start' || command === 'pack') await buildWebIfNeeded(node);
  return run(node, [
    '--disable-warning=ExperimentalWarning',
    ...memoryFlags,
    ...['--import', pathToFileURL(join(root, 'bin', 'lib', 'end-with-parent.mjs')).href],
    join(root, 'server', 'main.ts'),
    ...[command, ...rest],
  ]);
}

/** Runs in the foreground; signals go on to it, its end is our end. */
function run(program, args) {
  const child = spawn(program, args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production' },
  });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl-C reaches the child by the terminal already; a second one would cut its clean end short.
    process.on(name, () => {
      if (name !== 'SIGINT' || !process.stdin.isTTY) child.kill(name);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, name) =>
      resolve(name === null ? (code ?? 1) : 128 + (SIGNALS[name] ?? 15)),
    );
  });
}

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

try {
  process.exitCode = await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
