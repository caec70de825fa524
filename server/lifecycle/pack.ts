import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What runs; tests, tools and the sources of the pages stay behind. */
const OURS = [
  'bin',
  'contract',
  'db',
  'engines',
  'kernel',
  'modules',
  'platform',
  'server',
  'templates',
  'web/dist',
];
const PAPERS = ['package.json', 'LICENSE', 'README.md', 'README.zh-CN.md', 'docs/handbook'];

export interface Packed {
  readonly file: string;
  /** Size in bytes. */
  readonly size: number;
  /** Name of the one folder inside. */
  readonly folder: string;
}

/**
 * Writes one folder with Node, PostgreSQL, the packages needed to run, the built pages and our sources
 * into a `.tar.gz`; unpacked anywhere, `./start.sh` runs it without any network.
 * @throws with a Chinese sentence where the pages are not built or tar is missing
 */
export async function pack(out: string, root: string = ROOT): Promise<Packed> {
  if (!/\.(tar\.gz|tgz)$/.test(out)) throw new Error(`${out} 应以 .tar.gz 结尾。`);
  if (!existsSync(join(root, 'web/dist/index.html')))
    throw new Error('网页还没有生成，请先运行一次 npm start。');
  const file = resolve(out);
  mkdirSync(dirname(file), { recursive: true });
  const stage = mkdtempSync(join(dirname(file), '.zhibu-pack-'));
  try {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    const folder = `zhibu-${version}-${process.platform}-${process.arch}`;
    const target = join(stage, folder);
    copySources(root, target);
    copyPackages(root, target);
    writeFileSync(join(target, '.packed'), `${version}\n`);
    writeFileSync(join(target, 'start.sh'), startScript());
    chmodSync(join(target, 'start.sh'), 0o755);
    await tar(stage, folder, `${file}.part`);
    renameSync(`${file}.part`, file);
    return { file, size: statSync(file).size, folder };
  } finally {
    rmSync(stage, { recursive: true, force: true });
    rmSync(`${file}.part`, { force: true });
  }
}

function copySources(root: string, target: string): void {
  for (const path of [...OURS, ...PAPERS]) {
    if (!existsSync(join(root, path))) continue;
    cpSync(join(root, path), join(target, path), {
      recursive: true,
      filter: (from) => !/\.test\.tsx?$/.test(from),
    });
  }
}

interface LockEntry {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/** Exactly the packages that package-lock.json counts as needed to run and that are there for this machine. */
function copyPackages(root: string, target: string): void {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, LockEntry>>;
  };
  const paths = Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && entry.dev !== true && entry.devOptional !== true)
    .map(([path]) => path)
    .filter((path) => existsSync(join(root, path)));
  for (const path of paths) {
    const from = join(root, path);
    const unwanted = path.startsWith('node_modules/node-') ? ['include', 'share'] : [];
    cpSync(from, join(target, path), {
      recursive: true,
      verbatimSymlinks: true,
      // Packages inside packages have their own line in the lock file.
      filter: (file) =>
        file !== join(from, 'node_modules') && !unwanted.some((name) => file === join(from, name)),
    });
  }
}

const startScript = (): string => `#!/bin/sh
# ./start.sh            启动
# ./start.sh check      其他命令（备份、检查等）
here=$(cd "$(dirname "$0")" && pwd) || exit 1
cd "$here" || exit 1
[ $# -eq 0 ] && set -- start
exec "$here/node_modules/node-${process.platform}-${process.arch}/bin/node" "$here/bin/zhibu.mjs" "$@"
`;

function tar(stage: string, folder: string, file: string): Promise<void> {
  const args = [
    '--create',
    '--file',
    file,
    '--use-compress-program',
    'gzip -4',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
  ];
  const child = spawn('tar', [...args, '--directory', stage, folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((done, fail) => {
    child.once('error', (error) =>
      fail(new Error(`不能运行 tar：${error.message}`, { cause: error })),
    );
    child.once('close', (code) =>
      code === 0 ? done() : fail(new Error(`不能写入 ${basename(file)}：${said.trim()}`)),
    );
  });
}
