import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { binariesIn, type PostgresBinaries } from './binaries.ts';

/** How PostgreSQL, which refuses to be root, is run here. */
export type RunAs = 'self' | 'namespace' | 'system-user';

export interface Runner {
  readonly kind: RunAs;
  readonly binaries: PostgresBinaries;
  readonly pgData: string;
  /** Starts a program under the identity that owns the cluster. */
  run(program: string, args: readonly string[]): ChildProcess;
  /** Makes a file readable by that identity. */
  own(path: string): void;
}

const SYSTEM_FOLDER = '/var/lib/zhibu';
// Nothing of the caller's PG* or LD_* settings reaches the database.
const ENV = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

const works = (program: string, args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/**
 * An ordinary user runs it as itself; root in a user namespace, where it looks like an ordinary user
 * to PostgreSQL while the files stay root's (so does a user without a name, whom initdb refuses too);
 * where the kernel forbids that, as a system user with programs and data under /var/lib/zhibu, because
 * that user cannot enter root's folders.
 */
export function chooseRunner(
  dataDir: string,
  binaries: PostgresBinaries,
  wanted: RunAs | undefined,
  log: (line: string) => void,
): Runner {
  const isRoot = process.getuid?.() === 0;
  if (wanted === 'self' || (wanted === undefined && !isRoot && hasName())) {
    return plainRunner('self', dataDir, binaries, []);
  }
  const namespace = ['unshare', '--user', ...mappedUser(), '--'];
  if (wanted !== 'system-user' && works('unshare', [...namespace.slice(1), 'true'])) {
    return plainRunner('namespace', dataDir, binaries, namespace);
  }
  if (!isRoot) {
    throw new Error(
      `当前用户（编号 ${process.getuid?.()}）在本机没有用户名，数据库不能以它运行。请换一个有用户名的账户启动。`,
    );
  }
  return systemUserRunner(dataDir, binaries, log);
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/** initdb wants a user with a name: the first of this machine that is neither root nor the overflow user. */
function mappedUser(): string[] {
  const user = users().find(({ uid }) => uid !== 0 && uid !== 65_534) ?? { uid: 1, gid: 1 };
  return [`--map-user=${user.uid}`, `--map-group=${user.gid}`];
}

/** Asks the kernel to stop PostgreSQL cleanly when this process dies, whatever it dies of. */
const endWithParent = (): string[] =>
  works('setpriv', ['--pdeathsig', 'INT', 'true']) ? ['setpriv', '--pdeathsig', 'INT'] : [];

function plainRunner(
  kind: RunAs,
  dataDir: string,
  binaries: PostgresBinaries,
  before: readonly string[],
): Runner {
  const prefix = [...before, ...endWithParent()];
  return {
    kind,
    binaries,
    pgData: join(dataDir, 'pg'),
    run: (program, args) => start([...prefix, program, ...args], {}),
    own: () => {},
  };
}

function systemUserRunner(
  dataDir: string,
  binaries: PostgresBinaries,
  log: (line: string) => void,
): Runner {
  const user = systemUser();
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const cluster = join(SYSTEM_FOLDER, 'clusters', key);
  mkdirSync(cluster, { recursive: true });
  for (const folder of [SYSTEM_FOLDER, join(SYSTEM_FOLDER, 'clusters')]) chmodSync(folder, 0o755);
  chmodSync(cluster, 0o700);
  chownSync(cluster, user.uid, user.gid);
  log(
    `本机内核不允许用户命名空间，数据库改由系统用户 ${user.name} 运行，程序和数据在 ${SYSTEM_FOLDER}（数据：${cluster}）。`,
  );
  const prefix = endWithParent();
  return {
    kind: 'system-user',
    binaries: copyBinaries(binaries),
    pgData: join(cluster, 'pg'),
    // Identity first, then the parent-death signal: a change of identity would clear it.
    run: (program, args) => start([...prefix, program, ...args], { uid: user.uid, gid: user.gid }),
    own: (path) => chownSync(path, user.uid, user.gid),
  };
}

function start(command: readonly string[], identity: { uid?: number; gid?: number }): ChildProcess {
  const [program = '', ...args] = command;
  // Its own process group: Ctrl-C in a terminal must reach the server only, which then stops the database.
  return spawn(program, args, {
    ...identity,
    env: ENV,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function systemUser(): User {
  const found = lookUp('zhibu');
  if (found !== null) return found;
  works('useradd', [
    '--system',
    '--home-dir',
    SYSTEM_FOLDER,
    '--shell',
    '/usr/sbin/nologin',
    '--user-group',
    'zhibu',
  ]);
  const user = lookUp('zhibu') ?? lookUp('nobody');
  if (user === null)
    throw new Error(
      '不能以 root 运行数据库，也没有可用的系统用户（zhibu、nobody）。请换普通用户启动。',
    );
  return user;
}

interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const lookUp = (name: string): User | null => users().find((user) => user.name === name) ?? null;

const users = (): readonly User[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));

function copyBinaries(from: PostgresBinaries): PostgresBinaries {
  const version = createHash('sha256')
    .update(readFileSync(from.postgres))
    .digest('hex')
    .slice(0, 12);
  const target = join(SYSTEM_FOLDER, `postgres-${version}`);
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`;
    cpSync(from.root, half, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(half, target);
    } catch {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(target)) throw new Error(`不能写入 ${SYSTEM_FOLDER}/${basename(target)}。`);
    }
  }
  return binariesIn(target);
}
