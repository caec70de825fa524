import { expect, it } from 'vitest';
import { withClient } from '#platform/postgres';
import { testDatabase } from './database.ts';

const database = await testDatabase();
const user = (url: string): Promise<readonly unknown[]> =>
  withClient(url, (client) =>
    client.query('select current_user::text as name, current_database()::text as db'),
  );

it('gives three roles of one fresh database', async () => {
  const db = new URL(database.ownerUrl).pathname.slice(1);
  expect(await user(database.ownerUrl)).toEqual([{ name: 'zhibu_owner', db }]);
  expect(await user(database.appUrl)).toEqual([{ name: 'zhibu_app', db }]);
  expect(await user(database.reportUrl)).toEqual([{ name: 'zhibu_report', db }]);
});

it('lets neither request role make tables', async () => {
  for (const url of [database.appUrl, database.reportUrl]) {
    await expect(
      withClient(url, (client) => client.query('create table intruder (id int)')),
    ).rejects.toThrow(/permission denied|read-only/);
  }
});
