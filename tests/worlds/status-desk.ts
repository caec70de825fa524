import type { Id, OrgId, PersonId } from '#kernel/ids';
import { plainDate as day, todayAt, type PlainDate } from '#kernel/plain-date';
import type { PostKind } from '#kernel/posts';
import { ok, type Result } from '#kernel/result';
import type { Actor, Write } from '#platform/db';
import { systemActor } from '#modules/accounts';
import { insertPost, placeOf } from '#modules/organisations';
import { heldMeetings } from '#modules/meetings';
import { beginCase, doStep, look, type Doing } from '#modules/status';
import { permissionsOf } from '../../server/modules.ts';
import { admissionDesk } from './admission-desk.ts';
import { lateRow, meetingHall } from './meeting-hall.ts';
import type { World } from './world.ts';

type CaseId = Doing['caseId'];

/** What tests of status do over and over: a branch with a committee in office, and the committee above it. */
export async function statusDesk(world: World) {
  const halls = admissionDesk(world);
  const { orgId, people } = world.branch;
  const [secretaryId, disciplineId, organisationId] = people as [PersonId, PersonId, PersonId];
  const upperId = world.other.people[0] as PersonId;
  const system: Actor = { ...systemActor(world.founded), permissions: permissionsOf('officer') };
  const post = (of: OrgId, personId: PersonId, kind: PostKind) =>
    world.act(system, async (write) => {
      const place = await placeOf(write, of);
      if (place === null) throw new Error('no place');
      const postId = await insertPost(write, place, day('2025-06-01'), {
        personId,
        kind,
        duties: '',
        wayIn: 'election',
        termEndsOn: null,
        approvedOn: day('2025-06-01'),
        approvalPaper: '',
      });
      return ok(postId);
    });
  const posts: Record<string, Id<'Post'>> = {
    secretary: await post(orgId, secretaryId, 'secretary'),
    discipline: await post(orgId, disciplineId, 'discipline_member'),
    organisation: await post(orgId, organisationId, 'organisation_member'),
    upper: await post(world.founded.orgId, upperId, 'organisation_member'),
  };

  const secretary = (): Actor => world.branch.as('secretary', secretaryId);
  const clerk = (): Actor => world.branch.as('clerk', people[3]);
  /** Organisation member of the committee above, a reader of its cases. */
  const upper = (): Actor => ({
    ...system,
    personId: upperId,
    post: 'organisation_member',
    actingAs: '县委组织委员',
    permissions: permissionsOf('organisation_member'),
  });
  const today = (): PlainDate => todayAt(world.clock.now());
  const attempt = <T>(work: (write: Write) => Promise<Result<T>>, actor = secretary()) =>
    world.db.write(actor, { commandId: null, action: 'test' }, work);
  const seen = (caseId: CaseId, actor = secretary()) =>
    world.db.read(actor, (read) => look(read, caseId));
  const begin = (
    personId: PersonId,
    kind: Parameters<typeof beginCase>[1]['kind'],
    actor?: Actor,
  ) => attempt((write) => beginCase(write, { personId, kind }), actor);
  const step = async (
    caseId: CaseId,
    move: Doing['move'],
    told: Doing['told'] = {},
    more: Partial<Doing> = {},
    actor = secretary(),
  ) => {
    const found = await seen(caseId, actor);
    return attempt(
      (write) =>
        doStep(write, {
          caseId,
          move,
          on: today(),
          told,
          papers: [],
          basedOn: found?.version ?? 0,
          ...more,
        }),
      actor,
    );
  };
  /** A committee meeting of today with a decision, taken into the book; one a day. */
  const committee = async (title: string): Promise<Id<'Meeting'>> => {
    const on = today();
    const ofToday = async () => {
      const held = await world.db.read(secretary(), (read) =>
        heldMeetings(read, { orgId, from: on, bodies: ['committee'] }),
      );
      return held[0]?.meetingId;
    };
    const known = await ofToday();
    if (known !== undefined) return known;
    const entered = await meetingHall(world).enter([
      lateRow(on, 'committee_meeting', { items: [title], decision: '同意' }),
    ]);
    if (!entered.ok) throw new Error(JSON.stringify(entered.refusal));
    const meetingId = await ofToday();
    if (meetingId === undefined) throw new Error('no meeting');
    return meetingId;
  };
  /** From the proposal up to the vote passed, on the days given from `from` on. */
  const upToVote = async (
    caseId: CaseId,
    name: string,
    told: Doing['told'] = {},
    inFavour = 4,
  ): Promise<Result<unknown>> => {
    const opened = await committee('研究启动组织处置');
    const steps: (() => Promise<Result<unknown>>)[] = [
      () => step(caseId, 'propose', { clause: '第六条第（四）项', ...told }, { meetingId: opened }),
      () => step(caseId, 'file_start', { paper: '云发改支〔2026〕3号' }),
      () => step(caseId, 'investigate', {}, { papers: ['report'] }),
      () => step(caseId, 'hear', { heard: 'in_person' }, { papers: ['talk'] }),
      () => step(caseId, 'opinion', {}, { meetingId: opened }),
    ];
    for (const one of steps) {
      const done = await one();
      if (!done.ok) return done;
    }
    const held = await halls.hold('讨论组织处置', [{ subject: `处置${name}`, for: inFavour }]);
    return step(caseId, 'vote', {}, held);
  };
  return {
    ...halls,
    committee,
    upToVote,
    people,
    posts,
    system,
    secretaryId,
    upperId,
    secretary,
    clerk,
    upper,
    today,
    attempt,
    seen,
    begin,
    step,
  };
}

export type StatusDesk = Awaited<ReturnType<typeof statusDesk>>;
