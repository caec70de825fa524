import type { Id } from '#kernel/ids';
import { todayAt, plainDate as day, type PlainDate } from '#kernel/plain-date';
import { unwrap, type Result } from '#kernel/result';
import type { Actor, Write } from '#platform/db';
import { systemActor } from '#modules/accounts';
import {
  addSitting,
  finalise,
  heldMeetings,
  saveMinutes,
  setPresence,
  startSitting,
} from '#modules/meetings';
import { beginCase, detail, doStep, type CaseId, type Doing } from '#modules/admissions';
import { permissionsOf } from '../../server/modules.ts';
import { item, meetingHall } from './meeting-hall.ts';
import type { World } from './world.ts';

/** What tests of admissions do over and over, as the secretary of the world's branch and the officer above it. */
export function admissionDesk(world: World) {
  const hall = meetingHall(world);
  const today = (): PlainDate => todayAt(world.clock.now());
  const secretary = (): Actor => world.branch.as('secretary');
  const officer = (): Actor => ({
    ...systemActor(world.founded),
    post: 'officer',
    actingAs: '县委组织部 党务干部',
    permissions: permissionsOf('officer'),
  });
  const attempt = <T>(work: (write: Write) => Promise<Result<T>>, actor = secretary()) =>
    world.db.write(actor, { commandId: null, action: 'test' }, work);
  const goTo = (on: string) => world.clock.set(Date.parse(`${on}T09:00:00+08:00`));
  const look = async (caseId: CaseId) => {
    const found = await world.db.read(secretary(), (read) => detail(read, { caseId }));
    if (found === null) throw new Error('out of sight');
    return found;
  };

  /** A members' meeting held today with everybody there; gives the vote on a person, if one was taken. */
  async function hold(
    title: string,
    votes: {
      readonly subject: string;
      readonly for: number;
      readonly method?: 'show_of_hands';
    }[] = [],
  ): Promise<{ meetingId: Id<'Meeting'>; voteId: string | undefined }> {
    const on = today();
    const { sittingId, meetingIds } = await world.act(secretary(), (write) =>
      addSitting(write, {
        orgId: world.branch.orgId,
        heldOn: on,
        startsAt: '14:00',
        endsAt: '15:00',
        place: '会议室',
        meetings: [hall.wanted('members_meeting')],
      }),
    );
    const [meetingId] = meetingIds;
    if (meetingId === undefined) throw new Error('no meeting');
    await world.act(secretary(), (write) => startSitting(write, { sittingId, basedOn: 1 }));
    const begun = await hall.look(meetingId);
    const marks = begun.roll
      .filter((line) => line.part === 'entitled')
      .map((line) => ({ key: line.key, state: 'present' as const, reason: '', away: [] }));
    await world.act(secretary(), (write) =>
      setPresence(write, { sittingId, basedOn: begun.sittingVersion, marks }),
    );
    const items = [
      item(title, {
        decision: '同意',
        votes: votes.map((vote) => ({
          method: 'paper',
          onPerson: true,
          against: 0,
          abstain: 0,
          recused: 0,
          ...vote,
        })),
      }),
    ];
    const version = (await hall.look(meetingId)).version;
    unwrap(await attempt((write) => saveMinutes(write, hall.minutes(meetingId, version, items))));
    const ready = await hall.look(meetingId);
    unwrap(
      await attempt((write) =>
        finalise(write, {
          meetings: [{ meetingId, basedOn: ready.version }],
          signedFileId: null,
          signedBy: '',
        }),
      ),
    );
    const [held] = await world.db.read(secretary(), (read) =>
      heldMeetings(read, { orgId: world.branch.orgId, from: on, bodies: ['members'], meetingId }),
    );
    return { meetingId, voteId: held?.votes[0]?.voteId };
  }

  const step = async (
    caseId: CaseId,
    move: Doing['move'],
    told: Doing['told'] = {},
    more: Partial<Doing> = {},
    actor = secretary(),
  ) => {
    const { version } = await look(caseId);
    return attempt(
      (write) =>
        doStep(write, {
          caseId,
          move,
          on: today(),
          told,
          papers: [],
          reasons: {},
          basedOn: version,
          ...more,
        }),
      actor,
    );
  };
  const refusal = async (made: Promise<Result<unknown>>): Promise<string> => {
    const result = await made;
    return result.ok ? 'done' : result.refusal.code;
  };

  const apply = (name: string, on: string, more: object = {}) =>
    attempt((write) =>
      beginCase(write, {
        orgId: world.branch.orgId,
        person: { name, sex: 'female', bornOn: '1998-05-04', ...more },
        mobile: false,
        league: false,
        steps: [{ move: 'apply', on: day(on), told: {} }],
      }),
    );

  return { secretary, officer, attempt, goTo, look, hold, today, step, refusal, apply };
}

export type AdmissionDesk = ReturnType<typeof admissionDesk>;
