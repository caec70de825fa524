import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withBuildLock } from './build-lock.mjs';
import { hashOf, readText } from './hash.mjs';
import { packed, root, say } from './say.mjs';

const dist = join(root, 'web', 'dist');
const stamp = join(dist, '.built-from');
const config = join(root, 'web', 'vite.config.ts');

const sources = () =>
  hashOf(
    root,
    ['web', 'contract', 'kernel', 'package-lock.json'],
    (path) => path.startsWith(dist) || /\.test\.tsx?$/.test(path),
  );

/** Builds the pages where their sources have changed: aside, then renamed, so that a cut build is never served. */
export async function buildWebIfNeeded(node) {
  if (packed || !existsSync(config) || readText(stamp) === sources()) return;
  await withBuildLock('web', async () => {
    const from = sources();
    if (readText(stamp) === from) return;
    say('正在生成网页（只在程序更新后做一次）……');
    const half = join(root, 'web', `dist-${process.pid}`);
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const args = [
      vite,
      'build',
      '--config',
      config,
      '--outDir',
      half,
      '--emptyOutDir',
      '--logLevel',
      'warn',
    ];
    const done = spawnSync(node, args, { cwd: join(root, 'web'), stdio: ['ignore', 2, 2] });
    try {
      if (done.status !== 0) throw new Error('网页没有生成成功，原因见上面几行。');
      mkdirSync(half, { recursive: true });
      writeFileSync(join(half, '.built-from'), from);
      const old = `${half}.old`;
      if (existsSync(dist)) renameSync(dist, old);
      renameSync(half, dist);
      rmSync(old, { recursive: true, force: true });
    } finally {
      rmSync(half, { recursive: true, force: true });
    }
    say('网页已生成。');
  });
}
