import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { withClient } from '#platform/postgres';
import { testDatabase } from '../../tests/support/database.ts';
import { migrate } from './migrate.ts';

const { ownerUrl } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'zhibu-migrate-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const write = (name: string, sql: string): Promise<void> => writeFile(join(folder, name), sql);
const tables = (): Promise<string[]> =>
  withClient(ownerUrl, async (client) => {
    const rows = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_name like 'probe%' order by 1`,
    );
    return rows.map(({ name }) => name);
  });

beforeEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  await withClient(ownerUrl, (client) =>
    client.query(
      'drop table if exists zhibu_migration, probe_a, probe_b, probe_c, probe_d cascade',
    ),
  );
  await write('0001_a.sql', 'create table probe_a (id int);');
  await write('0002_b.sql', 'create table probe_b (id int); create table probe_c (id int);');
});

describe('migrate', () => {
  it('applies files in name order once', async () => {
    expect(await migrate(ownerUrl, folder)).toEqual(['0001_a.sql', '0002_b.sql']);
    expect(await tables()).toEqual(['probe_a', 'probe_b', 'probe_c']);
    expect(await migrate(ownerUrl, folder)).toEqual([]);
    await write('0003_d.sql', 'create table probe_d (id int);');
    expect(await migrate(ownerUrl, folder)).toEqual(['0003_d.sql']);
  });

  it('leaves nothing of a file that fails, and keeps those before it', async () => {
    await write('0003_d.sql', 'create table probe_d (id int); select * from no_such_table;');
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(/0003_d\.sql.*no_such_table/);
    expect(await tables()).toEqual(['probe_a', 'probe_b', 'probe_c']);
    await write('0003_d.sql', 'create table probe_d (id int);');
    expect(await migrate(ownerUrl, folder)).toEqual(['0003_d.sql']);
  });

  it('refuses a changed, a removed and a late file', async () => {
    await migrate(ownerUrl, folder);
    await write('0001_a.sql', 'create table probe_a (id bigint);');
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(/0001_a\.sql 在执行之后被改动过/);
    await rm(join(folder, '0001_a.sql'));
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(/0001_a\.sql.*程序比数据库旧/);
    await write('0001_a.sql', 'create table probe_a (id int);');
    await write('0001_b.sql', 'select 1');
    await expect(migrate(ownerUrl, folder)).rejects.toThrow(/0001_b\.sql 排在/);
  });

  it('two at once apply each file once', async () => {
    const both = await Promise.all([migrate(ownerUrl, folder), migrate(ownerUrl, folder)]);
    expect(both.flat().sort()).toEqual(['0001_a.sql', '0002_b.sql']);
  });
});
