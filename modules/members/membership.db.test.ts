import { plainDate } from '#kernel/plain-date';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { ok } from '#kernel/result';
import { insertPost, postsOver } from '#modules/organisations';
import type { Actor } from '#platform/db';
import { testDatabase } from '../../tests/support/database.ts';
import { membersDesk } from '../../tests/worlds/members-desk.ts';
import { attach } from './commands/attach.ts';
import { changeMember } from './commands/change-member.ts';
import { endMembership } from './commands/end-membership.ts';
import { enterMember } from './commands/enter-member.ts';
import { markFloating } from './commands/mark-floating.ts';
import { floatingOver } from './store/floating.ts';
import { moveMembership } from './commands/move-membership.ts';
import { regularise } from './commands/regularise.ts';
import { memberIndicators } from './indicators.ts';
import { file } from './queries/file.ts';
import { movement, movementPeople } from './queries/movement.ts';
import { roster } from './queries/roster.ts';
import { attachedOn } from './store/attached.ts';
import { namesOf } from './store/sight.ts';

const desk = membersDesk(await testDatabase());
const { secretary, officer, tries, act, enter } = desk;
const d = plainDate;
const PAGE = { q: '', page: 1, pageSize: 50 };
const fileOf = (actor: Actor, personId: PersonId) =>
  desk.world.db.read(actor, (read) => file(read, { personId }));
const rosterOf = (actor: Actor, filter: object = {}) =>
  desk.world.db.read(actor, (read) => roster(read, { ...PAGE, ...filter }));

describe('membership', () => {
  test('转正 only after the probation; then full with the day in the file', async () => {
    const { personId } = await enter('周小川', {
      category: 'probationary',
      joinedOn: '2025-02-10',
      regularisedOn: null,
      from: d('2025-02-10'),
      wayIn: 'admitted',
    });
    const on = (day: string) =>
      tries(secretary(), (write) => regularise(write, { personId, on: d(day), paper: '' }));
    expect(await on('2026-02-09')).toMatchObject({
      refusal: { code: 'members.probation_not_over' },
    });
    expect((await on('2026-02-10')).ok).toBe(true);
    expect(await fileOf(secretary(), personId)).toMatchObject({
      category: 'full',
      standing: { from: '2026-02-10' },
    });
  });

  test('a death ends membership and attachments that day, and nobody is deleted', async () => {
    const { personId } = await enter('陈老');
    await act(officer(), (write) =>
      attach(write, {
        personId,
        kind: 'secondment',
        hostOrgId: desk.world.other.orgId,
        hostName: '',
        duty: '',
        paper: '',
        from: d('2025-05-01'),
      }),
    );
    const guests = (day: string) =>
      desk.world.db.read(desk.world.other.as('secretary'), (read) =>
        attachedOn(read, desk.world.other.orgId, d(day)),
      );
    expect((await guests('2026-01-05')).map((one) => one.name)).toEqual(['陈老']);
    await act(secretary(), (write) =>
      endMembership(write, { personId, on: d('2026-01-05'), way: 'died', paper: '', to: '' }),
    );
    expect(await guests('2026-01-05')).toEqual([]);
    expect((await rosterOf(secretary(), { q: '陈老' }))?.total).toBe(0);
    expect(await fileOf(secretary(), personId)).toMatchObject({ name: '陈老', category: null });
    const back = await tries(secretary(), (write) =>
      endMembership(write, { personId, on: d('2026-02-01'), way: 'other_out', paper: '', to: '' }),
    );
    expect(back).toMatchObject({ refusal: { code: 'members.not_in_roster' } });
  });

  test('who leaves holds no post any more', async () => {
    const { personId } = await enter('冯职');
    await act(officer(), async (write) => {
      await insertPost(
        write,
        { orgId: desk.world.branch.orgId, orgPath: desk.world.branch.path },
        d('2025-06-01'),
        {
          personId,
          kind: 'publicity_member',
          duties: '',
          wayIn: 'election',
          termEndsOn: null,
          approvedOn: null,
          approvalPaper: '',
          personName: '冯职',
        },
      );
      return ok(null);
    });
    const posts = (day: string) =>
      desk.world.db.read(secretary(), async (read) =>
        (await postsOver(read, [desk.world.branch.orgId], d(day), d(day))).filter(
          (post) => post.personId === personId,
        ),
      );
    expect(await posts('2026-02-02')).toHaveLength(1);
    await act(secretary(), (write) =>
      endMembership(write, { personId, on: d('2026-02-02'), way: 'withdrew', paper: '', to: '' }),
    );
    expect(await posts('2026-02-02')).toEqual([]);
    expect(await posts('2026-02-01')).toHaveLength(1);
  });

  test('the file travels: the new branch reads all, the old one its own period', async () => {
    const { personId } = await enter('马兰', { job: '出纳' });
    await act(secretary(), (write) => markFloating(write, personId, d('2026-02-02'), true));
    await act(officer(), (write) =>
      moveMembership(write, {
        personId,
        toOrgId: desk.world.other.orgId,
        on: d('2026-03-02'),
        paper: '介绍信1号',
      }),
    );
    const newHome = desk.world.other.as('secretary');
    await act(newHome, (write) => changeMember(write, personId, d('2026-03-02'), { job: '会计' }));
    const there = await fileOf(newHome, personId);
    expect(there?.stays.map((stay) => stay.wayOut ?? stay.wayIn)).toEqual([
      '组织关系转出',
      '组织关系转入',
    ]);
    expect(there?.fields.find((one) => one.field === 'job')?.text).toBe('会计');
    const left = await fileOf(secretary(), personId);
    expect(left?.fields.find((one) => one.field === 'job')?.text).toBe('出纳');
    // Who was away belongs where they are now.
    const away = await desk.world.db.read(officer(), (read) =>
      floatingOver(read, [personId], d('2026-01-01'), d('2026-12-31')),
    );
    expect(away).toEqual([{ personId, from: '2026-02-02', to: '2026-03-02' }]);
    expect(left?.idNumber).toBeNull();
    expect(
      await tries(secretary(), (write) =>
        changeMember(write, personId, d('2026-03-02'), { job: '科长' }),
      ),
    ).toMatchObject({ ok: false });
    const named = await desk.world.db.read(secretary(), (read) => namesOf(read, [personId]));
    expect(named.get(personId)).toBe('马兰');
    expect((await rosterOf(newHome, { asOf: d('2026-01-15'), q: '马兰' }))?.total).toBe(0);
    expect(
      (await rosterOf(secretary(), { asOf: d('2026-01-15') }))?.rows.map((r) => r.name),
    ).toContain('马兰');
  });

  test('who left every roster comes back to the same file', async () => {
    const idNumber = '110101199003070011';
    const { personId } = await enter('何归', { idNumber });
    await act(secretary(), (write) =>
      endMembership(write, {
        personId,
        on: d('2025-09-01'),
        way: 'transferred_out',
        paper: '',
        to: '外县',
      }),
    );
    const back = await act(desk.world.other.as('secretary'), (write) =>
      enterMember(write, {
        orgId: desk.world.other.orgId,
        name: '何归',
        category: 'full',
        wayIn: 'transferred_in',
        from: d('2026-01-10'),
        idNumber,
        job: '干事',
      }),
    );
    expect(back.personId).toBe(personId);
    const there = await fileOf(desk.world.other.as('secretary'), personId);
    expect(there?.fields.find((one) => one.field === 'job')?.text).toBe('干事');
    expect(there?.stays).toHaveLength(2);
  });
});

describe('增减变动', () => {
  const table = (from: string, to: string, orgId = desk.world.branch.orgId) =>
    desk.world.db.read(secretary(), (read) => movement(read, { orgId, from: d(from), to: d(to) }));

  test('opening + increases − decreases = closing; a number opens its names', async () => {
    const found = await table('2025-01-02', '2026-03-02');
    if (found === null) throw new Error('no table');
    const sum = (lines: readonly { count: number }[]) =>
      lines.reduce((all, line) => all + line.count, 0);
    expect(found.opening + sum(found.increases) - sum(found.decreases)).toBe(found.closing);
    expect(found.closing).toBe((await rosterOf(secretary()))?.total);
    expect(found.regularised).toBe(1);
    const dead = await desk.world.db.read(secretary(), (read) =>
      movementPeople(read, {
        orgId: desk.world.branch.orgId,
        from: d('2025-01-02'),
        to: d('2026-03-02'),
        line: 'died',
      }),
    );
    expect(dead?.people).toMatchObject([{ name: '陈老', on: '2026-01-05' }]);
  });

  test('a branch sees no table of another', async () => {
    expect(await table('2026-01-01', '2026-03-02', desk.world.other.orgId)).toBeNull();
  });

  test('figures: an entry after the instant does not count', async () => {
    const total = memberIndicators.find((one) => one.id === 'members.total');
    const increase = memberIndicators.find((one) => one.id === 'members.increase');
    if (total === undefined || increase === undefined) throw new Error('no indicator');
    const knownAt = new Date(desk.world.clock.now());
    const at = (instant: Date) => ({
      from: d('2026-03-01'),
      to: d('2026-03-02'),
      knownAt: instant,
    });
    const figure = (one: typeof total, instant: Date) =>
      desk.world.db.read(secretary(), async (read) => {
        const all = await one.figures(read, at(instant));
        const rows = await one.rows(read, at(instant), [desk.world.branch.orgId]);
        const value = all.find((line) => line.orgId === desk.world.branch.orgId)?.value ?? 0;
        expect(rows.reduce((sum, row) => sum + row.adds, 0)).toBe(value);
        return value;
      });
    const before = await figure(total, knownAt);
    desk.world.clock.advance(1_000);
    await enter('后来', { from: d('2026-03-01'), wayIn: 'admitted' });
    expect(await figure(total, knownAt)).toBe(before);
    expect(await figure(increase, knownAt)).toBe(0);
    const now = new Date(desk.world.clock.now());
    expect(await figure(total, now)).toBe(before + 1);
    expect(await figure(increase, now)).toBe(1);
  });

  test.each(memberIndicators.map((one) => [one.id, one] as const))(
    '%s: the sum of its rows is its value',
    async (_, one) => {
      const period = {
        from: d('2025-01-01'),
        to: d('2026-03-02'),
        knownAt: new Date(desk.world.clock.now()),
      };
      await desk.world.db.read(officer(), async (read) => {
        for (const line of await one.figures(read, period)) {
          const rows = await one.rows(read, period, [line.orgId]);
          expect(rows).toHaveLength(line.value);
        }
      });
    },
  );
});
