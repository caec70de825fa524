import { afterAll, beforeAll, expect, test } from 'vitest';
import { masterKeyOf, secrets } from '#platform/crypto';
import { testDatabase } from '../../tests/support/database.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { Database, sql, type Read } from './index.ts';

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

test('no statement overtakes the beginning of its transaction, however soon it is asked for on a fresh connection', async () => {
  for (let steps = 0; steps < 24; steps += 1) {
    // Every round has connections of its own: what is done once for a connection is done while statements wait.
    const fresh = new Database({
      url: database.appUrl,
      clock: world.clock,
      secrets: secrets(masterKeyOf(Buffer.alloc(32, 7))),
      poolSize: 1,
    });
    const found = await fresh.read(world.branch.as('secretary'), async (read) => {
      for (let step = 0; step < steps; step += 1) await Promise.resolve();
      return own(read);
    });
    await fresh.close();
    expect(found, `after ${steps} steps`).toBeGreaterThan(0);
  }
});
