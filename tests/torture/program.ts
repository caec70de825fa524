import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runProgram, type Child } from '../support/child.ts';
import { Caller } from './client.ts';

export const MAIN = join(import.meta.dirname, '..', '..', 'server', 'main.ts');

export interface Running {
  readonly child: Child;
  readonly url: string;
  readonly code: string | null;
}

/** The server on a data folder of its own, with its embedded database unless `env` names another. */
export async function start(
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const child = runProgram(MAIN, ['start'], {
    ZHIBU_DATA: dataDir,
    ZHIBU_PORT: '0',
    HOME: tmpdir(),
    ...env,
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

/** The first administrator, acting as 党务干部 of the county. */
export async function signedIn(url: string): Promise<Caller> {
  const caller = new Caller(url);
  await caller.post('/session', ADMIN);
  const me = (await caller.get('/me')) as { choices: { kind: string; id: string; post: string }[] };
  const officer = me.choices.find((choice) => choice.post === 'officer');
  if (officer === undefined) throw new Error('nobody to act as');
  await caller.post('/me/act-as', { kind: officer.kind, id: officer.id });
  return caller;
}

/** Sets up a county with one branch; the branch's id. */
export async function setUp(running: Running): Promise<string> {
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
