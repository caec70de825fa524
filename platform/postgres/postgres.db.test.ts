import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { runProgram } from '../../tests/support/child.ts';
import { startPostgres, withClient, type RunAs, type RunningPostgres } from './index.ts';
import { postgresProcessesIn } from './process-table.ts';

const holder = fileURLToPath(new URL('../../tests/support/hold-postgres.ts', import.meta.url));
const root = await mkdtemp(join(tmpdir(), 'zhibu-postgres-'));
const dataDir = join(root, '数据 目录');
const running: RunningPostgres[] = [];
const lines: string[] = [];

async function start(folder = dataDir, runAs?: RunAs): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir: folder, log: (line) => lines.push(line), runAs });
  running.push(server);
  return server;
}

const one = async (url: string, sql: string): Promise<unknown> => {
  const [row] = await withClient(url, (client) => client.query<{ value: unknown }>(sql));
  return row?.value;
};

/** What a pool does: asks again until the database is back. */
async function again<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries > 300) throw error;
      await sleep(100);
    }
  }
}

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});
afterAll(async () => {
  const elsewhere = lines.flatMap((line) => /数据：(.+)）/.exec(line)?.[1] ?? []);
  for (const folder of [root, ...elsewhere]) await rm(folder, { recursive: true, force: true });
});

describe('startPostgres', () => {
  it('makes a UTF-8 cluster sorted by code point, closed to others and safe against power cuts', async () => {
    const { adminUrl } = await start();
    expect(await one(adminUrl, `select current_setting('server_encoding') as value`)).toBe('UTF8');
    expect(
      await one(
        adminUrl,
        `select string_agg(x, '' order by x) as value from unnest(array['一','b','A','丁']) x`,
      ),
    ).toBe('Ab一丁');
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      expect(await one(adminUrl, `select current_setting('${name}') as value`), name).toBe('on');
    }
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    expect((await stat(join(dataDir, 'pg.secret'))).mode & 0o777).toBe(0o600);
    const wrong = new URL(adminUrl);
    wrong.password = 'guess';
    await expect(one(wrong.href, 'select 1 as value')).rejects.toThrow(
      /password authentication failed/,
    );
    expect((await readdir(dataDir)).sort()).toEqual(['pg', 'pg.secret']);
  });

  it('keeps its rows from start to start and leaves no process', async () => {
    const first = await start();
    await one(first.adminUrl, 'create table kept as select 7 as value');
    await first.stop();
    expect(postgresProcessesIn(join(dataDir, 'pg'))).toEqual([]);
    const second = await start();
    expect(await one(second.adminUrl, 'select value from kept')).toBe(7);
  });

  it('starts a killed postmaster again on the same port, and a pool goes on', async () => {
    const server = await start();
    const pool = new pg.Pool({ connectionString: server.adminUrl });
    pool.on('error', () => {});
    await pool.query('create table survived as select 1 as value');
    const before = server.pid();
    process.kill(before, 'SIGKILL');
    await vi.waitUntil(() => server.pid() !== before, 30_000);
    const found = await again(() => pool.query<{ value: number }>('select value from survived'));
    expect(found.rows).toEqual([{ value: 1 }]);
    expect(lines.join('\n')).toContain('数据库进程意外结束');
    await pool.end();
  });

  it('ends a postmaster that an earlier run left behind', async () => {
    // Without setpriv the database does not hear of its parent's death.
    const bare = join(root, 'bin');
    await mkdir(bare);
    for (const name of ['unshare', 'true']) await symlink(`/usr/bin/${name}`, join(bare, name));
    const parent = runProgram(holder, [], { PATH: bare, FOLDER: dataDir });
    const left = Number(await parent.firstLine);
    parent.process.kill('SIGKILL');
    await parent.ended;
    expect(postgresProcessesIn(join(dataDir, 'pg'))).toContain(left);
    const { adminUrl } = await start();
    expect(lines.join('\n')).toContain(`发现上次遗留的数据库进程（${left}）`);
    expect(await one(adminUrl, 'select 1 as value')).toBe(1);
  });

  it('is not misled by a process number that somebody else has by now', async () => {
    const first = await start();
    const pidFile = join(dataDir, 'pg', 'postmaster.pid');
    const left = await readFile(pidFile, 'utf8');
    await first.stop();
    // This very process, of the same user, is alive under the number in the file.
    await writeFile(pidFile, left.replace(/^\d+/, String(process.pid)));
    const second = await start();
    expect(await one(second.adminUrl, 'select 1 as value')).toBe(1);
  });

  it('begins anew where making the cluster was cut off', async () => {
    const folder = join(root, 'half');
    const first = await start(folder);
    await first.stop();
    await rm(join(folder, 'pg'), { recursive: true });
    await mkdir(join(folder, 'pg.new-1234'));
    await writeFile(join(folder, 'pg.new-1234', 'PG_VERSION'), 'half made');
    const second = await start(folder);
    expect(await one(second.adminUrl, 'select 1 as value')).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['pg', 'pg.secret']);
  });
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
  it.each<RunAs>(['namespace', 'system-user'])(
    'runs in the way of %s, below a folder that only root may enter',
    async (runAs) => {
      const folder = join(root, runAs);
      const server = await start(folder, runAs);
      expect(server.runAs).toBe(runAs);
      process.kill(server.pid(), 'SIGKILL');
      expect(await again(() => one(server.adminUrl, 'select 1 as value'))).toBe(1);
      await server.stop();
      const reopened = await start(folder, runAs);
      expect(await one(reopened.adminUrl, 'select 1 as value')).toBe(1);
    },
  );
});
