import { readdirSync, readFileSync } from 'node:fs';

/** A hundredth of a second, what Linux counts in. */
const TICK_MS = 10;

interface Task {
  readonly parent: number;
  readonly ticks: number;
}

function tasks(): Map<number, Task> {
  const found = new Map<number, Task>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The name of a program may hold blanks; the fields begin after its bracket.
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      // User and system time, its own and of children that ended.
      const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
      found.set(Number(name), { parent: Number(fields[1]), ticks });
    } catch {
      // It ended meanwhile.
    }
  }
  return found;
}

/**
 * Milliseconds of processor time that a process used so far, and what runs below it (the database). Other
 * people's work on the machine does not count, so that it tells more than the clock on a busy one.
 */
export function processorTime(pid: number): { readonly own: number; readonly below: number } {
  const all = tasks();
  const isBelow = (at: number): boolean => {
    const parent = all.get(at)?.parent;
    return parent !== undefined && (parent === pid || isBelow(parent));
  };
  let below = 0;
  for (const [id, { ticks }] of all) if (isBelow(id)) below += ticks;
  return { own: (all.get(pid)?.ticks ?? 0) * TICK_MS, below: below * TICK_MS };
}
