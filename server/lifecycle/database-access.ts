import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '#platform/postgres';
import {
  closeDatabaseSql,
  createDatabaseSql,
  dbRolesSql,
  ROLES,
  unfitForRequests,
  type RolePasswords,
} from './roles.ts';

export const DATABASE = 'zhibu';
const OLDEST = 15;

export interface DatabaseUrls {
  /** Superuser of the embedded cluster; null with another PostgreSQL. */
  readonly adminUrl: string | null;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

export const randomPassword = (): string => randomBytes(24).toString('base64url');

/** Passwords of the three roles of the embedded cluster, made once, `roles.json` (0600). */
export function rolePasswords(dataDir: string): RolePasswords {
  const path = join(dataDir, 'roles.json');
  if (!existsSync(path)) {
    const made: RolePasswords = {
      owner: randomPassword(),
      app: randomPassword(),
      report: randomPassword(),
    };
    writeFileSync(`${path}.new`, JSON.stringify(made), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as RolePasswords;
}

/** The addresses of the embedded database as seen by each role. */
export function embeddedUrls(adminUrl: string, passwords: RolePasswords): DatabaseUrls {
  const as = (user: string, password: string): string => {
    const url = new URL(adminUrl);
    url.username = user;
    url.password = password;
    url.pathname = `/${DATABASE}`;
    return url.href;
  };
  return {
    adminUrl,
    ownerUrl: as(ROLES.owner, passwords.owner),
    appUrl: as(ROLES.app, passwords.app),
  };
}

/** Makes roles and database in the embedded cluster where they are missing. */
export async function ensureDatabase(
  adminUrl: string,
  passwords: RolePasswords,
): Promise<DatabaseUrls> {
  await withClient(adminUrl, async (admin) => {
    await admin.query(dbRolesSql(passwords));
    const found = await admin.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.length === 0) await admin.query(createDatabaseSql(DATABASE));
  });
  const urls = embeddedUrls(adminUrl, passwords);
  await withClient(urls.ownerUrl, (owner) => owner.query(closeDatabaseSql(DATABASE)));
  return urls;
}

/** @throws with a Chinese sentence where another PostgreSQL does not answer or is too old */
export async function checkExternal(url: string, name: string): Promise<void> {
  let version: number;
  try {
    version = await withClient(url, async (client) => {
      const [row] = await client.query<{ version: number }>(
        `select current_setting('server_version_num')::int as version`,
      );
      return Math.floor((row?.version ?? 0) / 10_000);
    });
  } catch (error) {
    throw new Error(
      `连不上 ${name} 指定的数据库：${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
  if (version < OLDEST)
    throw new Error(`${name} 指定的 PostgreSQL 是 ${version} 版，至少需要 ${OLDEST} 版。`);
}

/** @throws with a Chinese sentence where requests would run under a role that row security does not hold */
export async function refuseUnfitRole(appUrl: string): Promise<void> {
  const why = await withClient(appUrl, unfitForRequests);
  if (why !== null) {
    throw new Error(
      `${why}已拒绝启动。请用 npm run zhibu -- db-roles 打印的语句建立角色，让 DATABASE_URL 使用 ${ROLES.app}。`,
    );
  }
}
