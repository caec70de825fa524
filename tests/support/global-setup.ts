import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
import { startPostgres, withClient } from '#platform/postgres';
import { migrate } from '../../server/lifecycle/migrate.ts';
import {
  closeDatabaseSql,
  createDatabaseSql,
  dbRolesSql,
  ROLES,
} from '../../server/lifecycle/roles.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's own cluster: superuser, and the password that all three roles share in tests. */
    zhibuTestCluster: {
      readonly adminUrl: string;
      readonly password: string;
      readonly template: string;
    };
  }
}

const TEMPLATE = 'zhibu_template';

/** One cluster per test run, unsafe against power cuts and fast; gone when the run ends. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhibu-test-'));
  const postgres = await startPostgres({
    dataDir,
    log: (line) => console.log(line),
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '200',
      shared_buffers: '64MB',
    },
  });
  const end = async (): Promise<void> => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    project.provide('zhibuTestCluster', await migratedTemplate(postgres.adminUrl));
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}

async function migratedTemplate(adminUrl: string): Promise<ProvidedContext['zhibuTestCluster']> {
  const password = randomBytes(12).toString('hex');
  await withClient(adminUrl, async (admin) => {
    await admin.query(dbRolesSql({ owner: password, app: password, report: password }));
    await admin.query(createDatabaseSql(TEMPLATE));
  });
  const url = (user: string): string => {
    const address = new URL(adminUrl);
    address.username = user;
    address.password = password;
    address.pathname = `/${TEMPLATE}`;
    return address.href;
  };
  await withClient(url(ROLES.owner), (owner) => owner.query(closeDatabaseSql(TEMPLATE)));
  await migrate(url(ROLES.owner));
  return {
    adminUrl,
    password,
    template: TEMPLATE,
  };
}
