import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { withClient } from '#platform/postgres';
import { closeDatabaseSql, createDatabaseSql, ROLES } from '../../server/lifecycle/roles.ts';
import type {} from './global-setup.ts';

export interface TestDatabase {
  /** Migrates and owns; is not held back by row security. */
  readonly ownerUrl: string;
  /** As requests see it: row security applies. */
  readonly appUrl: string;
  /** Read-only. */
  readonly reportUrl: string;
}

/**
 * A fresh, migrated database for one `*.db.test.ts` file, dropped when the file ends.
 * Call it once at the top: `const database = await testDatabase();`
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { adminUrl, password, template } = inject('zhibuTestCluster');
  const name = `zhibu_${randomBytes(6).toString('hex')}`;
  await withClient(adminUrl, (admin) => admin.query(createDatabaseSql(name, template)));
  afterAll(() =>
    withClient(adminUrl, (admin) => admin.query(`drop database if exists ${name} with (force)`)),
  );
  const url = (user: string): string => {
    const address = new URL(adminUrl);
    address.username = user;
    address.password = password;
    address.pathname = `/${name}`;
    return address.href;
  };
  // Grants on a database are not copied from its template; those inside it are.
  await withClient(url(ROLES.owner), (owner) => owner.query(closeDatabaseSql(name)));
  return { ownerUrl: url(ROLES.owner), appUrl: url(ROLES.app), reportUrl: url(ROLES.report) };
}
