import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withClient, type SqlClient } from '#platform/postgres';

export const MIGRATIONS = fileURLToPath(new URL('../../db/migrations/', import.meta.url));

/** Any number, the same for all starts: two that migrate one database wait for each other. */
const LOCK = 7_214_066_350_113;

/**
 * Applies `*.sql` of a folder forward-only in name order, each in its own transaction.
 * @returns the names applied now, in order; empty where the database was current
 * @throws with a Chinese sentence where an applied file was changed or removed, or with the file's SQL error
 */
export async function migrate(
  ownerUrl: string,
  folder: string = MIGRATIONS,
): Promise<readonly string[]> {
  const files = await readMigrations(folder);
  return withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(`create table if not exists zhibu_migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
    const applied = await client.query<Applied>(
      'select name, sha256 from zhibu_migration order by name',
    );
    const open = stillToApply(files, applied);
    for (const file of open) await apply(client, file);
    return open.map((file) => file.name);
  });
}

interface Migration {
  readonly name: string;
  readonly sha256: string;
  readonly sql: string;
}

type Applied = Pick<Migration, 'name' | 'sha256'>;

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function stillToApply(
  files: readonly Migration[],
  applied: readonly Applied[],
): readonly Migration[] {
  for (const { name, sha256 } of applied) {
    const file = files.find((candidate) => candidate.name === name);
    if (file === undefined) {
      throw new Error(
        `数据库里已执行过迁移 ${name}，本程序没有这个文件：程序比数据库旧，请换用更新的程序。`,
      );
    }
    if (file.sha256 !== sha256) {
      throw new Error(`迁移文件 ${name} 在执行之后被改动过。已执行的迁移不能修改，请恢复原文件。`);
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  const open = files.filter(({ name }) => !done.has(name));
  const last = applied.at(-1)?.name;
  const behind = last === undefined ? undefined : open.find(({ name }) => name < last);
  if (behind !== undefined)
    throw new Error(`迁移 ${behind.name} 排在已执行的 ${last} 之前，只能往后追加。`);
  return open;
}

async function apply(client: SqlClient, file: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(file.sql);
    await client.query('insert into zhibu_migration (name, sha256) values ($1, $2)', [
      file.name,
      file.sha256,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(
      `迁移 ${file.name} 没有成功，未留下任何改动：${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    );
  }
}
