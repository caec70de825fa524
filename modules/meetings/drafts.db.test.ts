import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { registerFile, type Write } from '#platform/db';
import { testDatabase } from '../../tests/support/database.ts';
import { item, meetingHall, type MeetingHall } from '../../tests/worlds/meeting-hall.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { addSitting } from './commands/add-sitting.ts';
import { finalise } from './commands/finalise.ts';
import { reopen } from './commands/reopen.ts';
import { saveMinutes } from './commands/save-minutes.ts';
import { setPresence } from './commands/set-presence.ts';
import { startSitting } from './commands/start-sitting.ts';
import { drafts } from './queries/drafts.ts';
import { list } from './queries/lists.ts';
import { hours } from './queries/own.ts';
import { minutesPaper } from './queries/papers.ts';
import { versionText } from './queries/version-text.ts';
import type { MeetingId, SittingId } from './store/working.ts';

const database = await testDatabase();
const d = plainDate;
let world: World;
let hall: MeetingHall;

beforeAll(async () => {
  world = await buildWorld(database.appUrl);
  hall = meetingHall(world);
});
afterAll(() => world.db.close());

type Marks = Parameters<typeof setPresence>[1]['marks'];

async function planned(kind: string, heldOn: string, form: 'meeting' | 'home_visit' = 'meeting') {
  const made = await world.act(hall.secretary(), (tx) =>
    addSitting(tx, {
      orgId: world.branch.orgId,
      heldOn: d(heldOn),
      startsAt: '14:00',
      endsAt: '15:00',
      place: '会议室',
      meetings: [hall.wanted(kind, { form })],
    }),
  );
  const [meetingId] = made.meetingIds;
  if (meetingId === undefined) throw new Error('no meeting');
  return { sittingId: made.sittingId, meetingId };
}

const mark = async (sittingId: SittingId, meetingId: MeetingId, marks: Marks) => {
  const { sittingVersion } = await hall.look(meetingId);
  return hall.attempt((tx) => setPresence(tx, { sittingId, basedOn: sittingVersion, marks }));
};
const present = (index: number): Marks[number] => ({
  key: hall.person(index),
  state: 'present',
  reason: '',
  away: [],
});

/** A meeting that has begun, with everything 定稿 asks for; the last of five is on leave. */
async function written(kind: string, heldOn: string, last: object = {}) {
  const one = await planned(kind, heldOn);
  await world.act(hall.secretary(), (tx) =>
    startSitting(tx, { sittingId: one.sittingId, basedOn: 1 }),
  );
  const marks = [0, 1, 2, 3].map(present);
  const away = { ...present(4), state: 'leave' as const, reason: '住院', ...last };
  expect(await mark(one.sittingId, one.meetingId, [...marks, away])).toMatchObject({ ok: true });
  const { version } = await hall.look(one.meetingId);
  await world.act(hall.secretary(), (tx) =>
    saveMinutes(tx, hall.minutes(one.meetingId, version, [item('学习文件')])),
  );
  return one;
}

const waiting = async () => {
  const found = await world.db.read(hall.secretary(), (read) =>
    drafts(read, { orgId: world.branch.orgId }),
  );
  if (found === null) throw new Error('out of sight');
  return found;
};

test('drafts name what they lack; those that lack nothing are fixed in one pass, also by one signed print', async () => {
  const one = await written('party_class', '2026-02-03');
  const two = await written('theme_day', '2026-02-04');
  const open = await planned('members_meeting', '2026-02-05');
  await world.act(hall.secretary(), (tx) =>
    startSitting(tx, { sittingId: open.sittingId, basedOn: 1 }),
  );
  const before = await waiting();
  expect(before.rows.map((row) => [row.meeting.meetingId, row.hindrances.length > 0])).toEqual([
    [one.meetingId, false],
    [two.meetingId, false],
    [open.meetingId, true],
  ]);
  expect(before.rows[0]?.counts).toEqual({ entitled: 5, present: 4 });
  expect(before.can['finalise']).toBe(true);
  const meetings = before.rows.map((row) => ({
    meetingId: row.meeting.meetingId as MeetingId,
    basedOn: row.version,
  }));
  // All or none: the third lacks presence.
  expect(
    await hall.attempt((tx) => finalise(tx, { meetings, signedFileId: null, signedBy: '' })),
  ).toMatchObject({ ok: false });
  expect((await waiting()).rows).toHaveLength(3);
  const signedFileId = await world.act(hall.secretary(), async (tx) => {
    const file = { hash: 'c'.repeat(64), name: '签字件.pdf', mime: 'application/pdf', size: 9 };
    return { ok: true, value: await registerFile(tx, file) };
  });
  const done = await hall.attempt((tx) =>
    finalise(tx, { meetings: meetings.slice(0, 2), signedFileId, signedBy: '王建国' }),
  );
  expect(done).toMatchObject({ ok: true });
  expect((await waiting()).rows.map((row) => row.meeting.meetingId)).toEqual([open.meetingId]);
  expect(await hall.look(two.meetingId)).toMatchObject({
    state: 'final',
    bySignedPrint: true,
    approvedBy: '王建国',
  });
});

test('what was sent to somebody away is printed, and is neither 到会 nor hours', async () => {
  const sent = {
    how: 'post' as const,
    on: d('2026-02-11'),
    by: '李秀英',
    material: '学习材料一册',
  };
  const one = await planned('party_class', '2026-02-10');
  await world.act(hall.secretary(), (tx) =>
    startSitting(tx, { sittingId: one.sittingId, basedOn: 1 }),
  );
  expect(await mark(one.sittingId, one.meetingId, [{ ...present(0), sent }])).toMatchObject({
    refusal: { code: 'meetings.sent_without_absence' },
  });
  const late = { ...present(4), state: 'absent' as const, sent: { ...sent, on: d('2099-01-01') } };
  expect(await mark(one.sittingId, one.meetingId, [late])).toMatchObject({
    refusal: { code: 'meetings.not_yet_held' },
  });

  const two = await written('party_class', '2026-02-10', { sent });
  const { version } = await hall.look(two.meetingId);
  expect(await hall.settle(two.meetingId, version)).toMatchObject({ ok: true });
  const seen = await hall.look(two.meetingId);
  expect(seen.counts).toMatchObject({ present: 4, leave: 1 });
  expect(seen.roll.find((line) => line.key === hall.person(4))?.sent).toEqual(sent);
  const studied = await world.db.read(hall.secretary(), (read) =>
    hours(read, { orgId: world.branch.orgId, year: 2026 }),
  );
  const minutesOf = (index: number) =>
    studied?.lines.find((line) => line.personId === hall.person(index))?.minutes;
  // Two classes and the theme day of the test before for those who were there.
  expect([minutesOf(0), minutesOf(4)]).toEqual([180, 0]);
  const paper = await world.db.read(hall.secretary(), (read) =>
    minutesPaper(read, { meetingId: two.meetingId, format: 'html' }),
  );
  if (!paper.ok) throw new Error(paper.refusal.code);
  expect(await paper.value.text()).toContain('邮寄资料，2026年2月11日，李秀英，学习材料一册');
});

test('送教上门 as a session lists only whom it reached and counts their time', async () => {
  const one = await planned('party_class', '2026-02-12', 'home_visit');
  await world.act(hall.secretary(), (tx) =>
    startSitting(tx, { sittingId: one.sittingId, basedOn: 1 }),
  );
  await mark(one.sittingId, one.meetingId, [present(4)]);
  const { version } = await hall.look(one.meetingId);
  await world.act(hall.secretary(), (tx) =>
    saveMinutes(tx, hall.minutes(one.meetingId, version, [item('送学')])),
  );
  const ready = await hall.look(one.meetingId);
  expect(await hall.settle(one.meetingId, ready.version)).toMatchObject({ ok: true });
  expect((await hall.look(one.meetingId)).roll.map((line) => line.key)).toEqual([hall.person(4)]);
  const studied = await world.db.read(hall.secretary(), (read) =>
    hours(read, { orgId: world.branch.orgId, year: 2026 }),
  );
  expect(studied?.lines.find((line) => line.personId === hall.person(4))?.minutes).toBe(60);
});

test('the words of a former version stay readable, with what the next one changed', async () => {
  const one = await written('members_meeting', '2026-02-20');
  const first = await hall.look(one.meetingId);
  await hall.settle(one.meetingId, first.version);
  const fixed = await hall.look(one.meetingId);
  await world.act(hall.secretary(), (tx: Write) =>
    reopen(tx, { meetingId: one.meetingId, basedOn: fixed.version, reason: '漏写决定' }),
  );
  const opened = await hall.look(one.meetingId);
  const items = [item('学习文件', { decision: '会议同意。' })];
  await world.act(hall.secretary(), (tx) =>
    saveMinutes(tx, hall.minutes(one.meetingId, opened.version, items)),
  );
  const changed = await hall.look(one.meetingId);
  expect(await hall.settle(one.meetingId, changed.version)).toMatchObject({ ok: true });
  const text = (version: number) =>
    world.db.read(hall.secretary(), (read) =>
      versionText(read, { meetingId: one.meetingId, version }),
    );
  const former = await text(1);
  expect(former?.lines.map((line) => line.text)).toContain('1．学习文件');
  expect(former?.lines.filter((line) => line.gone)).toEqual([]);
  expect(former?.added).toEqual(['决定：会议同意。']);
  expect(former?.version.fingerprint).toBe(fixed.fingerprint);
  expect((await text(2))?.version.reason).toBe('漏写决定');
  expect(await text(3)).toBeNull();
});

test('lists by set of kinds, those to come first, page after page', async () => {
  for (const day of ['2026-09-20', '2026-09-10']) await planned('members_meeting', day);
  await planned('org_life_meeting', '2026-12-10');
  const page = async (input: object) => {
    const found = await world.db.read(hall.secretary(), (read) =>
      list(read, {
        orgId: world.branch.orgId,
        below: false,
        page: 1,
        pageSize: 3,
        ...input,
      }),
    );
    return { days: found?.rows.map((row) => row.heldOn), total: found?.total, rows: found?.rows };
  };
  const one = await page({ set: 'three_and_one' });
  expect(one.days).toEqual(['2026-09-10', '2026-09-20', '2026-02-20']);
  const two = await page({ set: 'three_and_one', page: 2 });
  expect(two.days).toEqual(['2026-02-12', '2026-02-10', '2026-02-10']);
  expect(one.total).toBe(8);
  expect((await page({ set: 'others' })).rows?.map((row) => row.kind)).toEqual([
    'org_life_meeting',
  ]);
  expect((await page({ waiting: true })).days).toEqual(['2026-09-10', '2026-09-20', '2026-12-10']);
});
