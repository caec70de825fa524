import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { withClient } from '#platform/postgres';
import { runProgram, type Child } from '../../tests/support/child.ts';
import { testDatabase } from '../../tests/support/database.ts';

const holder = fileURLToPath(new URL('../../tests/support/hold-instance.ts', import.meta.url));
const database = await testDatabase();
const { adminUrl } = inject('zhibuTestCluster');
const dataDir = await mkdtemp(join(tmpdir(), 'zhibu-instance-'));
const open = (use: 'serve' | 'command', env: Record<string, string> = {}): Child =>
  runProgram(holder, [use], { ZHIBU_DATA: dataDir, ...env });

interface Opened {
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  attached: boolean;
  migrated: string[];
}
const said = async (child: Child): Promise<Opened> => JSON.parse(await child.firstLine) as Opened;
const ask = (url: string, sql: string): Promise<readonly object[]> =>
  withClient(url, (client) => client.query(sql));

afterAll(() => rm(dataDir, { recursive: true, force: true }));

describe('a data folder', () => {
  let server: Child;
  let opened: Opened;
  beforeAll(async () => {
    server = open('serve');
    opened = await said(server);
  });
  afterAll(async () => {
    server.process.kill('SIGTERM');
    await server.ended;
  });

  it('is closed to others, its secrets too', async () => {
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    for (const name of ['pg.secret', 'roles.json', 'running.json']) {
      expect((await stat(join(dataDir, name))).mode & 0o777, name).toBe(0o600);
    }
  });

  it('holds a database in which requests neither own nor bypass anything', async () => {
    expect(
      await ask(
        opened.appUrl,
        `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user`,
      ),
    ).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false }]);
    await expect(ask(opened.appUrl, 'create table intruder (id int)')).rejects.toThrow(
      /permission denied/,
    );
  });

  it('refuses a second server with process number and address', async () => {
    const second = open('serve');
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('已经在运行');
    expect(second.output()).toContain(String(server.process.pid));
    expect(second.output()).toContain('http://127.0.0.1:8420');
  });

  it('lets a command use the running database', async () => {
    const command = open('command');
    expect(await said(command)).toMatchObject({ attached: true, appUrl: opened.appUrl });
    expect(await command.ended).toBe(0);
    expect(await ask(opened.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('keeps committed rows through kill -9 of the server, and a new one takes over', async () => {
    await ask(opened.ownerUrl, 'create table probe (id int); insert into probe values (1)');
    server.process.kill('SIGKILL');
    await server.ended;
    server = open('serve');
    opened = await said(server);
    expect(opened.migrated).toEqual([]);
    expect(await ask(opened.ownerUrl, 'select id from probe')).toEqual([{ id: 1 }]);
  });

  it('with the server stopped, a command brings its own database, and a second command waits', async () => {
    server.process.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    await expect(readFile(join(dataDir, 'running.json'))).rejects.toThrow(/ENOENT/);
    const both = [open('command'), open('command')];
    for (const one of both) expect(await said(one)).toMatchObject({ attached: false });
    expect(await Promise.all(both.map((one) => one.ended))).toEqual([0, 0]);
    server = open('serve');
    opened = await said(server);
  });
});

describe('a data folder that cannot be used', () => {
  it('is named in the refusal', async () => {
    const file = join(dataDir, 'a file');
    await writeFile(file, '');
    const server = open('serve', { ZHIBU_DATA: file });
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain(`数据目录 ${file} 不能使用`);
  });

  it('of another PostgreSQL version is left alone, with the reason', async () => {
    const folder = join(dataDir, 'older');
    await mkdir(join(folder, 'pg'), { recursive: true, mode: 0o700 });
    await writeFile(join(folder, 'pg', 'PG_VERSION'), '12\n');
    const server = open('serve', { ZHIBU_DATA: folder });
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain('数据库没有启动');
    expect(server.output()).toContain('数据是 PostgreSQL 12 的');
    expect(await readFile(join(folder, 'pg', 'PG_VERSION'), 'utf8')).toBe('12\n');
  });
});

describe('another PostgreSQL', () => {
  const own = (name: string): Record<string, string> => ({ ZHIBU_DATA: join(dataDir, name) });

  it('is used as it is, and nothing else is started', async () => {
    const env = {
      ...own('external'),
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
    };
    const server = open('serve', env);
    expect(await said(server)).toMatchObject({
      adminUrl: null,
      appUrl: database.appUrl,
      ownerUrl: database.ownerUrl,
    });
    await expect(stat(join(dataDir, 'external', 'pg'))).rejects.toThrow(/ENOENT/);
    server.process.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });

  it.each([
    ['superuser', () => adminUrl, /是超级用户/],
    ['owner', () => database.ownerUrl, /所有者/],
  ])('is refused where requests would be %s', async (name, url, sentence) => {
    const server = open('serve', {
      ...own(name),
      DATABASE_URL: url(),
      DATABASE_OWNER_URL: database.ownerUrl,
    });
    expect(await server.ended).toBe(1);
    expect(server.output()).toMatch(sentence);
  });

  it('is refused where it does not answer, without its password on the console', async () => {
    const url = new URL(database.appUrl);
    url.port = '1';
    const server = open('serve', {
      ...own('silent'),
      DATABASE_URL: url.href,
      DATABASE_OWNER_URL: database.ownerUrl,
    });
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain('连不上 DATABASE_URL');
    expect(server.output()).not.toContain(url.password);
  });
});
