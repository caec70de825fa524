import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { registerFile } from '#platform/db';
import { testDatabase } from '../../tests/support/database.ts';
import { lateRow, meetingHall, type MeetingHall } from '../../tests/worlds/meeting-hall.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { finalise } from './commands/finalise.ts';
import { reopen } from './commands/reopen.ts';
import { saveMinutes } from './commands/save-minutes.ts';
import { detail } from './queries/detail.ts';
import { checkLate } from './queries/late.ts';
import { list } from './queries/lists.ts';
import { hours } from './queries/own.ts';
const database = await testDatabase();
let world: World;
let hall: MeetingHall;
const d = plainDate;

beforeAll(async () => {
  world = await buildWorld(database.appUrl, { today: d('2025-01-01') });
  world.clock.set(Date.parse('2026-03-02T09:00:00+08:00'));
  hall = meetingHall(world);
});
afterAll(() => world.db.close());

describe('补录表', () => {
  test('every bad cell is named and nothing is written', async () => {
    const rows = [
      lateRow('2025-03-12'),
      lateRow('2026-04-01'),
      lateRow('2025-03-13', 'committee_meeting'),
      lateRow('2025-03-14', 'members_meeting', {
        away: [{ name: '李秀莹', state: 'leave', reason: '病假' }],
      }),
      lateRow('2025-03-15', 'no_such_kind'),
      lateRow('2025-03-12'),
      lateRow('2025-03-16', 'members_meeting', { chair: '查无此人' }),
      lateRow('2025-03-17', 'members_meeting', { chair: '镇里来的同志', guests: ['镇里来的同志'] }),
    ];
    const checked = await world.db.read(hall.secretary(), (read) =>
      checkLate(read, { orgId: world.branch.orgId, orgPath: world.branch.path }, rows),
    );
    expect(checked.problems.map((one) => [one.row, one.field])).toEqual([
      [2, 'heldOn'],
      [3, 'kind'],
      [4, 'leave'],
      [5, 'kind'],
      [6, 'heldOn'],
      [7, 'chair'],
    ]);
    expect(checked.problems[2]?.text).toContain('李秀英');
    const refused = await hall.enter(rows);
    expect(refused).toMatchObject({
      refusal: { code: 'meetings.late_rows_wrong', params: { count: 6 } },
    });
    expect(await hall.figure('meetings.all.count')).toBe(0);
  });

  test('rolls of the day, absentees only, 已转出 and guests by name; neutral mark; sent twice does no harm', async () => {
    const rows = [
      lateRow('2025-03-12', 'members_meeting', {
        away: [{ name: '李秀英', state: 'leave', reason: '病假' }],
        former: [{ name: '赵老同志', state: 'present' }],
        guests: ['入党积极分子小周'],
      }),
      lateRow('2025-06-11'),
      lateRow('2025-09-10', 'party_class', { title: '第三季度党课' }),
    ];
    const entered = await hall.enter(rows);
    if (!entered.ok) throw new Error(JSON.stringify(entered.refusal));
    expect(entered.value.state).toBe('final');
    expect(await hall.enter(rows)).toMatchObject({
      refusal: { code: 'meetings.late_rows_wrong', params: { count: 3 } },
    });
    const [first] = entered.value.meetingIds;
    if (first === undefined) throw new Error('nothing entered');
    const found = await world.db.read(hall.secretary(), (read) =>
      detail(read, { meetingId: first }),
    );
    expect(found).toMatchObject({ enteredLater: true, state: 'final' });
    expect(found?.counts).toMatchObject({ entitled: 6, present: 5, leave: 1, guests: 1 });
    expect(await hall.figure('meetings.members_meeting.count')).toBe(2);
    expect(await hall.figure('meetings.attendances')).toBe(5 + 5 + 5);
    // 90 minutes each; names without a file have no hours: 4 + 5 + 5 people.
    expect(await hall.figure('meetings.study_minutes')).toBe(14 * 90);
    const sheet = await world.db.read(hall.secretary(), (read) =>
      hours(read, { orgId: world.branch.orgId, year: 2025 }),
    );
    expect(sheet?.minutes).toBe(14 * 90);
    expect(sheet?.lines.find((line) => line.personId === hall.person(1))?.minutes).toBe(180);
  });

  test('据纸质记录 counts as a meeting, gives no hours; 经办人 waits for 定稿', async () => {
    const upload = () =>
      world.act(hall.secretary(), async (write) => {
        const file = { hash: 'a'.repeat(64), name: '扫描.pdf', mime: 'application/pdf', size: 9 };
        return { ok: true, value: await registerFile(write, file) };
      });
    const before = await hall.figure('meetings.study_minutes');
    const fileId = await upload();
    const done = await hall.enter([
      lateRow('2025-10-15', 'theme_day', { totals: { entitled: 23, present: 20, fileId } }),
    ]);
    expect(done).toMatchObject({ ok: true });
    expect(await hall.figure('meetings.theme_day.count')).toBe(1);
    expect(await hall.figure('meetings.study_minutes')).toBe(before);
    const waiting = await hall.enter(
      [lateRow('2025-11-12', 'theme_day')],
      world.branch.as('clerk'),
    );
    if (!waiting.ok) throw new Error(waiting.refusal.code);
    expect(waiting.value.state).toBe('ready');
    expect(await hall.figure('meetings.theme_day.count')).toBe(1);
    const [meetingId] = waiting.value.meetingIds;
    if (meetingId === undefined) throw new Error('nothing entered');
    const call = (signedFileId: typeof fileId | null, signedBy: string) =>
      hall.attempt(
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
    const found = await world.db.read(hall.secretary(), (read) => detail(read, { meetingId }));
    expect(found).toMatchObject({ bySignedPrint: true, approvedBy: '王建国' });
  });

  test('what was known at an instant stays what it was', async () => {
    const knownAt = new Date(world.clock.now());
    const before = await hall.figure('meetings.members_meeting.count', { knownAt });
    world.clock.set(world.clock.now() + 60_000);
    await hall.enter([lateRow('2025-12-10')]);
    expect(await hall.figure('meetings.members_meeting.count')).toBe(before + 1);
    expect(await hall.figure('meetings.members_meeting.count', { knownAt })).toBe(before);
    const attended = await hall.figure('meetings.attendances', { knownAt });
    world.clock.set(world.clock.now() + 60_000);
    const page = await world.db.read(hall.secretary(), (read) =>
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
    const full = await world.db.read(hall.secretary(), (read) => detail(read, { meetingId }));
    await world.act(hall.secretary(), (write) =>
      reopen(write, { meetingId, basedOn: full?.version ?? 0, reason: '标题有误' }),
    );
    await world.act(hall.secretary(), (write) =>
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
    await world.act(hall.secretary(), (write) =>
      finalise(write, {
        meetings: [{ meetingId, basedOn: (full?.version ?? 0) + 2 }],
        signedFileId: null,
        signedBy: '',
      }),
    );
    expect(await hall.figure('meetings.attendances', { knownAt })).toBe(attended);
    expect(await hall.figure('meetings.decisions.count', { knownAt })).toBe(0);
    expect(await hall.figure('meetings.decisions.count')).toBe(1);
  });
});
