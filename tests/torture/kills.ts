import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runProgram } from '../support/child.ts';
import { dice } from '../nets/inputs.ts';
import { MAIN, setUp, signedIn, start } from './program.ts';

const WRITERS = 3;

export interface KillReport {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Acknowledged writes that were gone afterwards. */
  readonly lost: number;
  /** What `check` found after a round, or a start that did not come. */
  readonly wrong: readonly string[];
}

/** Writes members one after another until the server is gone; notes the acknowledged ones. */
async function writeUntilGone(
  url: string,
  orgId: string,
  today: string,
  nameOf: () => string,
  acknowledged: Set<string>,
): Promise<void> {
  const caller = await signedIn(url).catch(() => null);
  while (caller !== null) {
    const name = nameOf();
    const { status } = await caller.post('/members/enter', {
      orgId,
      name,
      category: 'full',
      from: today,
    });
    if (status === 200) acknowledged.add(name);
    if (status === 0) return;
  }
}

async function rosterNames(url: string): Promise<Set<string>> {
  const caller = await signedIn(url);
  const names = new Set<string>();
  for (let page = 1; ; page += 1) {
    const found = (await caller.get(`/members?page=${page}&pageSize=500`)) as {
      rows: { name: string }[];
    };
    for (const row of found.rows) names.add(row.name);
    if (found.rows.length < 500) return names;
  }
}

async function postmasterOf(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

async function checked(dataDir: string): Promise<string | null> {
  const child = runProgram(MAIN, ['check'], { ZHIBU_DATA: dataDir, HOME: tmpdir() });
  const ended = await child.ended;
  return ended === 0 ? null : `check: ${child.output()}`;
}

/** Serial numbers as names of Chinese letters, since a name is no number. */
function names(): () => string {
  const letters = '甲乙丙丁戊己庚辛壬癸';
  let n = 0;
  return () => {
    n += 1;
    return `王${String(n).replace(/\d/g, (digit) => letters[Number(digit)] ?? '')}`;
  };
}

/**
 * kill -9 of the server or of its database at random moments under load: no acknowledged write may be
 * lost and nothing may be half written. Deterministic in its choices by `seed`, not in its timing.
 */
export async function killRounds(rounds: number, seed: number): Promise<KillReport> {
  const roll = dice(seed);
  const dataDir = await mkdtemp(join(tmpdir(), 'zhibu-kill-'));
  const acknowledged = new Set<string>();
  const wrong: string[] = [];
  const nameOf = names();
  let running = await start(dataDir);
  try {
    const orgId = await setUp(running);
    const today = String((await (await signedIn(running.url)).get('/me'))['today']);
    for (let round = 0; round < rounds; round += 1) {
      const load = Array.from({ length: WRITERS }, () =>
        writeUntilGone(running.url, orgId, today, nameOf, acknowledged),
      );
      // Counted from the first acknowledged write, so that a slow machine is under load too.
      const before = acknowledged.size;
      for (let waited = 0; acknowledged.size === before && waited < 30_000; waited += 10)
        await sleep(10);
      await sleep(roll() * 900);
      if (roll() < 0.5) {
        running.child.process.kill('SIGKILL');
      } else {
        process.kill(await postmasterOf(dataDir), 'SIGKILL');
        await sleep(roll() * 600);
        running.child.process.kill('SIGKILL');
      }
      await running.child.ended;
      await Promise.all(load);
      running = await start(dataDir);
      const present = await rosterNames(running.url);
      const lost = [...acknowledged].filter((name) => !present.has(name));
      if (lost.length > 0) wrong.push(`round ${round}: lost ${lost.join('、')}`);
      const found = await checked(dataDir);
      if (found !== null) wrong.push(`round ${round}: ${found}`);
    }
    const present = await rosterNames(running.url);
    const lost = [...acknowledged].filter((name) => !present.has(name)).length;
    return { rounds, acknowledged: acknowledged.size, lost, wrong };
  } finally {
    running.child.process.kill('SIGTERM');
    await running.child.ended;
    await rm(dataDir, { recursive: true, force: true });
  }
}
