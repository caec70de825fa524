import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runProgram, type Child } from '../support/child.ts';
import { dice } from '../nets/inputs.ts';
import { Caller } from './client.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'server', 'main.ts');
const WRITERS = 3;

export interface KillReport {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Acknowledged writes that were gone afterwards. */
  readonly lost: number;
  /** What `check` found after a round, or a start that did not come. */
  readonly wrong: readonly string[];
}

interface Running {
  readonly child: Child;
  readonly url: string;
  readonly code: string | null;
}

async function start(dataDir: string): Promise<Running> {
  const child = runProgram(MAIN, ['start'], {
    ZHIBU_DATA: dataDir,
    ZHIBU_PORT: '0',
    HOME: tmpdir(),
  });
  for (let waited = 0; waited < 60_000; waited += 50) {
    const url = /支部已启动：(\S+)/u.exec(child.output())?.[1];
    if (url !== undefined) {
      await sleep(50);
      return { child, url, code: /首次设置代码：([A-Z0-9-]+)/u.exec(child.output())?.[1] ?? null };
    }
    await sleep(50);
  }
  child.process.kill('SIGKILL');
  throw new Error(`did not start: ${child.output()}`);
}

const ADMIN = { loginName: 'admin', password: 'quiet river 7' };

async function signedIn(url: string): Promise<Caller> {
  const caller = new Caller(url);
  await caller.post('/session', ADMIN);
  const me = (await caller.get('/me')) as { choices: { kind: string; id: string; post: string }[] };
  const officer = me.choices.find((choice) => choice.post === 'officer');
  if (officer === undefined) throw new Error('nobody to act as');
  await caller.post('/me/act-as', { kind: officer.kind, id: officer.id });
  return caller;
}

async function setUp(running: Running): Promise<string> {
  const caller = new Caller(running.url);
  await caller.post('/setup', {
    ...ADMIN,
    code: running.code,
    organisationName: '中共云山县委员会',
    kind: 'committee',
    sector: 'mixed',
    displayName: '管理员',
  });
  const acting = await signedIn(running.url);
  const me = (await acting.get('/me')) as { acting: { orgId: string }; today: string };
  const made = await acting.post('/organisations/establish', {
    parentId: me.acting.orgId,
    name: '县发展和改革局党支部',
    shortName: '发改局支部',
    kind: 'branch',
    sector: 'office',
    memberKind: 'office',
    units: [],
    on: me.today,
    approvedBy: '中共云山县委',
    approvalPaper: '云委组〔2026〕1号',
  });
  if (made.status !== 200) throw new Error(`no branch: ${JSON.stringify(made.body)}`);
  return String(made.body['orgId']);
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
      await sleep(150 + roll() * 900);
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
