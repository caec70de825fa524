import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, withClient } from '#platform/postgres';
import { migrate } from '../../server/lifecycle/migrate.ts';
import {
  closeDatabaseSql,
  createDatabaseSql,
  dbRolesSql,
  ROLES,
} from '../../server/lifecycle/roles.ts';

/** Gives the owner's URL of an empty database on a cluster that lives only as long as the work. */
export type NewDatabase = (name: string) => Promise<string>;

/** Starts an empty cluster in a temporary folder and removes everything afterwards. */
export async function withCluster(work: (create: NewDatabase) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhibu-generate-'));
  const postgres = await startPostgres({
    dataDir,
    log: (line) => console.log(line),
    settings: { fsync: 'off', synchronous_commit: 'off' },
  });
  const password = 'throw-away';
  const create: NewDatabase = async (name) => {
    await withClient(postgres.adminUrl, (admin) => admin.query(createDatabaseSql(name)));
    const url = new URL(postgres.adminUrl);
    url.username = ROLES.owner;
    url.password = password;
    url.pathname = `/${name}`;
    await withClient(url.href, (owner) => owner.query(closeDatabaseSql(name)));
    return url.href;
  };
  try {
    await withClient(postgres.adminUrl, (admin) =>
      admin.query(dbRolesSql({ owner: password, app: password, report: password })),
    );
    await work(create);
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** A database of today's migrations, as a fresh installation has it. */
export async function migratedDatabase(create: NewDatabase): Promise<string> {
  const url = await create('zhibu_migrated');
  await migrate(url);
  return url;
}

/** A database of `db/schema.sql` alone. */
export async function databaseOfSchema(create: NewDatabase): Promise<string> {
  const url = await create('zhibu_schema');
  const schema = await readFile(new URL('../schema.sql', import.meta.url), 'utf8');
  await withClient(url, (owner) => owner.query(schema));
  return url;
}
