import { execFile, execFileSync } from 'node:child_process';
import { chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runProgram } from '../support/child.ts';
import { freePort } from '../../platform/postgres/free-port.ts';
import { MAIN, setUp, signedIn, start } from './program.ts';

const run = promisify(execFile);

/** Where Debian puts the oldest PostgreSQL that must do. */
const BIN = '/usr/lib/postgresql/15/bin';
export const isOtherPostgresHere = existsSync(join(BIN, 'initdb'));

type Settings = Readonly<Record<string, string>>;

/** A command of ours to its end. @throws with what it said where it fails */
async function command(args: readonly string[], env: Settings): Promise<string> {
  const child = runProgram(MAIN, args, {
    HOME: tmpdir(),
    ZHIBU_BACKUP_PASSPHRASE: 'seven quiet rivers',
    ...env,
  });
  if ((await child.ended) !== 0) throw new Error(`${args.join(' ')}: ${child.output()}`);
  return child.output();
}

interface User {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses root; Debian brings a user for it. */
function postgresUser(): User {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres']));
  return { uid: id('-u'), gid: id('-g') };
}

/** A PostgreSQL 15 that somebody else looks after, made ready as `db-roles` says. */
async function otherPostgres(folder: string): Promise<{ env: Settings; stop(): Promise<void> }> {
  const user = postgresUser();
  const as = { ...user, cwd: folder };
  const data = join(folder, 'data');
  const port = await freePort();
  await mkdir(folder);
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
  await run(
    join(BIN, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth-local=trust', '--auth-host=scram-sha-256'],
    as,
  );
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`;
  // Its output goes to a file: a server that holds our pipes would keep the call from ending.
  await run(
    join(BIN, 'pg_ctl'),
    ['-D', data, '-o', settings, '-l', join(folder, 'log'), '-w', 'start'],
    as,
  );
  const stop = async (): Promise<void> => {
    await run(join(BIN, 'pg_ctl'), ['-D', data, '-m', 'fast', '-w', 'stop'], as);
  };
  try {
    const script = await command(['db-roles'], {});
    const psql = execFile(
      join(BIN, 'psql'),
      [
        '-h',
        folder,
        '-p',
        String(port),
        '-U',
        'postgres',
        '-v',
        'ON_ERROR_STOP=1',
        '-q',
        '-f',
        '-',
      ],
      as,
    );
    psql.stdin?.end(script);
    const code = await new Promise((resolve) => psql.once('close', resolve));
    if (code !== 0) throw new Error(`db-roles does not run: ${String(code)}`);
    const url = (name: string): string =>
      (new RegExp(`${name}=(\\S+)`).exec(script)?.[1] ?? '').replace(
        '主机:5432',
        `127.0.0.1:${port}`,
      );
    return {
      env: { DATABASE_URL: url('DATABASE_URL'), DATABASE_OWNER_URL: url('DATABASE_OWNER_URL') },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Names in the roster of a running installation; `enter` of them more first. */
async function serving(
  dataDir: string,
  env: Settings,
  enter: readonly string[],
  backup?: string,
): Promise<string[]> {
  const running = await start(dataDir, env);
  try {
    const orgId = running.code === null ? null : await setUp(running);
    const caller = await signedIn(running.url);
    const { rows } = (await caller.get('/members?pageSize=500')) as {
      rows: { name: string; orgId: string }[];
    };
    const { today } = (await caller.get('/me')) as { today: string };
    for (const name of enter) {
      const answer = await caller.post('/members/enter', {
        orgId: orgId ?? rows[0]?.orgId,
        name,
        category: 'full',
        from: today,
      });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    }
    if (backup !== undefined) await command(['backup', backup], { ZHIBU_DATA: dataDir, ...env });
    const after = (await caller.get('/members?pageSize=500')) as { rows: { name: string }[] };
    return after.rows.map((row) => row.name).toSorted();
  } finally {
    running.child.process.kill('SIGTERM');
    await running.child.ended;
  }
}

/** What stood in the roster before, after the way to PostgreSQL 15, and after the way back. */
export async function thereAndBack(): Promise<readonly (readonly string[])[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhibu-other-'));
  await run('chmod', ['755', folder]);
  const at = (name: string): string => join(folder, name);
  const other = await otherPostgres(at('pg15'));
  try {
    const seen = [await serving(at('first'), {}, ['王建国', '李秀英'], at('one'))];
    await command(['restore', at('one')], { ZHIBU_DATA: at('second'), ...other.env });
    await command(['check'], { ZHIBU_DATA: at('second'), ...other.env });
    seen.push(await serving(at('second'), other.env, ['张伟'], at('two')));
    await command(['check'], { ZHIBU_DATA: at('second'), ...other.env });
    await command(['restore', at('two')], { ZHIBU_DATA: at('third') });
    await command(['check'], { ZHIBU_DATA: at('third') });
    seen.push(await serving(at('third'), {}, []));
    return seen;
  } finally {
    await other.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
