import { randomBytes } from 'node:crypto';
import { execFileSync, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { livingPostmaster, postgresProcessesIn, signal, waitUntilNone } from './process-table.ts';
import type { Runner } from './run-as.ts';

/** For an office machine; the cluster is safe against power cuts (fsync, full_page_writes stay on). */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: '100',
  shared_buffers: '192MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements and their errors carry names and numbers of people: none of them reaches a log.
  log_statement: 'none',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

export const serverArguments = (
  pgData: string,
  port: number,
  more: Readonly<Record<string, string>>,
): string[] => [
  '-D',
  pgData,
  '-p',
  String(port),
  ...Object.entries({ ...SETTINGS, ...more }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]),
];

/** The superuser's password, made once and kept beside the cluster. */
export function adminPassword(dataDir: string): string {
  const path = join(dataDir, 'pg.secret');
  if (!existsSync(path))
    writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(path, 'utf8').trim();
}

/**
 * Makes the cluster where there is none: built beside and renamed, so that a half made one is never used.
 * Sorting is by code point (`C.UTF-8`, builtin: the same on every machine); Chinese order has its own columns.
 */
export async function ensureCluster(runner: Runner, password: string): Promise<void> {
  const version = join(runner.pgData, 'PG_VERSION');
  if (existsSync(version)) return sameVersion(readFileSync(version, 'utf8').trim(), runner);
  clearHalfMade(runner.pgData);
  // A name of its own: the initdb of a start that was killed may still be writing for a moment.
  const half = `${runner.pgData}.new-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${half}.password`;
  mkdirSync(dirname(half), { recursive: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  runner.own(passwordFile);
  try {
    await finished(
      runner.run(runner.binaries.initdb, [
        ...[
          '-D',
          half,
          '-U',
          'postgres',
          `--pwfile=${passwordFile}`,
          '--auth=scram-sha-256',
          '-E',
          'UTF8',
        ],
        ...[
          '--locale=C',
          '--locale-provider=builtin',
          '--builtin-locale=C.UTF-8',
          '--no-instructions',
        ],
      ]),
    );
    renameSync(half, runner.pgData);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function clearHalfMade(pgData: string): void {
  const folder = dirname(pgData);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names.filter((each) => each.startsWith(`${basename(pgData)}.new`))) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // Still being written; the next start clears it.
    }
  }
}

function sameVersion(found: string, runner: Runner): void {
  const said = execFileSync(runner.binaries.postgres, ['--version'], { encoding: 'utf8' });
  const ours = /\d+/.exec(said)?.[0];
  if (found === ours) return;
  throw new Error(
    `数据是 PostgreSQL ${found} 的，随附的是 ${ours}。请用原来的程序执行 backup，再用本程序 restore 到新的数据目录。`,
  );
}

/**
 * Ends a postmaster that an earlier run left behind, cleanly where it listens, and waits for its backends.
 * A `postmaster.pid` without such a process is removed only then: its number may belong to anybody by now.
 * Returns the number of the process ended, or null.
 */
export async function endLeftOver(pgData: string): Promise<number | null> {
  const found = livingPostmaster(pgData);
  if (found !== null) signal(found, 'SIGINT');
  if (!(await waitUntilNone(pgData, found === null ? 5_000 : 30_000))) {
    for (const pid of postgresProcessesIn(pgData)) signal(pid, 'SIGQUIT');
    if (!(await waitUntilNone(pgData, 10_000))) {
      for (const pid of postgresProcessesIn(pgData)) signal(pid, 'SIGKILL');
      if (!(await waitUntilNone(pgData, 10_000)))
        throw new Error(`数据库的旧进程无法结束：${pgData}`);
    }
  }
  rmSync(join(pgData, 'postmaster.pid'), { force: true });
  return found;
}

function finished(child: ChildProcess): Promise<void> {
  const output: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`initdb: ${Buffer.concat(output).toString().trim()}`)),
    );
  });
}
