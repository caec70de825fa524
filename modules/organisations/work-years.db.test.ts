import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOLIDAYS } from '#kernel/holidays';
import { plainDate } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import { nthWorkday } from '#kernel/work-days';
import type { Actor } from '#platform/db';
import { systemActor } from '#modules/accounts';
import { permissionsOf } from '../../server/modules.ts';
import { testDatabase } from '../../tests/support/database.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { loadWorkYears } from './commands/load-work-years.ts';
import { workYears } from './queries/work-years.ts';
import { calendarOf } from './store/work-years.ts';

const database = await testDatabase();
let world: World;
beforeAll(async () => {
  world = await buildWorld(database.appUrl);
});
afterAll(() => world.db.close());

const officer = (): Actor => ({
  ...systemActor(world.founded),
  post: 'officer',
  permissions: permissionsOf('officer'),
});
const load = (text: string, actor = officer()) =>
  world.db.write(actor, { commandId: null, action: 'test' }, (write) =>
    loadWorkYears(write, { text }),
  );
/** The notice of 2026 as if it were that of 2028; both begin on other weekdays, so without days worked. */
const file = (HOLIDAYS[2026]?.rest ?? '')
  .split(' ')
  .map((one) => `2028-${one.slice(0, 2)}-${one.slice(2)},休,国务院办公厅通知`)
  .concat('2028-05-02,休,国务院办公厅通知', '2028-05-03,休,国务院办公厅通知')
  .join('\n');

test('a year is provisional until its table is loaded at the top; then every branch reckons by it', async () => {
  const term = () =>
    world.db.read(world.branch.as('secretary'), async (read) =>
      nthWorkday(await calendarOf(read), plainDate('2028-04-28'), 3),
    );
  expect(await term()).toEqual({ day: '2028-05-02', provisional: true });
  const wrong = await load(`${file}\n2028-06-01,班,国务院办公厅通知`);
  expect(wrong.ok ? null : wrong.refusal).toMatchObject({
    code: 'organisations.holiday_file',
    params: { problem: expect.stringContaining('不是星期六、星期日') },
  });
  expect(await term()).toMatchObject({ provisional: true });
  const below = await load(file, world.branch.as('officer'));
  expect(below.ok ? null : below.refusal.code).toBe('organisations.holidays_top_only');
  expect(unwrap(await load(file)).years).toEqual([2028]);
  expect(await term()).toEqual({ day: '2028-05-09', provisional: false });
  // Loaded again it replaces itself.
  unwrap(await load(file.replaceAll('通知', '补充通知')));
  const shown = await world.db.read(officer(), (read) => workYears(read));
  expect(shown.years[0]).toMatchObject({ year: 2028, source: '国务院办公厅补充通知' });
  expect(shown.years.filter((one) => one.year === 2028)).toHaveLength(1);
  expect(shown.can).toEqual({ load: true });
});
