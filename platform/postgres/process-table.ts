import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Processes of PostgreSQL that work in a data folder: the postmaster and its backends change into
 * it, so `/proc/PID/cwd` tells them apart from any process that has merely inherited an old number.
 */
export function postgresProcessesIn(pgData: string): number[] {
  let wanted: string;
  try {
    wanted = realpathSync(pgData);
  } catch {
    return [];
  }
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => readlink(`/proc/${pid}/cwd`) === wanted && commandOf(pid) === 'postgres');
}

/** The number in `postmaster.pid` where that process really is the postmaster of this folder. */
export function livingPostmaster(pgData: string): number | null {
  let pid: number;
  try {
    pid = Number(readFileSync(`${pgData}/postmaster.pid`, 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
  return postgresProcessesIn(pgData).includes(pid) ? pid : null;
}

/** Waits until no PostgreSQL process works in the folder any more; false after the given time. */
export async function waitUntilNone(pgData: string, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; ;) {
    if (postgresProcessesIn(pgData).length === 0) return true;
    if (Date.now() > end) return false;
    await sleep(50);
  }
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function readlink(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null; // ended meanwhile, or another user's
  }
}

function commandOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return null;
  }
}
