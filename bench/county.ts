import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Founded } from '#modules/accounts';
import { realClock } from '#platform/clock';
import { loadMasterKey, secrets } from '#platform/crypto';
import { Database } from '#platform/db';
import { openInstance } from '../server/lifecycle/index.ts';
import { runProgram } from '../tests/support/child.ts';
import { Caller } from '../tests/torture/client.ts';
import { BENCH_ADMIN, generateCounty, type CountySize } from './generate.ts';

/** A running installation that holds a county of some size. */
export interface County {
  readonly url: string;
  readonly founded: Founded;
  readonly dataDir: string;
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** As the application sees it, in this process. */
  readonly db: Database;
  /** Signed in, acting as the post named. */
  signIn(loginName: string, post: string): Promise<Caller>;
  /** Process number of the server. */
  readonly pid: number;
  stop(): Promise<void>;
}

const main = join(import.meta.dirname, '..', 'server', 'main.ts');

async function make(
  dataDir: string,
  env: NodeJS.ProcessEnv,
  size: CountySize,
  say: (line: string) => void,
): Promise<void> {
  const begun = performance.now();
  const instance = await openInstance({ env, use: 'command', log: () => {} });
  try {
    if (instance.adminUrl === null) throw new Error('the bench needs the embedded database');
    const vault = secrets(await loadMasterKey({ dataDir, env }));
    const founded = await generateCounty(
      { appUrl: instance.appUrl, adminUrl: instance.adminUrl },
      vault,
      size,
    );
    await writeFile(join(dataDir, 'bench.json'), JSON.stringify(founded));
  } finally {
    await instance.close();
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  const { branches, membersEach, years } = size;
  say(`${branches} branches, ${branches * membersEach} members, ${years} years: ${seconds} s`);
}

/** Makes the county where the folder holds none, and starts the server on it. */
export async function openCounty(
  dataDir: string,
  size: CountySize,
  say: (line: string) => void,
  execArgv: readonly string[] = [],
): Promise<County> {
  await mkdir(dataDir, { recursive: true });
  const env = { ...process.env, ZHIBU_DATA: dataDir, ZHIBU_PORT: '0' };
  if (!existsSync(join(dataDir, 'bench.json'))) await make(dataDir, env, size, say);
  const founded = JSON.parse(await readFile(join(dataDir, 'bench.json'), 'utf8')) as Founded;
  const server = runProgram(main, ['start'], {
    HOME: tmpdir(),
    ZHIBU_DATA: dataDir,
    ZHIBU_PORT: '0',
    ...(execArgv.length === 0 ? {} : { NODE_OPTIONS: execArgv.join(' ') }),
  });
  let url = '';
  for (let waited = 0; url === '' && waited < 120_000; waited += 100) {
    await sleep(100);
    url = /支部已启动：(\S+)/u.exec(server.output())?.[1] ?? '';
  }
  if (url === '') throw new Error(server.output());
  const instance = await openInstance({ env, use: 'command', log: () => {} });
  const vault = secrets(await loadMasterKey({ dataDir, env }));
  const db = new Database({ url: instance.appUrl, clock: realClock(), secrets: vault });
  return {
    url,
    founded,
    dataDir,
    appUrl: instance.appUrl,
    ownerUrl: instance.ownerUrl,
    db,
    pid: server.process.pid ?? 0,
    signIn: async (loginName, post) => {
      const caller = new Caller(url);
      await caller.post('/session', { loginName, password: BENCH_ADMIN.password });
      const me = (await caller.get('/me')) as {
        choices: { kind: string; id: string; post: string }[];
      };
      const choice = me.choices.find((one) => one.post === post);
      if (choice === undefined) throw new Error(`${loginName} is no ${post}`);
      await caller.post('/me/act-as', { kind: choice.kind, id: choice.id });
      return caller;
    },
    stop: async () => {
      await db.close();
      await instance.close();
      server.process.kill('SIGTERM');
      await server.ended;
    },
  };
}
