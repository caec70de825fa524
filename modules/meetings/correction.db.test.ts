import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { enterMember } from '#modules/members';
import { testDatabase } from '../../tests/support/database.ts';
import { lateRow, meetingHall, type MeetingHall } from '../../tests/worlds/meeting-hall.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { changeSitting } from './commands/change-sitting.ts';
import { finalise } from './commands/finalise.ts';
import { addSitting } from './commands/add-sitting.ts';
import { refreshRoll } from './commands/refresh-roll.ts';
import { reopen } from './commands/reopen.ts';
import { saveMinutes } from './commands/save-minutes.ts';
import { setPresence } from './commands/set-presence.ts';
import { startSitting } from './commands/start-sitting.ts';
import { detail } from './queries/detail.ts';
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

describe('putting right', () => {
  test('a wrong day takes the roll of the right day; somebody entered late is taken up; both as a new version', async () => {
    const done = await hall.enter([lateRow('2025-07-02', 'forum')]);
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    const [meetingId] = done.value.meetingIds;
    if (meetingId === undefined) throw new Error('nothing entered');
    const look = async () => {
      const found = await world.db.read(hall.secretary(), (read) => detail(read, { meetingId }));
      if (found === null) throw new Error('out of sight');
      return found;
    };
    const final = await look();
    const move = async (heldOn: string) => {
      const { sittingId, sittingVersion: basedOn } = await look();
      return hall.attempt((write) =>
        changeSitting(write, {
          sittingId: sittingId as Parameters<typeof changeSitting>[1]['sittingId'],
          basedOn,
          heldOn: d(heldOn),
          startsAt: '14:00',
          endsAt: '15:30',
          place: '会议室',
        }),
      );
    };
    expect(await move('2025-07-12')).toMatchObject({ refusal: { code: 'meetings.finalised' } });
    const count = (from: string, to: string) =>
      hall.figure('meetings.forum.count', { from: d(from), to: d(to) });
    await world.act(hall.secretary(), (write) =>
      reopen(write, { meetingId, basedOn: final.version, reason: '日期抄错' }),
    );
    expect((await move('2025-07-12')).ok).toBe(true);
    await world.act(hall.secretary(), (write) =>
      enterMember(write, {
        orgId: world.branch.orgId,
        name: '郑晚录',
        sex: 'male',
        bornOn: d('1990-01-01'),
        category: 'full',
        joinedOn: d('2015-07-01'),
        regularisedOn: d('2016-07-01'),
        from: d('2025-02-01'),
      }),
    );
    const { version } = await look();
    await world.act(hall.secretary(), (write) =>
      refreshRoll(write, { meetingId, basedOn: version }),
    );
    const open = await look();
    expect(open.counts).toMatchObject({ entitled: 6, present: 5, unknown: 1 });
    expect(await count('2025-07-02', '2025-07-02')).toBe(1);
    const late = open.roll.find((line) => line.name === '郑晚录');
    await world.act(hall.secretary(), (write) =>
      setPresence(write, {
        sittingId: open.sittingId as Parameters<typeof setPresence>[1]['sittingId'],
        basedOn: open.sittingVersion,
        meetingId,
        marks: [{ key: late?.key ?? '', state: 'leave', reason: '出差', away: [] }],
      }),
    );
    const ready = await look();
    await world.act(hall.secretary(), (write) =>
      finalise(write, {
        meetings: [{ meetingId, basedOn: ready.version }],
        signedFileId: null,
        signedBy: '',
      }),
    );
    expect(await count('2025-07-02', '2025-07-02')).toBe(0);
    expect(await count('2025-07-12', '2025-07-12')).toBe(1);
    expect((await look()).versions).toHaveLength(2);
  });

  test('送教上门: only those reached stand on the sheet; no meeting, no rate, but hours', async () => {
    const before = await hall.figure('meetings.party_class.count', { to: d('2026-12-31') });
    const wanted = {
      orgId: world.branch.orgId,
      kind: 'party_class',
      groupId: null,
      title: '送学到家',
      yearOf: null,
      special: false,
      campaign: '',
      form: 'home_visit' as const,
    };
    const { sittingId, meetingIds } = await world.act(hall.secretary(), (write) =>
      addSitting(write, {
        orgId: world.branch.orgId,
        heldOn: d('2026-02-20'),
        startsAt: '09:00',
        endsAt: '10:00',
        place: '家中',
        meetings: [wanted],
      }),
    );
    const [meetingId] = meetingIds;
    if (meetingId === undefined) throw new Error('no meeting');
    await world.act(hall.secretary(), (write) => startSitting(write, { sittingId, basedOn: 1 }));
    await world.act(hall.secretary(), (write) =>
      saveMinutes(write, {
        meetingId,
        basedOn: 2,
        title: '送学到家',
        startsAt: null,
        endsAt: null,
        yearOf: null,
        special: false,
        campaign: '',
        chair: { personId: null, name: '王建国' },
        recorder: { personId: null, name: '王建国' },
        items: [
          {
            kind: 'regular',
            title: '送学习材料',
            presenter: '',
            material: '学习读本',
            talk: '讲解',
            decision: '',
            votes: [],
            tasks: [],
            followUpOf: null,
            outcome: '',
          },
        ],
        note: '',
      }),
    );
    const call = () =>
      hall.attempt((write) =>
        finalise(write, {
          meetings: [{ meetingId, basedOn: 3 }],
          signedFileId: null,
          signedBy: '',
        }),
      );
    expect(await call()).toMatchObject({ refusal: { code: 'meetings.nobody_reached' } });
    await world.act(hall.secretary(), (write) =>
      setPresence(write, {
        sittingId,
        basedOn: 2,
        marks: [{ key: hall.person(4), state: 'present', reason: '', away: [] }],
      }),
    );
    expect((await call()).ok).toBe(true);
    const found = await world.db.read(hall.secretary(), (read) => detail(read, { meetingId }));
    expect(found?.counts).toMatchObject({ entitled: 1, present: 1 });
    const span = { from: d('2026-02-01'), to: d('2026-02-28') };
    expect(await hall.figure('meetings.home_visit.count', span)).toBe(1);
    expect(await hall.figure('meetings.study_minutes', span)).toBe(60);
    expect(await hall.figure('meetings.party_class.count', { to: d('2026-12-31') })).toBe(before);
  });
});
