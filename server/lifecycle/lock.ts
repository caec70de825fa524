import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Who holds a data folder. The lock is the kernel's (SQLite's lock on an empty file): it ends with the
 * process whatever ends it, so a process number used again by somebody else never looks like a holder.
 * Nothing else in this process may open the file: closing it would give up the lock.
 */
export interface Lock {
  release(): void;
}

/** What the holder tells others, in `running.json` (0600). True only while the lock is held. */
export interface Holder {
  readonly pid: number;
  readonly use: 'serve' | 'command';
  /** False while it is still starting. */
  readonly ready: boolean;
  /** Where the server answers, once it does. */
  readonly address: string | null;
  /** Loopback port of the embedded PostgreSQL; null with another PostgreSQL. */
  readonly databasePort: number | null;
}

/** Kept from the garbage collector, which would close the file. */
const held = new Set<DatabaseSync>();

/** The lock, or null where another process has it. */
export function takeLock(dataDir: string): Lock | null {
  prepareFolder(dataDir);
  const file = new DatabaseSync(join(dataDir, 'instance.lock'), { timeout: 0 });
  try {
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    if (error instanceof Error && /locked/.test(error.message)) return null;
    throw error;
  }
  held.add(file);
  rmSync(infoPath(dataDir), { force: true });
  return {
    release() {
      if (!held.delete(file)) return;
      rmSync(infoPath(dataDir), { force: true });
      file.close();
    },
  };
}

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    chmodSync(dataDir, 0o700);
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`数据目录 ${dataDir} 不能使用，请检查 ZHIBU_DATA 和它的权限：${why}`, {
      cause: error,
    });
  }
}

const infoPath = (dataDir: string): string => join(dataDir, 'running.json');

/** The holder's own words; to be called by the holder only. */
export function tellHolder(dataDir: string, holder: Holder): void {
  const half = `${infoPath(dataDir)}.${holder.pid}`;
  writeFileSync(half, JSON.stringify(holder), { mode: 0o600 });
  renameSync(half, infoPath(dataDir));
}

/** What the holder wrote, or null where it has written nothing yet. Ask only when `takeLock` gave null. */
export function readHolder(dataDir: string): Holder | null {
  try {
    return JSON.parse(readFileSync(infoPath(dataDir), 'utf8')) as Holder;
  } catch {
    return null;
  }
}
