import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../tests/support/database.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { sql, type Read } from './index.ts';

const database = await testDatabase();
let world: World;
beforeAll(async () => {
  world = await buildWorld(database.appUrl);
});
afterAll(() => world.db.close());

const look = <T>(work: (read: Read) => Promise<T>): Promise<T> =>
  world.db.read(world.branch.as('secretary'), work);
const own = async (read: Read): Promise<number> =>
  (await read.db.selectFrom('organisation').select('org_id').execute()).length;

test('statements asked for together are those of one actor, each with its own answer', async () => {
  const found = await look((read) =>
    Promise.all([
      own(read),
      sql<{ n: number }>`select ${7}::int as n`.execute(read.db),
      sql<{ s: string }>`select current_setting('app.scope') as s`.execute(read.db),
    ]),
  );
  expect(found[0]).toBeGreaterThan(0);
  expect(found[1].rows).toEqual([{ n: 7 }]);
  expect(found[2].rows).toEqual([{ s: world.branch.path }]);
});

test('the error of one of them is told, and the connection serves the next', async () => {
  const together = look((read) =>
    Promise.all([sql`select 1 / 0`.execute(read.db), own(read), own(read)]),
  );
  await expect(together).rejects.toThrow('division by zero');
  expect(await look(own)).toBeGreaterThan(0);
});

test('a connection that breaks while it is held ends that read only', async () => {
  const broken = look(async (read) => {
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(read.db);
    return own(read);
  });
  await expect(broken).rejects.toThrow();
  expect(await look(own)).toBeGreaterThan(0);
});
