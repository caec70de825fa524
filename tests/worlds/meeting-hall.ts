import { expect } from 'vitest';
import { measure, type Period } from '#engines/indicator';
import type { Id, PersonId } from '#kernel/ids';
import { plainDate } from '#kernel/plain-date';
import type { Result } from '#kernel/result';
import type { Actor, Write } from '#platform/db';
import { detail, enterLate, finalise, meetingIndicators } from '#modules/meetings';
import type { World } from './world.ts';

type MeetingId = Id<'Meeting'>;

/** One item of minutes as a form sends it. */
export const item = (title: string, more: object = {}) => ({
  kind: 'regular' as const,
  title,
  presenter: '',
  material: '',
  talk: '学习讨论',
  decision: '',
  votes: [],
  tasks: [],
  followUpOf: null,
  outcome: '',
  ...more,
});

/** One line of 补录表: 14:00–15:30, everybody there. */
export const lateRow = (heldOn: string, kind = 'members_meeting', more: object = {}) => ({
  heldOn: plainDate(heldOn),
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

/** What tests of meetings do over and over, as the secretary of the world's branch. */
export function meetingHall(world: World) {
  const secretary = (): Actor => world.branch.as('secretary');
  const attempt = <T>(work: (write: Write) => Promise<Result<T>>, actor = secretary()) =>
    world.db.write(actor, { commandId: null, action: 'test' }, work);
  const look = async (meetingId: MeetingId, actor = secretary()) => {
    const found = await world.db.read(actor, (read) => detail(read, { meetingId }));
    if (found === null) throw new Error('out of sight');
    return { ...found, sittingId: found.sittingId as Id<'Sitting'> };
  };
  const indicator = (id: string) => {
    const found = meetingIndicators.find((one) => one.id === id);
    if (found === undefined) throw new Error(id);
    return found;
  };
  return {
    secretary,
    attempt,
    look,
    person: (index: number): PersonId => {
      const found = world.branch.people[index];
      if (found === undefined) throw new Error(`no person ${index}`);
      return found;
    },
    /** A meeting to be put into a sitting of the branch. */
    wanted: (kind: string, more: object = {}) => ({
      orgId: world.branch.orgId,
      kind,
      groupId: null,
      title: '',
      yearOf: null,
      special: false,
      campaign: '',
      form: 'meeting' as const,
      ...more,
    }),
    minutes: (meetingId: MeetingId, basedOn: number, items: ReturnType<typeof item>[]) => ({
      meetingId,
      basedOn,
      title: '',
      startsAt: null,
      endsAt: null,
      yearOf: null,
      special: false,
      campaign: '',
      chair: { personId: null, name: '王建国' },
      recorder: { personId: null, name: '李秀英' },
      items,
      note: '',
    }),
    enter: (rows: ReturnType<typeof lateRow>[], actor = secretary()) =>
      attempt((write) => enterLate(write, { orgId: world.branch.orgId, rows }), actor),
    /** 定稿 by the secretary on screen. */
    settle: (meetingId: MeetingId, basedOn: number, actor = secretary()) =>
      attempt(
        (write) =>
          finalise(write, {
            meetings: [{ meetingId, basedOn }],
            signedFileId: null,
            signedBy: '',
          }),
        actor,
      ),
    /** A figure of the branch, 2025 and known now unless told otherwise; it must be what its rows add up to. */
    figure: async (id: string, period: Partial<Period> = {}): Promise<number> => {
      const full = {
        from: plainDate('2025-01-01'),
        to: plainDate('2025-12-31'),
        knownAt: new Date(world.clock.now()),
        ...period,
      };
      const { orgId } = world.branch;
      const at = { until: full.to, knownAt: full.knownAt };
      const span = [{ orgId, from: full.from, to: full.to }];
      const found = await world.db.read(secretary(), async (read) => ({
        own: (await indicator(id).figures(read, full)).find((one) => one.orgId === orgId),
        measured: await measure(indicator(id), read, span, at),
      }));
      expect(found.measured.value).toBe(found.own?.value ?? 0);
      return found.own?.value ?? 0;
    },
  };
}

export type MeetingHall = ReturnType<typeof meetingHall>;
