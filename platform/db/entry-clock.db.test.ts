import { beforeAll, describe, expect, it } from 'vitest';
import { ok, unwrap, type Result } from '#kernel/result';
import { masterKeyOf, secrets } from '#platform/crypto';
import { Database, type Actor, type Write } from '#platform/db';
import { testDatabase } from '../../tests/support/database.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';

const database = await testDatabase();
let world: World;
let actor: Actor;
let present = 0;
const open: Database[] = [];

/** A server of its own on the same database; each look at its clock is a millisecond later. */
function server(behind = 0): Database {
  const made = new Database({
    url: database.appUrl,
    clock: {
      now: () => (present += 1) - behind,
      random: (length) => world.clock.random(length),
    },
    secrets: secrets(masterKeyOf(Buffer.alloc(32, 7))),
    poolSize: 20,
  });
  open.push(made);
  return made;
}

beforeAll(async () => {
  world = await buildWorld(database.appUrl, { size: 1 });
  actor = world.branch.as('secretary');
  present = world.clock.now() + 60_000;
  return async () => {
    for (const one of [world.db, ...open]) await one.close();
  };
});

const act = (
  db: Database,
  who: Actor,
  work: (write: Write) => Promise<void>,
): Promise<Result<Date>> =>
  db.write(who, { commandId: null, action: 'test' }, async (write) => {
    await work(write);
    return ok(write.enteredAt);
  });

const times = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i);

describe('the entry clock of an organisation', () => {
  it('20 writers at once: nobody is refused, and instants stand in the order of the acts', async () => {
    const db = server();
    const entered: number[] = [];
    const results = await Promise.all(
      times(20).map(() =>
        // Noted while the organisation is held: the order of noting is the order of the acts.
        act(db, actor, async (write) => void entered.push(write.enteredAt.getTime())),
      ),
    );
    expect(results.filter((one) => !one.ok)).toEqual([]);
    expect(new Set(entered).size).toBe(20);
    expect(entered).toEqual(entered.toSorted((a, b) => a - b));
  });

  it('20 writers over two organisations, from either side: nobody is refused', async () => {
    const db = server();
    const results = await Promise.all(
      times(20).map((n) => {
        const [mine, also] =
          n % 2 === 0 ? [world.branch, world.other] : [world.other, world.branch];
        return act(db, mine.as('secretary'), (write) => write.tick(also.orgId));
      }),
    );
    expect(results.filter((one) => !one.ok)).toEqual([]);
    const instants = results.map((one) => unwrap(one).getTime());
    expect(new Set(instants).size).toBe(20);
  });

  it('a clock that stands still enters many acts at one instant', async () => {
    world.clock.set(present + 1_000);
    const at = world.clock.now();
    for (const _ of times(3)) {
      expect(unwrap(await act(world.db, actor, async () => undefined)).getTime()).toBe(at);
    }
    present = at;
  });

  it('a clock a little behind enters after the last act, one far behind is refused', async () => {
    const last = unwrap(await act(server(), actor, async () => undefined)).getTime();
    const near = unwrap(await act(server(2_000), actor, async () => undefined)).getTime();
    expect(near).toBeGreaterThan(last);
    expect(await act(server(60_000), actor, async () => undefined)).toMatchObject({
      ok: false,
      refusal: { code: 'common.clock_behind' },
    });
  });
});
