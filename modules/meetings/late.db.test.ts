import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { measure, type Period } from '#engines/indicator';
import { dutiesOf } from '#engines/obligation';
import type { PersonId } from '#kernel/ids';
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date';
import type { Result } from '#kernel/result';
import { registerFile, type Actor, type Write } from '#platform/db';
import { insertPost } from '#modules/organisations';
import { testDatabase } from '../../tests/support/database.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { closeFollowUp } from './commands/close-follow-up.ts';
import { enterLate } from './commands/enter-late.ts';
import { finalise } from './commands/finalise.ts';
import { addSitting } from './commands/add-sitting.ts';
import { planYear } from './commands/plan-year.ts';
import { reopen } from './commands/reopen.ts';
import { saveMinutes } from './commands/save-minutes.ts';
import { setKind } from './commands/set-kind.ts';
import { setSettings } from './commands/set-settings.ts';
import { meetingIndicators } from './indicators.ts';
import { meetingObligations } from './obligations.ts';
import { detail } from './queries/detail.ts';
import { checkLate } from './queries/late.ts';
import { followUps, kinds, list } from './queries/lists.ts';
import { hours } from './queries/own.ts';
import { planProposal, year } from './queries/year.ts';

const database = await testDatabase();
let world: World;
const d = plainDate;
const person = (index: number): PersonId => {
  const found = world.branch.people[index];
  if (found === undefined) throw new Error(`no person ${index}`);
  return found;
};
const secretary = (): Actor => world.branch.as('secretary');
const attempt = <T>(work: (write: Write) => Promise<Result<T>>, actor = secretary()) =>
  world.db.write(actor, { commandId: null, action: 'test' }, work);
const row = (heldOn: string, kind = 'members_meeting', more: object = {}) => ({
  heldOn: d(heldOn),
  kind,
  groupId: null,
  title: '',
  startsAt: '14:00',
  endsAt: '15:30',
  place: '会议室',
  yearOf: null,
  special: false,
  campaign: '',
  chair: '王建国',
  recorder: '李秀英',
  items: ['学习文件'],
  decision: '',
  away: [],
  former: [],
  guests: [],
  totals: null,
  ...more,
});
const enter = (rows: ReturnType<typeof row>[], actor = secretary()) =>
  attempt((write) => enterLate(write, { orgId: world.branch.orgId, rows }), actor);
const indicator = (id: string) => {
  const found = meetingIndicators.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const figure = async (id: string, period: Partial<Period> = {}) => {
  const full = {
    from: d('2025-01-01'),
    to: d('2025-12-31'),
    knownAt: new Date(world.clock.now()),
    ...period,
  };
  const { orgId } = world.branch;
  const found = await world.db.read(secretary(), async (read) => ({
    own: (await indicator(id).figures(read, full)).find((one) => one.orgId === orgId),
    measured: await measure(indicator(id), read, [{ orgId, from: full.from, to: full.to }], {
      until: full.to,
      knownAt: full.knownAt,
    }),
  }));
  // A figure is what its rows add up to.
  expect(found.measured.value).toBe(found.own?.value ?? 0);
  return found.own?.value ?? 0;
};

beforeAll(async () => {
  world = await buildWorld(database.appUrl, { today: d('2025-01-01') });
  world.clock.set(Date.parse('2026-03-02T09:00:00+08:00'));
});
afterAll(() => world.db.close());

describe('补录表', () => {
  test('every bad cell is named and nothing is written', async () => {
    const rows = [
      row('2025-03-12'),
      row('2026-04-01'),
      row('2025-03-13', 'committee_meeting'),
      row('2025-03-14', 'members_meeting', {
        away: [{ name: '李秀莹', state: 'leave', reason: '病假' }],
      }),
      row('2025-03-15', 'no_such_kind'),
      row('2025-03-12'),
    ];
    const checked = await world.db.read(secretary(), (read) =>
      checkLate(read, { orgId: world.branch.orgId, orgPath: world.branch.path }, rows),
    );
    expect(checked.problems.map((one) => [one.row, one.field])).toEqual([
      [2, 'heldOn'],
      [3, 'kind'],
      [4, 'away'],
      [5, 'kind'],
      [6, 'heldOn'],
    ]);
    expect(checked.problems[2]?.text).toContain('李秀英');
    const refused = await enter(rows);
    expect(refused).toMatchObject({
      refusal: { code: 'meetings.late_rows_wrong', params: { count: 5 } },
    });
    expect(await figure('meetings.all.count')).toBe(0);
  });

  test('rolls of the day, absentees only, 已转出 and guests by name; neutral mark; sent twice does no harm', async () => {
    const rows = [
      row('2025-03-12', 'members_meeting', {
        away: [{ name: '李秀英', state: 'leave', reason: '病假' }],
        former: [{ name: '赵老同志', state: 'present' }],
        guests: ['入党积极分子小周'],
      }),
      row('2025-06-11'),
      row('2025-09-10', 'party_class', { title: '第三季度党课' }),
    ];
    const entered = await enter(rows);
    if (!entered.ok) throw new Error(JSON.stringify(entered.refusal));
    expect(entered.value.state).toBe('final');
    expect(await enter(rows)).toMatchObject({
      refusal: { code: 'meetings.late_rows_wrong', params: { count: 3 } },
    });
    const [first] = entered.value.meetingIds;
    if (first === undefined) throw new Error('nothing entered');
    const found = await world.db.read(secretary(), (read) => detail(read, { meetingId: first }));
    expect(found).toMatchObject({ enteredLater: true, state: 'final' });
    expect(found?.counts).toMatchObject({ entitled: 6, present: 5, leave: 1, guests: 1 });
    expect(await figure('meetings.members_meeting.count')).toBe(2);
    expect(await figure('meetings.attendances')).toBe(5 + 5 + 5);
    // 90 minutes each; names without a file have no hours: 4 + 5 + 5 people.
    expect(await figure('meetings.study_minutes')).toBe(14 * 90);
    const sheet = await world.db.read(secretary(), (read) =>
      hours(read, { orgId: world.branch.orgId, year: 2025 }),
    );
    expect(sheet?.minutes).toBe(14 * 90);
    expect(sheet?.lines.find((line) => line.personId === person(1))?.minutes).toBe(180);
  });

  test('据纸质记录 counts as a meeting, gives no hours; 经办人 waits for 定稿', async () => {
    const upload = () =>
      world.act(secretary(), async (write) => {
        const file = { hash: 'a'.repeat(64), name: '扫描.pdf', mime: 'application/pdf', size: 9 };
        return { ok: true, value: await registerFile(write, file) };
      });
    const before = await figure('meetings.study_minutes');
    const fileId = await upload();
    const done = await enter([
      row('2025-10-15', 'theme_day', { totals: { entitled: 23, present: 20, fileId } }),
    ]);
    expect(done).toMatchObject({ ok: true });
    expect(await figure('meetings.theme_day.count')).toBe(1);
    expect(await figure('meetings.study_minutes')).toBe(before);
    const waiting = await enter([row('2025-11-12', 'theme_day')], world.branch.as('clerk'));
    if (!waiting.ok) throw new Error(waiting.refusal.code);
    expect(waiting.value.state).toBe('ready');
    expect(await figure('meetings.theme_day.count')).toBe(1);
    const [meetingId] = waiting.value.meetingIds;
    if (meetingId === undefined) throw new Error('nothing entered');
    const call = (signedFileId: typeof fileId | null, signedBy: string) =>
      attempt(
        (write) =>
          finalise(write, { meetings: [{ meetingId, basedOn: 1 }], signedFileId, signedBy }),
        world.branch.as('clerk'),
      );
    expect(await call(null, '')).toMatchObject({ refusal: { code: 'meetings.not_confirmed' } });
    const signed = await upload();
    expect(await call(signed, '')).toMatchObject({
      refusal: { code: 'meetings.signed_by_missing' },
    });
    expect((await call(signed, '王建国')).ok).toBe(true);
    const found = await world.db.read(secretary(), (read) => detail(read, { meetingId }));
    expect(found).toMatchObject({ bySignedPrint: true, approvedBy: '王建国' });
  });

  test('what was known at an instant stays what it was', async () => {
    const knownAt = new Date(world.clock.now());
    const before = await figure('meetings.members_meeting.count', { knownAt });
    world.clock.set(world.clock.now() + 60_000);
    await enter([row('2025-12-10')]);
    expect(await figure('meetings.members_meeting.count')).toBe(before + 1);
    expect(await figure('meetings.members_meeting.count', { knownAt })).toBe(before);
    const attended = await figure('meetings.attendances', { knownAt });
    world.clock.set(world.clock.now() + 60_000);
    const page = await world.db.read(secretary(), (read) =>
      list(read, {
        orgId: world.branch.orgId,
        below: false,
        year: 2025,
        kind: 'members_meeting',
        page: 1,
        pageSize: 10,
      }),
    );
    const oldest = page?.rows.at(-1);
    if (oldest === undefined) throw new Error('no meeting');
    const meetingId = oldest.meetingId as Parameters<typeof detail>[1]['meetingId'];
    const full = await world.db.read(secretary(), (read) => detail(read, { meetingId }));
    await world.act(secretary(), (write) =>
      reopen(write, { meetingId, basedOn: full?.version ?? 0, reason: '标题有误' }),
    );
    await world.act(secretary(), (write) =>
      saveMinutes(write, {
        meetingId,
        basedOn: (full?.version ?? 0) + 1,
        title: '第一季度党员大会',
        startsAt: null,
        endsAt: null,
        yearOf: null,
        special: false,
        campaign: '',
        chair: null,
        recorder: null,
        items: [
          {
            kind: 'regular',
            title: '学习文件',
            presenter: '',
            material: '',
            talk: '',
            decision: '印发',
            votes: [],
            tasks: [
              { decisionId: null, text: '印发通知', responsible: null, dueOn: d('2026-03-20') },
            ],
            followUpOf: null,
            outcome: '',
          },
        ],
        note: '',
      }),
    );
    await world.act(secretary(), (write) =>
      finalise(write, {
        meetings: [{ meetingId, basedOn: (full?.version ?? 0) + 2 }],
        signedFileId: null,
        signedBy: '',
      }),
    );
    expect(await figure('meetings.attendances', { knownAt })).toBe(attended);
    expect(await figure('meetings.decisions.count', { knownAt })).toBe(0);
    expect(await figure('meetings.decisions.count')).toBe(1);
  });
});

describe('decisions return until they are closed', () => {
  test('on the next agenda of the kind; closed with a result', async () => {
    const open = () =>
      world.db.read(secretary(), (read) =>
        followUps(read, { orgId: world.branch.orgId, open: true, page: 1, pageSize: 20 }),
      );
    const [matter] = (await open())?.rows ?? [];
    expect(matter).toMatchObject({ text: '印发通知', overdue: false });
    const wanted = {
      orgId: world.branch.orgId,
      kind: 'members_meeting',
      groupId: null,
      title: '',
      yearOf: null,
      special: false,
      campaign: '',
      form: 'meeting' as const,
    };
    const { meetingIds } = await world.act(secretary(), (write) =>
      addSitting(write, {
        orgId: world.branch.orgId,
        heldOn: d('2026-03-25'),
        startsAt: null,
        endsAt: null,
        place: '',
        meetings: [wanted],
      }),
    );
    const [meetingId] = meetingIds;
    if (meetingId === undefined || matter === undefined) throw new Error('no meeting');
    const planned = await world.db.read(secretary(), (read) => detail(read, { meetingId }));
    expect(planned?.items.map((item) => [item.kind, item.title])).toEqual([
      ['first_topic', '第一议题：学习'],
      ['follow_up', '印发通知'],
    ]);
    const decisionId = matter.decisionId as Parameters<typeof closeFollowUp>[1]['decisionId'];
    const close = (closedOn: string) =>
      attempt((write) =>
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
    const { kind } = await world.act(secretary(), (write) =>
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
    await world.act(secretary(), (write) =>
      setSettings(write, {
        orgId: world.branch.orgId,
        activityDay: { week: 'last', weekday: 3 },
        keeps: ['forum'],
        from: d('2026-01-01'),
      }),
    );
    const shown = await world.db.read(secretary(), (read) =>
      kinds(read, { orgId: world.branch.orgId }),
    );
    expect(shown?.activityDayText).toBe('每月最后一个星期三');
    const propose = () =>
      world.db.read(secretary(), (read) =>
        planProposal(read, { orgId: world.branch.orgId, year: 2027 }),
      );
    const lines = (await propose())?.lines ?? [];
    const per = Map.groupBy(lines, (line) => line.kind);
    expect(per.get('forum')).toHaveLength(24);
    expect(per.get('theme_day')).toHaveLength(12);
    expect(per.get(kind)).toHaveLength(4);
    expect(per.has('committee_meeting')).toBe(false);
    const saved = await world.act(secretary(), (write) =>
      planYear(write, {
        orgId: world.branch.orgId,
        lines: lines.map((line) => ({ ...line, on: line.on as PlainDate, groupId: null })),
      }),
    );
    expect(saved.meetingIds).toHaveLength(lines.length);
    expect((await propose())?.lines).toEqual([]);
    const overview = await world.db.read(secretary(), (read) =>
      year(read, { orgId: world.branch.orgId, year: 2027 }),
    );
    const forum = overview?.kinds.find((one) => one.kind.kind === 'forum');
    expect(forum).toMatchObject({ wanted: 24, planned: 24, held: 0 });
  });

  test('duties equal a naive recomputation on any day; a small branch owes no committee meeting', async () => {
    const { orgId } = world.branch;
    const span = { from: d('2025-01-01'), to: d('2026-12-31') };
    const heldOn = new Map<string, PlainDate[]>();
    const found = await world.db.read(secretary(), (read) =>
      read.db
        .selectFrom('meeting_held')
        .select(['kind', 'held_on'])
        .where('superseded_at', 'is', null)
        .execute(),
    );
    for (const one of found) heldOn.set(one.kind, [...(heldOn.get(one.kind) ?? []), one.held_on]);
    const months = { theme_day: 1, members_meeting: 3, party_class: 3 } as const;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 700 }), async (n) => {
        const day = addDays(span.from, n);
        const duties = await world.db.read(secretary(), (read) =>
          dutiesOf([meetingObligations], read, [orgId], span, day),
        );
        expect(duties.some((duty) => duty.kind === 'meetings.committee_meeting')).toBe(false);
        for (const [kind, length] of Object.entries(months)) {
          for (const duty of duties.filter((one) => one.kind === `meetings.${kind}`)) {
            const first = duty.from.slice(0, 7);
            const inPeriod = (heldOn.get(kind) ?? []).filter((on) => {
              const offset =
                (Number(on.slice(0, 4)) - Number(first.slice(0, 4))) * 12 +
                Number(on.slice(5, 7)) -
                Number(first.slice(5));
              return offset >= 0 && offset < length && on <= day;
            });
            const want =
              inPeriod.length > 0 ? 'entered_later' : day > duty.until ? 'missed' : 'ahead';
            expect([duty.key, duty.state]).toEqual([duty.key, want]);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('with a committee in office its monthly meeting is owed', async () => {
    const place = { orgId: world.branch.orgId, orgPath: world.branch.path };
    await world.act(secretary(), async (write) => {
      for (const [index, kind] of [
        'secretary',
        'organisation_member',
        'publicity_member',
      ].entries()) {
        await insertPost(write, place, d('2026-02-01'), {
          personId: person(index),
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
    const duties = await world.db.read(secretary(), (read) =>
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
