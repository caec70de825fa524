import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import { plainDate } from '#kernel/plain-date';
import type { Result } from '#kernel/result';
import type { Actor, Write } from '#platform/db';
import { testDatabase } from '../../tests/support/database.ts';
import { item, meetingHall, type MeetingHall } from '../../tests/worlds/meeting-hall.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { finalise } from './commands/finalise.ts';
import { reopen } from './commands/reopen.ts';
import { saveMinutes } from './commands/save-minutes.ts';
import { setGuests } from './commands/set-guests.ts';
import { setPresence } from './commands/set-presence.ts';
import { addSitting } from './commands/add-sitting.ts';
import { startSitting } from './commands/start-sitting.ts';
import { detail } from './queries/detail.ts';
import { hours, mine } from './queries/own.ts';
import { matchNames } from './queries/match-names.ts';
import type { MeetingId, SittingId } from './store/working.ts';

const database = await testDatabase();
let world: World;
const d = plainDate;
let hall: MeetingHall;
const person = (index: number): PersonId => hall.person(index);
const secretary = (): Actor => world.branch.as('secretary');
const attempt = <T>(actor: Actor, work: (write: Write) => Promise<Result<T>>) =>
  world.db.write(actor, { commandId: null, action: 'test' }, work);
const look = (meetingId: MeetingId) => hall.look(meetingId);
const vote = (more: object = {}) => ({
  subject: '通过工作计划',
  method: 'show_of_hands' as const,
  onPerson: false,
  for: 4,
  against: 0,
  abstain: 0,
  recused: 0,
  ...more,
});
const named = (name: string) => ({ personId: null, name });
const write = (meetingId: MeetingId, basedOn: number, items: ReturnType<typeof item>[]) =>
  attempt(secretary(), (tx) => saveMinutes(tx, hall.minutes(meetingId, basedOn, items)));
const mark = (index: number, state: 'present' | 'leave' | 'absent', away: number[] = []) => ({
  key: person(index),
  state,
  reason: state === 'leave' ? '出差' : '',
  away,
});
const markAll = async (
  sittingId: SittingId,
  meetingId: MeetingId,
  marks: ReturnType<typeof mark>[],
) => {
  const { sittingVersion } = await look(meetingId);
  return attempt(secretary(), (tx) =>
    setPresence(tx, { sittingId, basedOn: sittingVersion, marks }),
  );
};

/** A sitting of one or more kinds that has begun, on 27 February unless told otherwise. */
async function begun(kinds: string[], heldOn = '2026-02-27', times = ['14:00', '16:00']) {
  const { sittingId, meetingIds } = await world.act(secretary(), (tx) =>
    addSitting(tx, {
      orgId: world.branch.orgId,
      heldOn: d(heldOn),
      startsAt: times[0] ?? null,
      endsAt: times[1] ?? null,
      place: '三楼会议室',
      meetings: kinds.map((kind) => hall.wanted(kind)),
    }),
  );
  await world.act(secretary(), (tx) => startSitting(tx, { sittingId, basedOn: 1 }));
  const [first, second] = meetingIds;
  if (first === undefined) throw new Error('no meeting');
  return { sittingId, first, second: second ?? first };
}

beforeAll(async () => {
  world = await buildWorld(database.appUrl);
  hall = meetingHall(world);
});
afterAll(() => world.db.close());

describe('one meeting from start to 定稿', () => {
  test('roll of the day, live quorum, votes, facts, fingerprint, correction', async () => {
    const { sittingId, first } = await begun(['members_meeting']);
    const started = await look(first);
    expect(started.roll).toHaveLength(5);
    expect(started.counts).toMatchObject({ entitled: 5, unknown: 5 });
    expect(started.quorum).toMatchObject({ entitled: 5, present: 0, needed: 3, met: false });
    expect(started.hindrances.map((one) => one.code)).toContain('meetings.presence_open');

    await markAll(sittingId, first, [
      mark(0, 'present'),
      mark(1, 'present'),
      mark(2, 'present'),
      mark(3, 'leave'),
      mark(4, 'present'),
    ]);
    const saved = await write(first, started.version, [
      item('学习文件'),
      item('讨论工作计划', {
        decision: '同意',
        votes: [vote()],
        tasks: [
          {
            decisionId: null,
            text: '印发计划',
            responsible: named('张伟'),
            dueOn: d('2026-03-31'),
          },
        ],
      }),
    ]);
    expect(saved.ok).toBe(true);
    const ready = await look(first);
    expect(ready.quorum).toMatchObject({ present: 4, met: true });
    expect(ready.voteResults[1]?.[0]).toMatchObject({ passed: true, needed: 3 });
    expect(ready.hindrances).toEqual([]);
    expect(ready.can['finalise']).toBe(true);

    const done = await attempt(secretary(), (tx) =>
      finalise(tx, {
        meetings: [{ meetingId: first, basedOn: ready.version }],
        signedFileId: null,
        signedBy: '',
      }),
    );
    expect(done).toMatchObject({ ok: true });
    const final = await look(first);
    expect(final).toMatchObject({ state: 'final', enteredLater: false, approvedBy: '系统' });
    expect(final.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(final.items[1]?.tasks?.[0]?.decisionId).toBeTruthy();

    const change = await write(first, final.version, [item('别的')]);
    expect(change).toMatchObject({ refusal: { code: 'meetings.finalised' } });

    await world.act(secretary(), (tx) =>
      reopen(tx, { meetingId: first, basedOn: final.version, reason: '刘洋实际到会' }),
    );
    const open = await look(first);
    const same = await attempt(secretary(), (tx) =>
      finalise(tx, {
        meetings: [{ meetingId: first, basedOn: open.version }],
        signedFileId: null,
        signedBy: '',
      }),
    );
    expect(same).toMatchObject({ refusal: { code: 'meetings.correction_changes_nothing' } });
    await attempt(secretary(), (tx) =>
      setPresence(tx, {
        sittingId,
        basedOn: open.sittingVersion,
        meetingId: first,
        marks: [mark(3, 'present')],
      }),
    );
    const corrected = await look(first);
    await world.act(secretary(), (tx) =>
      finalise(tx, {
        meetings: [{ meetingId: first, basedOn: corrected.version }],
        signedFileId: null,
        signedBy: '',
      }),
    );
    const again = await look(first);
    expect(again.versions).toHaveLength(2);
    expect(again.versions[1]).toMatchObject({ version: 2, reason: '刘洋实际到会' });
    expect(again.counts).toMatchObject({ present: 5, leave: 0 });
    const rows = await world.db.read(secretary(), (read) =>
      read.db
        .selectFrom('attendance')
        .select(['person_id', 'state', 'minutes', 'superseded_at'])
        .where('meeting_id', '=', first)
        .execute(),
    );
    // One row was replaced, the other four stand as written.
    expect(rows).toHaveLength(6);
    expect(rows.filter((row) => row.superseded_at === null).map((row) => row.minutes)).toEqual(
      Array.from({ length: 5 }, () => 120),
    );
  });

  test('facts are never changed, not even by the app itself', async () => {
    const touch = (table: 'meeting_held' | 'attendance' | 'meeting_item') =>
      attempt(secretary(), async (tx) => {
        await tx.db.updateTable(table).set({ title: '改' }).execute();
        return { ok: true, value: null };
      });
    await expect(touch('meeting_held')).rejects.toThrow('never changed');
    await expect(touch('attendance')).rejects.toThrow('never changed');
    await expect(touch('meeting_item')).rejects.toThrow('never changed');
  });

  test('two people: the second finds out', async () => {
    const { first, sittingId } = await begun(['members_meeting'], '2026-02-20');
    const { version, sittingVersion } = await look(first);
    expect((await write(first, version, [item('甲')])).ok).toBe(true);
    expect(await write(first, version, [item('乙')])).toMatchObject({
      refusal: { code: 'common.changed_meanwhile' },
    });
    const both = await Promise.all([
      attempt(secretary(), (tx) =>
        setPresence(tx, { sittingId, basedOn: sittingVersion, marks: [mark(0, 'present')] }),
      ),
      attempt(secretary(), (tx) =>
        setPresence(tx, { sittingId, basedOn: sittingVersion, marks: [mark(0, 'absent')] }),
      ),
    ]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
  });

  test('no vote without a quorum, none beyond those present, none on people by hands (DEV26 第20条)', async () => {
    const { first, sittingId } = await begun(['members_meeting'], '2026-02-13');
    await write(first, (await look(first)).version, [item('一'), item('二')]);
    await markAll(sittingId, first, [
      mark(0, 'present'),
      mark(1, 'present'),
      mark(2, 'present', [2]),
      mark(3, 'absent'),
      mark(4, 'absent'),
    ]);
    const hinder = async (items: ReturnType<typeof item>[]) => {
      await write(first, (await look(first)).version, items);
      return (await look(first)).hindrances.map((one) => one.code);
    };
    expect(await hinder([item('一', { votes: [vote({ for: 3 })] }), item('二')])).toEqual([]);
    expect(await hinder([item('一', { votes: [vote({ for: 4 })] }), item('二')])).toEqual([
      'meetings.votes_exceed_present',
    ]);
    // Somebody was out for the second item: two of five are not enough.
    expect(await hinder([item('一'), item('二', { votes: [vote({ for: 2 })] })])).toEqual([
      'meetings.no_quorum',
    ]);
    expect(
      await hinder([item('一', { votes: [vote({ for: 3, onPerson: true })] }), item('二')]),
    ).toEqual(['meetings.needs_secret_ballot']);
    expect((await look(first)).itemQuorums.map((one) => one.present)).toEqual([3, 2]);
  });
});

describe('one afternoon, several meetings', () => {
  test('presence entered once, hours counted once, a guest from elsewhere under 列席', async () => {
    const { sittingId, first, second } = await begun(
      ['members_meeting', 'party_class'],
      '2026-02-06',
      ['15:00', '16:30'],
    );
    await markAll(
      sittingId,
      first,
      [0, 1, 2, 3, 4].map((index) => mark(index, 'present')),
    );
    const guest = world.other.people[0];
    if (guest === undefined) throw new Error('no guest');
    await world.act(secretary(), async (tx) =>
      setGuests(tx, {
        sittingId,
        basedOn: (await look(first)).sittingVersion,
        meetingId: second,
        guests: [
          { personId: guest, name: '王建国（水务局）', note: '' },
          { personId: null, name: '群众代表', note: '' },
        ],
      }),
    );
    for (const meetingId of [first, second]) {
      await write(meetingId, (await look(meetingId)).version, [item('学习')]);
    }
    const [one, two] = [await look(first), await look(second)];
    expect(one.counts).toMatchObject({ entitled: 5, present: 5, guests: 0 });
    expect(two.counts).toMatchObject({ entitled: 5, present: 5, guests: 2 });
    await world.act(secretary(), (tx) =>
      finalise(tx, {
        meetings: [
          { meetingId: first, basedOn: one.version },
          { meetingId: second, basedOn: two.version },
        ],
        signedFileId: null,
        signedBy: '',
      }),
    );
    const own = await world.db.read(world.branch.as('member', person(1)), (read) =>
      mine(read, { year: 2026 }),
    );
    const here = own?.meetings.filter((meeting) => meeting.on === '2026-02-06') ?? [];
    expect(here.map((meeting) => meeting.minutes).toSorted((a, b) => a - b)).toEqual([0, 90]);
    const year = await world.db.read(secretary(), (read) =>
      hours(read, { orgId: world.branch.orgId, year: 2026 }),
    );
    expect(year?.lines.find((line) => line.personId === person(1))?.minutes).toBe(120 + 90);
    const guestRows = await world.db.read(world.other.as('member', guest), (read) =>
      mine(read, { year: 2026 }),
    );
    expect(guestRows?.meetings).toMatchObject([{ state: 'guest', minutes: 90 }]);
  });

  test('a pasted list: sure, likely, unknown, missing', async () => {
    const { sittingId } = await begun(['theme_day'], '2026-02-25');
    const found = await world.db.read(secretary(), (read) =>
      matchNames(read, {
        sittingId,
        text: '#接龙\n1. 王建国\n2. 李秀莹\n3. 张伟 请假（出差）\n4. 赵六六',
      }),
    );
    expect(found?.lines.map((line) => [line.written, line.verdict, line.state])).toEqual([
      ['王建国', 'sure', 'present'],
      ['李秀莹', 'likely', 'present'],
      ['张伟', 'sure', 'leave'],
      ['赵六六', 'unknown', 'present'],
    ]);
    expect(found?.lines[1]?.candidates[0]?.name).toBe('李秀英');
    expect(found?.missing.map((one) => one.name)).toEqual(['刘洋', '李秀英', '陈静']);
  });
});

describe('who may', () => {
  test('经办人 prepares, the head finalises; an upper officer does not', async () => {
    const { first, sittingId } = await begun(['theme_day'], '2026-02-24');
    await markAll(
      sittingId,
      first,
      [0, 1, 2, 3, 4].map((index) => mark(index, 'present')),
    );
    await write(first, (await look(first)).version, [item('参观学习')]);
    const { version } = await look(first);
    const call = (actor: Actor) =>
      attempt(actor, (tx) =>
        finalise(tx, {
          meetings: [{ meetingId: first, basedOn: version }],
          signedFileId: null,
          signedBy: '',
        }),
      );
    const above = world.branch.path.slice(0, -6) as OrgPath;
    const upper: Actor = {
      ...secretary(),
      orgId: world.founded.orgId,
      place: above,
      scope: above,
    };
    expect(await call(world.branch.as('clerk'))).toMatchObject({
      refusal: { code: 'meetings.not_confirmed' },
    });
    expect(await call(upper)).toMatchObject({ refusal: { code: 'meetings.not_confirmed' } });
    expect((await call(secretary())).ok).toBe(true);
  });

  test('another branch finds nothing; a member sees own attendance, no minutes', async () => {
    const { first, sittingId } = await begun(['theme_day'], '2026-02-23');
    const stranger = world.other.as('secretary');
    expect(await world.db.read(stranger, (read) => detail(read, { meetingId: first }))).toBeNull();
    const refused = await attempt(stranger, (tx) =>
      setPresence(tx, { sittingId, basedOn: 2, marks: [mark(0, 'present')] }),
    );
    expect(refused).toMatchObject({ refusal: { code: 'common.not_found' } });
    const member = world.branch.as('member', person(1));
    expect(await world.db.read(member, (read) => detail(read, { meetingId: first }))).toBeNull();
    const rows = await world.db.read(member, async (read) => ({
      own: await read.db.selectFrom('attendance').select('person_id').execute(),
      minutes: await read.db.selectFrom('meeting_held').select('id').execute(),
      items: await read.db.selectFrom('meeting_item').select('id').execute(),
    }));
    expect(new Set(rows.own.map((row) => row.person_id))).toEqual(new Set([person(1)]));
    expect([rows.minutes, rows.items]).toEqual([[], []]);
  });
});
