import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrgId, PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import { plainDate } from '#kernel/plain-date';
import type { Result } from '#kernel/result';
import { registerFile, type Actor, type Write } from '#platform/db';
import { rosterOfMembers } from '#modules/members';
import { assignGroup, foundGroup, insertPost } from '#modules/organisations';
import { testDatabase } from '../../tests/support/database.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { addMeeting } from './commands/add-meeting.ts';
import { addSitting } from './commands/add-sitting.ts';
import { announce } from './commands/announce.ts';
import { attach } from './commands/attach.ts';
import { cancelMeeting } from './commands/cancel-meeting.ts';
import { changeSitting } from './commands/change-sitting.ts';
import { detach } from './commands/detach.ts';
import { joinSitting } from './commands/join-sitting.ts';
import { openCheckIn } from './commands/open-check-in.ts';
import { startSitting } from './commands/start-sitting.ts';
import { submit } from './commands/submit.ts';
import { detail } from './queries/detail.ts';
import { notice } from './queries/notice.ts';
import { mine, rollOnDay } from './queries/own.ts';
import { checkInLines, tap } from './store/check-in.ts';
import type { MeetingId } from './store/working.ts';

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
const look = async (meetingId: MeetingId) => {
  const found = await world.db.read(secretary(), (read) => detail(read, { meetingId }));
  if (found === null) throw new Error('out of sight');
  return found;
};
const wanted = (kind: string, more: object = {}) => ({
  orgId: world.branch.orgId,
  kind,
  groupId: null,
  title: '',
  yearOf: null,
  special: false,
  campaign: '',
  form: 'meeting' as const,
  ...more,
});
const sit = (meetings: ReturnType<typeof wanted>[], heldOn = '2026-03-20', actor = secretary()) =>
  attempt(
    (write) =>
      addSitting(write, {
        orgId: world.branch.orgId,
        heldOn: d(heldOn),
        startsAt: '14:30',
        endsAt: '16:00',
        place: '三楼会议室',
        meetings,
      }),
    actor,
  );
const made = async (kinds: string[], heldOn = '2026-03-20') => {
  const done = await sit(
    kinds.map((kind) => wanted(kind)),
    heldOn,
  );
  if (!done.ok) throw new Error(done.refusal.code);
  const [meetingId, second] = done.value.meetingIds;
  if (meetingId === undefined) throw new Error('no meeting');
  return { sittingId: done.value.sittingId, meetingId, second: second ?? meetingId };
};
const post = (write: Write, orgId: OrgId, orgPath: OrgPath, index: number, kind: string) =>
  insertPost(write, { orgId, orgPath }, d('2026-01-01'), {
    personId: person(index),
    kind,
    duties: '',
    wayIn: 'appointment',
    termEndsOn: null,
    approvedOn: d('2026-01-01'),
    approvalPaper: '',
  });

beforeAll(async () => {
  world = await buildWorld(database.appUrl);
});
afterAll(() => world.db.close());

describe('planning', () => {
  test('a small branch has no committee meeting: its powers are the members meeting (DEV26 第8条)', async () => {
    expect(await sit([wanted('committee_meeting')])).toMatchObject({
      refusal: { code: 'meetings.no_committee' },
    });
  });

  test('归属年度 may be the year before for the life meetings only', async () => {
    const done = await sit([wanted('org_life_meeting')], '2026-03-12');
    if (!done.ok) throw new Error(done.refusal.code);
    const [meetingId] = done.value.meetingIds;
    if (meetingId === undefined) throw new Error('no meeting');
    expect(await look(meetingId)).toMatchObject({ yearOf: 2025, heldOn: '2026-03-12' });
    expect(await sit([wanted('members_meeting', { yearOf: 2025 })])).toMatchObject({
      refusal: { code: 'meetings.year_not_possible' },
    });
    expect(await sit([wanted('group_meeting')])).toMatchObject({
      refusal: { code: 'meetings.group_missing' },
    });
  });

  test('planned meetings are joined into one sitting, moved, cancelled; all before they begin', async () => {
    const one = await made(['members_meeting'], '2026-03-24');
    const two = await made(['party_class'], '2026-03-26');
    const joined = await attempt((write) =>
      joinSitting(write, { sittingId: one.sittingId, basedOn: 1, meetingIds: [two.meetingId] }),
    );
    expect(joined).toMatchObject({ ok: true });
    expect((await look(one.meetingId)).siblings.map((s) => s.meetingId)).toEqual([two.meetingId]);
    expect(await look(two.meetingId)).toMatchObject({ heldOn: '2026-03-24' });
    const moved = (heldOn: string) =>
      attempt((write) =>
        changeSitting(write, {
          sittingId: one.sittingId,
          basedOn: 2,
          heldOn: d(heldOn),
          startsAt: '09:00',
          endsAt: '08:00',
          place: '',
        }),
      );
    expect(await moved('2026-03-02')).toMatchObject({ refusal: { code: 'meetings.time_order' } });
    await attempt((write) =>
      changeSitting(write, {
        sittingId: one.sittingId,
        basedOn: 2,
        heldOn: d('2026-03-02'),
        startsAt: '09:00',
        endsAt: '11:00',
        place: '礼堂',
      }),
    );
    const begun = await attempt((write) =>
      startSitting(write, { sittingId: one.sittingId, basedOn: 3 }),
    );
    expect(begun).toMatchObject({ ok: true });
    const { version } = await look(two.meetingId);
    await attempt((write) =>
      cancelMeeting(write, { meetingId: two.meetingId, basedOn: version, reason: '改期' }),
    );
    expect((await look(one.meetingId)).siblings).toEqual([]);
    const later = await attempt((write) =>
      addMeeting(write, {
        sittingId: one.sittingId,
        basedOn: 4,
        meeting: wanted('theme_day'),
      }),
    );
    if (!later.ok) throw new Error(later.refusal.code);
    expect(await look(later.value.meetingId)).toMatchObject({ state: 'started', rollFrozen: true });
  });

  test('a day to come is not begun', async () => {
    const { sittingId } = await made(['theme_day'], '2026-03-25');
    expect(await attempt((write) => startSitting(write, { sittingId, basedOn: 1 }))).toMatchObject({
      refusal: { code: 'meetings.not_yet_held' },
    });
  });
});

describe('bodies', () => {
  test('a committee is its posts of the day, a group its members; somebody in both signs once', async () => {
    await world.act(secretary(), async (write) => {
      const { orgId, path } = world.branch;
      await post(write, orgId, path, 0, 'secretary');
      await post(write, orgId, path, 1, 'organisation_member');
      await post(write, orgId, path, 2, 'publicity_member');
      return { ok: true, value: null };
    });
    const done = await sit([wanted('committee_meeting'), wanted('members_meeting')], '2026-03-02');
    if (!done.ok) throw new Error(done.refusal.code);
    const [committee, members] = done.value.meetingIds;
    if (committee === undefined || members === undefined) throw new Error('no meeting');
    await attempt((write) => startSitting(write, { sittingId: done.value.sittingId, basedOn: 1 }));
    const seen = await look(committee);
    expect(seen.roll.map((line) => line.personId)).toEqual([person(0), person(1), person(2)]);
    expect(seen.quorum).toMatchObject({ entitled: 3, needed: 2 });
    expect((await look(members)).counts.entitled).toBe(5);
    const { groupId } = await world.act(secretary(), (write) =>
      foundGroup(write, {
        orgId: world.branch.orgId,
        name: '第一党小组',
        on: d('2026-03-02'),
      }),
    );
    await world.act(secretary(), (write) =>
      assignGroup(
        write,
        {
          orgId: world.branch.orgId,
          groupId,
          personIds: [person(3), person(4)],
          on: d('2026-03-02'),
        },
        rosterOfMembers,
      ),
    );
    const roll = await world.db.read(secretary(), (read) =>
      rollOnDay(read, {
        orgId: world.branch.orgId,
        kind: 'group_meeting',
        groupId,
        on: d('2026-03-02'),
      }),
    );
    expect(roll?.lines).toHaveLength(2);
  });

  test('meetings of a branch and of the body above in one sitting, by whoever may write for both', async () => {
    const above = world.branch.path.slice(0, -6) as OrgPath;
    const upper: Actor = {
      ...world.branch.as('officer'),
      orgId: world.founded.orgId,
      place: above,
      scope: above,
    };
    const both = [
      wanted('leading_group_meeting', { orgId: world.founded.orgId }),
      wanted('theme_day'),
    ];
    expect((await sit(both, '2026-03-20', upper)).ok).toBe(true);
    expect(await sit(both, '2026-03-21')).toMatchObject({ ok: false });
  });
});

describe('notice', () => {
  test('text for the chat group; members read what is ahead of the bodies they belong to', async () => {
    const { sittingId } = await made(['members_meeting'], '2026-03-18');
    const closed = await made(['committee_meeting'], '2026-03-19');
    for (const id of [sittingId, closed.sittingId]) {
      await attempt((write) => announce(write, { sittingId: id, basedOn: 1, note: '' }));
    }
    const text = await world.db.read(secretary(), (read) => notice(read, { sittingId }));
    expect(text?.chatText).toContain('2026年3月18日（星期三）14:30');
    expect(text?.chatText).toContain('三楼会议室');
    const ahead = async (index: number) =>
      (
        await world.db.read(world.branch.as('member', person(index)), (read) =>
          mine(read, { year: 2026 }),
        )
      )?.notices.map((one) => one.on);
    expect(await ahead(4)).toEqual(['2026-03-18']);
    expect(await ahead(1)).toEqual(['2026-03-18', '2026-03-19']);
  });

  test('moved or cancelled after it was given out, it says so at once, here and to the members', async () => {
    const { sittingId, meetingId } = await made(['members_meeting'], '2026-03-22');
    await attempt((write) => announce(write, { sittingId, basedOn: 1, note: '带笔记本' }));
    const first = '2026年3月22日（星期日）14:30，三楼会议室';
    const text = async () => {
      const found = await world.db.read(secretary(), (read) => notice(read, { sittingId }));
      if (found === null) throw new Error('out of sight');
      return found;
    };
    const told = async () =>
      (
        await world.db.read(world.branch.as('member', person(4)), (read) =>
          mine(read, { year: 2026 }),
        )
      )?.notices.find((one) => one.sittingId === sittingId);
    expect(await text()).toMatchObject({ change: null });
    await attempt((write) =>
      changeSitting(write, {
        sittingId,
        basedOn: 2,
        heldOn: d('2026-03-23'),
        startsAt: '15:00',
        endsAt: null,
        place: '三楼会议室',
      }),
    );
    expect((await text()).chatText).toContain(`【会议改期通知】`);
    expect((await text()).chatText).toContain(
      `原定${first.replace('，', '在')}召开的支部党员大会，改为2026年3月23日`,
    );
    expect(await told()).toMatchObject({ on: '2026-03-23', change: 'moved', was: first });
    await attempt((write) => announce(write, { sittingId, basedOn: 3, note: '' }));
    expect(await told()).toMatchObject({ change: 'moved', was: first });
    const { version } = await look(meetingId);
    await attempt((write) =>
      cancelMeeting(write, { meetingId, basedOn: version, reason: '防汛值守' }),
    );
    expect((await text()).chatText).toContain(
      `原定${first.replace('，', '在')}召开的支部党员大会取消，原因：防汛值守`,
    );
    expect(await told()).toMatchObject({ change: 'cancelled', note: '防汛值守' });
  });

  test('a meeting that was announced and joins another sitting is told with the new time', async () => {
    const one = await made(['members_meeting'], '2026-03-27');
    const two = await made(['party_class'], '2026-03-28');
    await attempt((write) => announce(write, { sittingId: two.sittingId, basedOn: 1, note: '' }));
    const join = (meetingIds: MeetingId[]) =>
      attempt((write) => joinSitting(write, { sittingId: one.sittingId, basedOn: 1, meetingIds }));
    const begun = await made(['theme_day'], '2026-03-01');
    await attempt((write) => startSitting(write, { sittingId: begun.sittingId, basedOn: 1 }));
    // All or none: one of them has begun.
    expect(await join([two.meetingId, begun.meetingId])).toMatchObject({
      refusal: { code: 'meetings.sitting_elsewhere' },
    });
    expect(await look(two.meetingId)).toMatchObject({ heldOn: '2026-03-28' });
    expect(await join([two.meetingId])).toMatchObject({ ok: true });
    const seen = await world.db.read(world.branch.as('member', person(4)), (read) =>
      mine(read, { year: 2026 }),
    );
    expect(seen?.notices.find((row) => row.sittingId === one.sittingId)).toMatchObject({
      on: '2026-03-27',
      change: 'moved',
    });
  });
});

describe('evidence and sign-in page', () => {
  test('六有: the same picture at two meetings is a hint; a final record keeps its files', async () => {
    const picture = () =>
      world.act(secretary(), async (write) => {
        const file = { hash: 'b'.repeat(64), name: '现场.jpg', mime: 'image/jpeg', size: 9 };
        return { ok: true, value: await registerFile(write, file) };
      });
    const one = await made(['theme_day'], '2026-03-02');
    const two = await made(['party_class'], '2026-03-02');
    const fileId = await picture();
    const first = await attempt((write) =>
      attach(write, { meetingId: one.meetingId, use: 'pictures', fileId }),
    );
    expect(first).toMatchObject({ ok: true, value: { advice: [] } });
    const again = await picture();
    const second = await attempt((write) =>
      attach(write, { meetingId: two.meetingId, use: 'pictures', fileId: again }),
    );
    expect(second).toMatchObject({ value: { advice: [{ code: 'meetings.picture_repeated' }] } });
    const seen = await look(two.meetingId);
    expect(seen.files[0]?.repeatedIn).toHaveLength(1);
    expect(seen.evidences.find((one) => one.evidence === 'pictures')).toMatchObject({
      done: true,
      optional: true,
    });
    const gone = await attempt((write) =>
      detach(write, { meetingId: two.meetingId, fileId: again }),
    );
    expect(gone.ok).toBe(true);
    expect((await look(two.meetingId)).files).toEqual([]);
  });

  test('a name tapped on the page counts as present until the recorder says otherwise; closed at midnight', async () => {
    const { sittingId, meetingId } = await made(['theme_day'], '2026-03-02');
    const open = () => attempt((write) => openCheckIn(write, { sittingId }));
    expect(await open()).toMatchObject({ refusal: { code: 'meetings.not_started' } });
    await attempt((write) => startSitting(write, { sittingId, basedOn: 1 }));
    const opened = await open();
    if (!opened.ok) throw new Error(opened.refusal.code);
    const { code } = opened.value;
    const at = new Date(world.clock.now());
    const tomorrow = new Date(world.clock.now() + 24 * 3_600_000);
    const page = (when: Date) => world.db.system((plain) => checkInLines(plain, code, when));
    expect(await page(at)).toHaveLength(5);
    expect((await page(at))[0]).toMatchObject({ kinds: ['theme_day'], held_on: '2026-03-02' });
    expect(await page(tomorrow)).toEqual([]);
    const press = (key: string, when = at) =>
      world.db.system((plain) => tap(plain, code, key, when));
    expect(await press(person(2))).toBe(true);
    expect(await press('name:1')).toBe(false);
    expect(await press(person(3), tomorrow)).toBe(false);
    const seen = await look(meetingId);
    expect(seen.counts.present).toBe(1);
    expect(seen.roll.find((line) => line.personId === person(2))?.tapped).toBe(true);
    const { version } = seen;
    const handed = await attempt((write) => submit(write, { meetingId, basedOn: version }));
    expect(handed.ok).toBe(true);
    expect(await look(meetingId)).toMatchObject({ state: 'ready' });
  });
});
