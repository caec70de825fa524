import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dutiesOf } from '#engines/obligation';
import { addDays, daysBetween, plainDate, type PlainDate } from '#kernel/plain-date';
import { insertPost } from '#modules/organisations';
import { unwrap } from '#kernel/result';
import { testDatabase } from '../../tests/support/database.ts';
import { item, lateRow, meetingHall, type MeetingHall } from '../../tests/worlds/meeting-hall.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { closeFollowUp } from './commands/close-follow-up.ts';
import { addSitting } from './commands/add-sitting.ts';
import { planYear } from './commands/plan-year.ts';
import { saveMinutes } from './commands/save-minutes.ts';
import { setKind } from './commands/set-kind.ts';
import { setPresence } from './commands/set-presence.ts';
import { setSettings } from './commands/set-settings.ts';
import { startSitting } from './commands/start-sitting.ts';
import { meetingObligations } from './obligations.ts';
import { detail } from './queries/detail.ts';
import { followUps, kinds } from './queries/lists.ts';
import { planProposal, year } from './queries/year.ts';

/** Days the matrix is counted again on; the soak run takes 200. */
const DATES = Number(process.env['ZHIBU_DATES'] ?? 30);

const database = await testDatabase();
let world: World;
let hall: MeetingHall;
const d = plainDate;

beforeAll(async () => {
  world = await buildWorld(database.appUrl, { today: d('2025-01-01') });
  world.clock.set(Date.parse('2026-03-02T09:00:00+08:00'));
  hall = meetingHall(world);
  await hall.enter([
    lateRow('2025-03-12'),
    lateRow('2025-06-11'),
    lateRow('2025-09-10', 'party_class'),
    lateRow('2025-10-15', 'theme_day'),
  ]);
  const { sittingId, meetingIds } = await world.act(hall.secretary(), (write) =>
    addSitting(write, {
      orgId: world.branch.orgId,
      heldOn: d('2026-02-25'),
      startsAt: '14:00',
      endsAt: '16:00',
      place: '会议室',
      meetings: [hall.wanted('members_meeting')],
    }),
  );
  const [meetingId] = meetingIds;
  if (meetingId === undefined) throw new Error('no meeting');
  const task = { decisionId: null, text: '印发通知', responsible: null, dueOn: d('2026-03-20') };
  await world.act(hall.secretary(), (write) => startSitting(write, { sittingId, basedOn: 1 }));
  await world.act(hall.secretary(), (write) =>
    saveMinutes(write, hall.minutes(meetingId, 2, [item('学习文件', { tasks: [task] })])),
  );
  const marks = world.branch.people.map((key) => ({
    key,
    state: 'present' as const,
    reason: '',
    away: [],
  }));
  await world.act(hall.secretary(), (write) =>
    setPresence(write, { sittingId, basedOn: 2, marks }),
  );
  unwrap(await hall.settle(meetingId, 3));
});
afterAll(() => world.db.close());

describe('decisions return until they are closed', () => {
  test('on the next agenda of the kind; closed with a result', async () => {
    const open = () =>
      world.db.read(hall.secretary(), (read) =>
        followUps(read, { orgId: world.branch.orgId, open: true, page: 1, pageSize: 20 }),
      );
    const [matter] = (await open())?.rows ?? [];
    expect(matter).toMatchObject({ text: '印发通知', overdue: false });
    const { meetingIds } = await world.act(hall.secretary(), (write) =>
      addSitting(write, {
        orgId: world.branch.orgId,
        heldOn: d('2026-03-25'),
        startsAt: null,
        endsAt: null,
        place: '',
        meetings: [hall.wanted('members_meeting')],
      }),
    );
    const [meetingId] = meetingIds;
    if (meetingId === undefined || matter === undefined) throw new Error('no meeting');
    const planned = await world.db.read(hall.secretary(), (read) => detail(read, { meetingId }));
    expect(planned?.items.map((item) => [item.kind, item.title])).toEqual([
      ['first_topic', '第一议题：学习'],
      ['follow_up', '印发通知'],
    ]);
    const decisionId = matter.decisionId as Parameters<typeof closeFollowUp>[1]['decisionId'];
    const close = (closedOn: string) =>
      hall.attempt((write) =>
        closeFollowUp(write, { decisionId, closedOn: d(closedOn), outcome: '已印发' }),
      );
    expect(await close('2024-01-01')).toMatchObject({
      refusal: { code: 'meetings.closed_before_decided' },
    });
    expect((await close('2026-03-01')).ok).toBe(true);
    expect(await close('2026-03-01')).toMatchObject({
      refusal: { code: 'meetings.decision_closed' },
    });
    expect((await open())?.total).toBe(0);
  });
});

describe('kinds, plan, duties', () => {
  test('own kinds, activity day and kept kinds give a plan; planned ones are not proposed again', async () => {
    const { kind } = await world.act(hall.secretary(), (write) =>
      setKind(write, {
        orgId: world.branch.orgId,
        name: '青年学习会',
        body: 'members',
        rhythm: { per: 'quarter', times: 1 },
        study: true,
        firstTopic: false,
        template: ['领学'],
        from: d('2026-01-01'),
      }),
    );
    await world.act(hall.secretary(), (write) =>
      setSettings(write, {
        orgId: world.branch.orgId,
        activityDay: { week: 'last', weekday: 3 },
        keeps: ['forum'],
        from: d('2026-01-01'),
      }),
    );
    const shown = await world.db.read(hall.secretary(), (read) =>
      kinds(read, { orgId: world.branch.orgId }),
    );
    expect(shown?.activityDayText).toBe('每月最后一个星期三');
    const propose = () =>
      world.db.read(hall.secretary(), (read) =>
        planProposal(read, { orgId: world.branch.orgId, year: 2027 }),
      );
    const lines = (await propose())?.lines ?? [];
    const per = Map.groupBy(lines, (line) => line.kind);
    expect(per.get('forum')).toHaveLength(24);
    expect(per.get('theme_day')).toHaveLength(12);
    expect(per.get(kind)).toHaveLength(4);
    expect(per.has('committee_meeting')).toBe(false);
    const saved = await world.act(hall.secretary(), (write) =>
      planYear(write, {
        orgId: world.branch.orgId,
        lines: lines.map((line) => ({ ...line, on: line.on as PlainDate, groupId: null })),
      }),
    );
    expect(saved.meetingIds).toHaveLength(lines.length);
    expect((await propose())?.lines).toEqual([]);
    const overview = await world.db.read(hall.secretary(), (read) =>
      year(read, { orgId: world.branch.orgId, year: 2027 }),
    );
    const forum = overview?.kinds.find((one) => one.kind.kind === 'forum');
    expect(forum).toMatchObject({ wanted: 24, planned: 24, held: 0 });
  });

  test('duties equal a naive recomputation on any day; a small branch owes no committee meeting', async () => {
    const { orgId } = world.branch;
    const span = { from: d('2025-01-01'), to: d('2026-12-31') };
    const heldOn = new Map<string, { on: PlainDate; late: boolean }[]>();
    const found = await world.db.read(hall.secretary(), (read) =>
      read.db
        .selectFrom('meeting_held')
        .select(['kind', 'held_on', 'recorded_on'])
        .where('superseded_at', 'is', null)
        .execute(),
    );
    for (const one of found) {
      const late = daysBetween(one.held_on, one.recorded_on) > 14;
      heldOn.set(one.kind, [...(heldOn.get(one.kind) ?? []), { on: one.held_on, late }]);
    }
    const months = { theme_day: 1, members_meeting: 3, party_class: 3 } as const;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 700 }), async (n) => {
        const day = addDays(span.from, n);
        const duties = await world.db.read(hall.secretary(), (read) =>
          dutiesOf([meetingObligations], read, [orgId], span, day),
        );
        expect(duties.some((duty) => duty.kind === 'meetings.committee_meeting')).toBe(false);
        for (const [kind, length] of Object.entries(months)) {
          for (const duty of duties.filter((one) => one.kind === `meetings.${kind}`)) {
            const first = duty.from.slice(0, 7);
            const inPeriod = (heldOn.get(kind) ?? []).filter(({ on }) => {
              const offset =
                (Number(on.slice(0, 4)) - Number(first.slice(0, 4))) * 12 +
                Number(on.slice(5, 7)) -
                Number(first.slice(5));
              return offset >= 0 && offset < length && on <= day;
            });
            const nearest = inPeriod.toSorted((a, b) => a.on.localeCompare(b.on))[0];
            const want =
              nearest !== undefined
                ? nearest.late
                  ? 'entered_later'
                  : 'done'
                : day > duty.until
                  ? 'missed'
                  : 'ahead';
            expect([duty.key, duty.state]).toEqual([duty.key, want]);
          }
        }
      }),
      { numRuns: DATES },
    );
  });

  test('with a committee in office its monthly meeting is owed', async () => {
    const place = { orgId: world.branch.orgId, orgPath: world.branch.path };
    await world.act(hall.secretary(), async (write) => {
      for (const [index, kind] of [
        'secretary',
        'organisation_member',
        'publicity_member',
      ].entries()) {
        await insertPost(write, place, d('2026-02-01'), {
          personId: hall.person(index),
          kind,
          duties: '',
          wayIn: 'appointment',
          termEndsOn: null,
          approvedOn: d('2026-02-01'),
          approvalPaper: '',
        });
      }
      return { ok: true, value: null };
    });
    const span = { from: d('2026-01-01'), to: d('2026-12-31') };
    const duties = await world.db.read(hall.secretary(), (read) =>
      dutiesOf([meetingObligations], read, [world.branch.orgId], span, d('2026-03-02')),
    );
    const monthly = duties.filter((duty) => duty.kind === 'meetings.committee_meeting');
    expect(monthly.map((duty) => duty.state)).toEqual([
      'missed',
      ...Array.from({ length: 10 }, () => 'ahead'),
    ]);
    expect(monthly[0]).toMatchObject({ until: '2026-02-28', title: '2026年2月支部委员会会议' });
  });
});
