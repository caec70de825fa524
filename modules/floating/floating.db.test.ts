import { describe, expect, test } from 'vitest';
import { dutiesOf, type Duty } from '#engines/obligation';
import type { PersonId } from '#kernel/ids';
import { addDays, dayOf, plainDate } from '#kernel/plain-date';
import type { Result } from '#kernel/result';
import type { Actor } from '#platform/db';
import { endMembership } from '#modules/members';
import { testDatabase } from '../../tests/support/database.ts';
import { floatingDesk } from '../../tests/worlds/floating-desk.ts';
import { cancelAway, comeBack } from './commands/come-back.ts';
import { cancelContact, recordContacts, showPhone } from './commands/record-contacts.ts';
import { changeAway } from './commands/register-away.ts';
import { floatingIndicators } from './indicators.ts';
import { floatingObligations } from './obligations.ts';
import { awayOf, lastContacts } from './queries/around.ts';
import { away } from './queries/away.ts';
import { contacts, mine } from './queries/contacts.ts';
import { thread } from './queries/thread.ts';
import type { AwayId } from './store/away.ts';

const desk = floatingDesk(await testDatabase());
const d = plainDate;
const TODAY = d('2026-11-20');
const codeOf = (done: Result<unknown>): string => (done.ok ? 'ok' : done.refusal.code);

const listOf = (actor: Actor, more: object = {}) =>
  desk.world.db.read(actor, (read) =>
    away(read, {
      orgId: desk.world.branch.orgId,
      state: 'away',
      page: 1,
      pageSize: 50,
      ...more,
    }),
  );
const dutiesFor = (actor: Actor): Promise<Duty[]> =>
  desk.world.db.read(actor, (read) =>
    dutiesOf(
      [floatingObligations],
      read,
      [desk.world.branch.orgId],
      { from: dayOf(2026, 1, 1), to: dayOf(2026, 12, 31) },
      TODAY,
    ),
  );
const contact = (actor: Actor, awayIds: readonly AwayId[], more: object = {}) =>
  desk.tries(actor, (write) =>
    recordContacts(write, {
      awayIds: [...awayIds],
      on: TODAY,
      how: 'phone',
      report: false,
      content: '',
      byName: '',
      ...more,
    }),
  );

describe('a stay away from its registration to its return', () => {
  let awayId: AwayId;

  test('registering marks the file, names the contact person and is refused twice', async () => {
    ({ awayId } = await desk.register(2, { leftOn: d('2026-03-05'), phone: '13812345678' }));
    const found = await listOf(desk.secretary());
    expect(found?.rows).toMatchObject([
      {
        name: '张伟',
        keeperName: '李秀英',
        phone: '138****5678',
        last: null,
        due: '2026-04-05',
        hints: [{ code: 'overdue' }],
      },
    ]);
    expect(found?.counts).toMatchObject({ away: 1, overdue: 1, withKeeper: 1 });
    expect(codeOf(await desk.tryRegister(2, {}))).toBe('floating.already_away');
    expect(codeOf(await desk.tryRegister(3, { keeperId: desk.person(2) }))).toBe(
      'floating.keeper_unfit',
    );
    const marked = await desk.world.db.read(desk.secretary(), (read) =>
      read.db
        .selectFrom('person_state')
        .select(['floating', 'valid_from'])
        .where('person_id', '=', desk.person(2))
        .where('superseded_at', 'is', null)
        .orderBy('valid_from')
        .execute(),
    );
    expect(marked).toEqual([
      { floating: false, valid_from: '2025-01-01' },
      { floating: true, valid_from: '2026-03-05' },
    ]);
  });

  test('contact is due to the contact person, and to nobody once it was made', async () => {
    const before = await dutiesFor(desk.secretary());
    const keeper = before.find((one) => one.personId === desk.person(1));
    expect(keeper).toMatchObject({
      kind: 'floating.contact',
      state: 'missed',
      until: '2026-04-05',
    });
    expect(keeper?.reason).toContain('张伟');
    // The contact person holds no post here, so that the branch hears of what is late.
    expect(before.some((one) => one.personId === null && one.kind === 'floating.contact')).toBe(
      true,
    );
    expect(codeOf(await contact(desk.secretary(), [awayId], { on: addDays(TODAY, 1) }))).toBe(
      'floating.in_future',
    );
    expect(codeOf(await contact(desk.secretary(), [awayId], { on: d('2026-03-04') }))).toBe(
      'floating.before_left',
    );
    expect(codeOf(await contact(desk.secretary(), [awayId], { how: 'family', report: true }))).toBe(
      'floating.report_by_self',
    );
    expect(codeOf(await contact(desk.secretary(), [awayId]))).toBe('ok');
    expect(codeOf(await contact(desk.secretary(), [awayId]))).toBe('floating.contact_twice');
    const after = await dutiesFor(desk.secretary());
    expect(after.filter((one) => one.kind === 'floating.contact')).toMatchObject([
      { state: 'ahead', until: '2026-12-20' },
    ]);
    expect((await listOf(desk.secretary()))?.rows[0]).toMatchObject({
      last: { on: TODAY, source: 'log' },
      due: '2026-12-20',
    });
  });

  test('a contact person who is an ordinary member sees, dials and enters their own', async () => {
    const keeper = desk.world.branch.as('member', desk.person(1));
    const own = await desk.world.db.read(keeper, mine);
    expect(own.rows).toMatchObject([
      { name: '张伟', phone: '138****5678', last: TODAY, late: false },
    ]);
    expect(await desk.tries(keeper, (write) => showPhone(write, { awayId }))).toMatchObject({
      value: { phone: '13812345678' },
    });
    expect(codeOf(await contact(keeper, [awayId], { how: 'wechat', content: '近况很好' }))).toBe(
      'ok',
    );
    const stranger = desk.world.branch.as('member', desk.person(3));
    expect((await desk.world.db.read(stranger, mine)).rows).toEqual([]);
    expect(codeOf(await contact(stranger, [awayId], { how: 'visit' }))).toBe('common.not_found');
    expect(codeOf(await desk.tries(stranger, (write) => showPhone(write, { awayId })))).toBe(
      'common.not_found',
    );
    const clerk = desk.world.branch.as('clerk', desk.person(3));
    expect(codeOf(await desk.tries(clerk, (write) => showPhone(write, { awayId })))).toBe(
      'common.not_allowed',
    );
    const other = desk.world.other.as('secretary');
    expect(codeOf(await contact(other, [awayId], { how: 'visit' }))).toBe('common.not_found');
    const log = await desk.world.db.read(desk.secretary(), (read) =>
      contacts(read, { orgId: desk.world.branch.orgId, year: 2026, page: 1, pageSize: 50 }),
    );
    expect(log?.rows.map((one) => [one.how, one.byName])).toEqual([
      ['wechat', '李秀英'],
      ['phone', '王建国'],
    ]);
    const [last] = log?.rows ?? [];
    if (last === undefined) throw new Error('no contact');
    const wrong = { contactId: last.contactId as never, reason: '记错人' };
    expect(codeOf(await desk.tries(stranger, (write) => cancelContact(write, wrong)))).toBe(
      'common.not_found',
    );
    expect(codeOf(await desk.tries(keeper, (write) => cancelContact(write, wrong)))).toBe('ok');
  });

  test('a stay with records is not taken back; a correction keeps it', async () => {
    expect(
      codeOf(
        await desk.tries(desk.secretary(), (write) =>
          cancelAway(write, { awayId, reason: '误登' }),
        ),
      ),
    ).toBe('floating.has_records');
    const changed = desk.told({ place: '广东省佛山市', leftOn: d('2026-03-08'), fixed: true });
    await desk.act(desk.secretary(), (write) => changeAway(write, { awayId, ...changed }));
    expect((await listOf(desk.secretary()))?.rows).toMatchObject([
      // The number was not told again and stays.
      { place: '广东省佛山市', phone: '138****5678', hints: [{ code: 'transfer' }] },
    ]);
  });

  test('the thread tells all of it, the latest first, to the own branch alone', async () => {
    const found = await desk.world.db.read(desk.secretary(), (read) => thread(read, { awayId }));
    expect(found?.events.map((one) => one.kind)).toEqual(['contact', 'left']);
    const other = desk.world.other.as('secretary');
    expect(await desk.world.db.read(other, (read) => thread(read, { awayId }))).toBeNull();
  });

  test('with the return all reminders end and the records stay', async () => {
    expect(
      codeOf(
        await desk.tries(desk.secretary(), (write) =>
          comeBack(write, { awayId, on: d('2026-03-08'), way: 'returned' }),
        ),
      ),
    ).toBe('floating.out_of_order');
    await desk.act(desk.secretary(), (write) =>
      comeBack(write, { awayId, on: TODAY, way: 'returned' }),
    );
    expect(await dutiesFor(desk.secretary())).toEqual([]);
    expect((await listOf(desk.secretary()))?.total).toBe(0);
    expect((await listOf(desk.secretary(), { state: 'returned' }))?.rows).toMatchObject([
      { returnedOn: TODAY, due: null },
    ]);
    const keeper = desk.world.branch.as('member', desk.person(1));
    expect((await desk.world.db.read(keeper, mine)).rows).toEqual([]);
  });
});

describe('figures and what others ask for', () => {
  test('contact coverage opens its rows; a death ends reminders the same day', async () => {
    const first = await desk.register(3, { leftOn: d('2026-10-25') });
    const second = await desk.register(4, { leftOn: d('2026-01-10') });
    const period = { from: dayOf(2026, 1, 1), to: TODAY, knownAt: new Date('2027-01-01') };
    const measured = (id: string) => {
      const indicator = floatingIndicators.find((one) => one.id === id);
      if (indicator === undefined) throw new Error(`no ${id}`);
      return desk.world.db.read(desk.officer(), async (read) => {
        const figures = await indicator.figures(read, period);
        const orgIds = figures.map((one) => one.orgId);
        const rows = await indicator.rows(read, period, orgIds);
        const sum = rows.reduce((n, one) => n + one.adds, 0);
        return { value: figures.reduce((n, one) => n + one.value, 0), sum, of: figures[0]?.of };
      });
    };
    expect(await measured('floating.away')).toEqual({ value: 2, sum: 2, of: 1 });
    expect(await measured('floating.away_long')).toMatchObject({ value: 1, sum: 1 });
    expect(await measured('floating.contacted')).toEqual({ value: 1, sum: 1, of: 2 });
    expect(codeOf(await contact(desk.secretary(), [first.awayId, second.awayId]))).toBe('ok');
    expect(await measured('floating.contacted')).toEqual({ value: 2, sum: 2, of: 2 });
    const people: PersonId[] = [desk.person(3), desk.person(4)];
    const last = await desk.world.db.read(desk.secretary(), (read) => lastContacts(read, people));
    expect([...last.values()]).toEqual([
      { on: TODAY, source: 'log' },
      { on: TODAY, source: 'log' },
    ]);
    await desk.act(desk.officer(), (write) =>
      endMembership(write, { personId: desk.person(4), on: TODAY, way: 'died', paper: '', to: '' }),
    );
    const away = await desk.world.db.read(desk.secretary(), (read) =>
      awayOf(read, [desk.world.branch.orgId], TODAY),
    );
    expect(away.map((one) => one.name)).toEqual(['刘洋']);
    expect(await measured('floating.away')).toEqual({ value: 1, sum: 1, of: 1 });
    const left = await dutiesFor(desk.secretary());
    expect(left.some((one) => one.reason.includes('陈静'))).toBe(false);
  });
});
