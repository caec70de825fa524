import { beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { ok } from '#kernel/result';
import { dated, datedMany, sql, type Write } from '#platform/db';
import { testDatabase } from '../../tests/support/database.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';

const database = await testDatabase();
let world: World;
beforeAll(async () => {
  world = await buildWorld(database.appUrl, { size: 1 });
  return () => world.db.close();
});

const GROUP = { table: 'party_group', key: 'group_id' };
const day = (n: number) => plainDate(`2026-01-${String(n).padStart(2, '0')}`);

/** One act on a group of its own that stands from the 10th to the 20th, and what stands afterwards. */
const standing = (change: (write: Write, key: string, row: object) => Promise<unknown>) =>
  world.act(world.branch.as('secretary'), async (write) => {
    const key = write.newId();
    const row = { group_id: key, org_id: world.branch.orgId, org_path: world.branch.path };
    await dated.begin(write, GROUP, day(10), { ...row, name: '一组' }, day(20));
    await change(write, key, row);
    const found = await sql<{ valid_from: string; valid_to: string | null; name: string }>`
      select valid_from, valid_to, name from party_group
       where group_id = ${key}::uuid and superseded_at is null order by valid_from`.execute(
      write.db,
    );
    return ok(found.rows.map((one) => [one.valid_from, one.valid_to, one.name]));
  });

describe('dated', () => {
  it('change writes nothing where nothing stands on the day', async () => {
    for (const on of [day(5), day(20)]) {
      const rows = await standing(async (write, key) => {
        expect(await dated.change(write, GROUP, key, on, { name: '二组' })).toBeNull();
      });
      expect(rows).toEqual([[day(10), day(20), '一组']]);
    }
  });

  it('hold ends where the next row begins', async () => {
    const rows = await standing((write, key, row) =>
      dated.hold(write, GROUP, key, day(5), { ...row }, { name: '二组' }),
    );
    expect(rows).toEqual([
      [day(5), day(10), '二组'],
      [day(10), day(20), '一组'],
    ]);
  });

  it('hold after the last row stays open, hold within one cuts it', async () => {
    const after = await standing((write, key, row) =>
      dated.hold(write, GROUP, key, day(25), { ...row }, { name: '二组' }),
    );
    expect(after).toEqual([
      [day(10), day(20), '一组'],
      [day(25), null, '二组'],
    ]);
    const within = await standing((write, key, row) =>
      dated.hold(write, GROUP, key, day(15), { ...row }, { name: '二组' }),
    );
    expect(within).toEqual([
      [day(10), day(15), '一组'],
      [day(15), day(20), '二组'],
    ]);
  });

  it('many: hold does to many what it does to one', async () => {
    const rows = await standing((write, key, row) =>
      datedMany.hold(
        write,
        GROUP,
        day(5),
        new Map([[key, { row: { ...row }, values: { name: '二组' } }]]),
      ),
    );
    expect(rows).toEqual([
      [day(5), day(10), '二组'],
      [day(10), day(20), '一组'],
    ]);
    const within = await standing((write, key, row) =>
      datedMany.hold(
        write,
        GROUP,
        day(15),
        new Map([
          [key, { row: { ...row }, values: { name: '二组' } }],
          [
            '00000000-0000-7000-8000-000000000001',
            {
              row: { ...row, group_id: '00000000-0000-7000-8000-000000000001' },
              values: { name: '三组' },
            },
          ],
        ]),
      ),
    );
    expect(within).toEqual([
      [day(10), day(15), '一组'],
      [day(15), day(20), '二组'],
    ]);
  });

  it('many: a key that begins later is changed from its beginning', async () => {
    const rows = await standing((write, key) =>
      datedMany.change(write, GROUP, day(5), new Map([[key, { name: '二组' }]])),
    );
    expect(rows).toEqual([[day(10), day(20), '二组']]);
  });
});
