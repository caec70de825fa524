import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { realClock } from '#platform/clock';
import { loadMasterKey, secrets } from '#platform/crypto';
import { Database } from '#platform/db';
import { openInstance } from '../server/lifecycle/index.ts';
import { runProgram } from '../tests/support/child.ts';
import { Caller } from '../tests/torture/client.ts';
import { BENCH_ADMIN, COUNTY, generateCounty, type CountySize } from './generate.ts';
import { get, load, type Measured } from './load.ts';
import { captureRoster } from './capture.ts';

/** `npm run bench [-- branches]`: a table of what design.md promises, measured on this machine. */
const size: CountySize = { ...COUNTY, branches: Number(process.argv[2] ?? COUNTY.branches) };
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const dataDir = join(tmpdir(), `zhibu-bench-${process.pid}`);
const env = { ...process.env, ZHIBU_DATA: dataDir, ZHIBU_PORT: '0' };
const main = join(import.meta.dirname, '..', 'server', 'main.ts');

await mkdir(dataDir, { recursive: true });
const begun = performance.now();
const seconds = (): string => `${((performance.now() - begun) / 1000).toFixed(0)} s`;

interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

async function make(): Promise<readonly Statement[]> {
  const instance = await openInstance({ env, use: 'command', log: say });
  const vault = secrets(await loadMasterKey({ dataDir, env }));
  const founded = await generateCounty(instance, vault, size);
  say(
    `${size.branches} branches, ${size.branches * size.membersEach} members, ${size.years} years: made in ${seconds()}`,
  );
  const statements: Statement[] = [];
  const db = new Database({
    url: instance.appUrl,
    clock: realClock(),
    secrets: vault,
    onQuery: (sql, values) => statements.push({ sql, values }),
  });
  await captureRoster(db, founded);
  await db.close();
  await instance.close();
  return statements;
}

const statements = await make();
const server = runProgram(main, ['start'], {
  PATH: process.env.PATH ?? '',
  HOME: tmpdir(),
  ZHIBU_DATA: dataDir,
  ZHIBU_PORT: '0',
});
let url = '';
for (let waited = 0; url === '' && waited < 120_000; waited += 100) {
  await sleep(100);
  url = /支部已启动：(\S+)/u.exec(server.output())?.[1] ?? '';
}
const rows: Measured[] = [];
try {
  if (url === '') throw new Error(server.output());
  const caller = new Caller(url);
  await caller.post('/session', BENCH_ADMIN);
  const me = (await caller.get('/me')) as { choices: { kind: string; id: string; post: string }[] };
  const officer = me.choices.find((choice) => choice.post === 'officer');
  await caller.post('/me/act-as', { kind: officer?.kind, id: officer?.id });
  const cookie = caller.cookie;
  const listed = JSON.parse(
    (await get(`${url}/api/meetings?year=2025&pageSize=50`, cookie)).body,
  ) as {
    rows: { meetingId: string }[];
  };
  const meetings = listed.rows.map((row) => row.meetingId);
  const queries = ['wang', 'lx', '张伟', 'chenj', '刘', 'zhaomin'];
  const options = { count: 600, inFlight: 20 };
  rows.push(await load('home page, county', () => `${url}/api/duties/home`, cookie, options));
  rows.push(
    await load(
      'roster, pinyin search',
      (n) => `${url}/api/members?q=${encodeURIComponent(queries[n % queries.length] ?? '')}`,
      cookie,
      options,
    ),
  );
  rows.push(
    await load(
      'meeting page',
      (n) => `${url}/api/meetings/detail?meetingId=${meetings[n % meetings.length] ?? ''}`,
      cookie,
      options,
    ),
  );
  // The pair that is compared runs twice in turn, so that a noisy minute hits both.
  const bare = await bareServer();
  const product: Measured[] = [];
  const plain: Measured[] = [];
  for (let round = 0; round < 3; round += 1) {
    product.push(await load('roster page', () => `${url}/api/members`, cookie, options));
    plain.push(await load('bare handler', () => bare.url, '', options));
  }
  const middle = (list: Measured[]): Measured =>
    list.toSorted((a, b) => a.perSecond - b.perSecond)[1] as Measured;
  rows.push(middle(product), middle(plain));
  await bare.stop();
  say('');
  say('what                       p50 ms   p95 ms   requests/s');
  for (const row of rows) {
    say(
      `${row.name.padEnd(24)} ${row.p50.toFixed(1).padStart(8)} ${row.p95.toFixed(1).padStart(8)} ${row.perSecond.toFixed(0).padStart(12)}`,
    );
  }
  say(
    `roster page / bare handler: ${(middle(product).perSecond / middle(plain).perSecond).toFixed(2)} (promise: >= 0.6)`,
  );
} finally {
  server.process.kill('SIGTERM');
  await server.ended;
  await rm(dataDir, { recursive: true, force: true });
}

async function bareServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const instance = await openInstance({ env, use: 'command', log: () => {} });
  const packed = Buffer.from(JSON.stringify({ statements })).toString('base64');
  const child = runProgram(join(import.meta.dirname, 'bare.ts'), [instance.ownerUrl, packed], {});
  const port = await child.firstLine;
  await instance.close();
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: async () => {
      child.process.kill('SIGTERM');
      await child.ended;
    },
  };
}
