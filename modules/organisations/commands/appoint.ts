import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { HEADS, POSTS, type PostKind } from '#kernel/posts';
import { ok, refuse, type Result } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import type { Write } from '#platform/db';
import { mayBring, ownPlace } from '../policy.ts';
import { bodyTerm } from '../queries/terms.ts';
import { ORG_KIND_FACTS, type OrgKind } from '../rules/kinds.ts';
import { inOfficeFrom, mayHoldPost, needsApproval, type WayIn } from '../rules/posts.ts';
import { DEFAULT_ORG_SETTINGS } from '../rules/settings.ts';
import { groupOn } from '../store/groups.ts';
import { endTenure, insertPost, tenures, type Tenure } from '../store/posts.ts';
import type { Roster } from '../store/roster.ts';
import { stateOn } from '../store/tree.ts';

export interface Appointment {
  readonly orgId: OrgId;
  readonly personId: PersonId;
  readonly kind: PostKind;
  readonly wayIn: WayIn;
  readonly on: PlainDate;
  readonly duties: string;
  readonly groupId?: Id<'Group'> | undefined;
  readonly termEndsOn?: PlainDate | undefined;
  readonly approvedOn?: PlainDate | undefined;
  readonly approvalPaper: string;
}

/** What an appointment says of itself, before anybody is looked up. */
function checkWay(input: Appointment, today: PlainDate): Result<null> {
  const acting = input.kind === 'acting_secretary';
  if (acting !== (input.wayIn === 'interim')) return refuse('organisations.post_way_differs');
  for (const on of [input.on, input.approvedOn ?? input.on]) {
    if (on > today) return refuse('organisations.act_in_future', { act: '任职', on });
  }
  return input.approvedOn !== undefined && input.approvedOn < input.on
    ? refuse('organisations.approved_before_result', { on: input.on })
    : ok(null);
}

/** Posts that stand in the way: an elected secretary waits beside whoever leads for the time being. */
const rivals = (input: Appointment, standing: readonly Tenure[]): PostKind[] => {
  const waits = needsApproval(input.kind, input.wayIn);
  return standing
    .filter((one) => one.personId !== input.personId)
    .filter((one) => !(waits && one.kind === 'acting_secretary'))
    .map((one) => one.kind);
};

/** Whether this person may take it up, with the warnings; the name as it will be announced. */
export async function checkHolder(
  write: Write,
  input: Appointment,
  orgKind: OrgKind,
  standing: readonly Tenure[],
  roster: Roster,
): Promise<Result<{ readonly name: string; readonly advice: readonly Advice[] }>> {
  const person = await roster.candidate(write, input.personId, input.on);
  if (person === null) return refuse('organisations.holder_unknown');
  const fromOutside = input.wayIn === 'appointment' || input.wayIn === 'interim';
  const ofBody =
    input.kind === 'group_leader' || (ORG_KIND_FACTS[orgKind].holdsMembers && !fromOutside);
  if (ofBody && person.orgId !== input.orgId) {
    return refuse('organisations.not_of_this_body', { post: POSTS[input.kind] });
  }
  const twice = standing.find((one) => one.personId === input.personId && one.kind === input.kind);
  if (twice !== undefined) {
    return refuse('organisations.post_held_twice', { post: POSTS[input.kind] });
  }
  const may = mayHoldPost(
    person,
    {
      kind: input.kind,
      wayIn: input.wayIn,
      orgKind,
      on: input.on,
      heldByOthers: rivals(input, standing),
    },
    DEFAULT_ORG_SETTINGS,
  );
  return may.ok ? ok({ name: person.name, advice: may.value }) : may;
}

/** Those who led before step back on the day on which a head takes office. */
export async function stepBack(
  write: Write,
  standing: readonly Tenure[],
  incoming: {
    readonly kind: PostKind;
    readonly wayIn: WayIn;
    readonly decidedOn: PlainDate;
    readonly from: PlainDate;
  },
): Promise<void> {
  // 换届 replaces the deputies too; a 补选 of the secretary leaves them where they are.
  const heads: readonly PostKind[] =
    incoming.wayIn === 'by_election' ? ['secretary', 'acting_secretary'] : HEADS;
  const kinds = incoming.kind === 'secretary' ? heads : [incoming.kind];
  if (!HEADS.includes(incoming.kind)) return;
  const before = standing.filter(
    (one) =>
      kinds.includes(one.kind) &&
      (one.from < incoming.decidedOn || one.kind === 'acting_secretary'),
  );
  for (const postId of new Set(before.map((one) => one.postId))) {
    await endTenure(write, postId, incoming.from, '换届或补选');
  }
}

async function leaderOf(
  write: Write,
  input: Appointment,
  standing: readonly Tenure[],
): Promise<Result<null>> {
  if (input.kind !== 'group_leader') return ok(null);
  const group = input.groupId === undefined ? null : await groupOn(write, input.groupId, input.on);
  if (group?.orgId !== input.orgId) return refuse('organisations.group_ended');
  for (const one of standing) {
    if (one.kind === 'group_leader' && one.groupId === input.groupId) {
      await endTenure(write, one.postId, input.on, '更换组长');
    }
  }
  return ok(null);
}

/**
 * Somebody takes up a post (situation 10): 补选, 指派, 主持工作, 组长; a whole committee comes by
 * `electCommittee`. An elected head waits for approval and acts only then. Refusals are those of
 * `mayHoldPost`; heads are approved and appointed from above only.
 */
export async function appoint(
  write: Write,
  input: Appointment,
  roster: Roster,
): Promise<Result<{ postId: Id<'Post'>; pending: boolean; advice: readonly Advice[] }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const way = checkWay(input, write.today);
  if (!way.ok) return way;
  const may = mayBring(write.actor, own.value, {
    ...input,
    approved: input.approvedOn !== undefined,
  });
  if (!may.ok) return may;
  const state = await stateOn(write, input.orgId, input.on);
  if (state === null) return refuse('organisations.not_alive');
  const standing = await tenures(write, { orgIds: [input.orgId], from: input.on, to: input.on });
  const term = await bodyTerm(write, input.orgId, input.on);
  const leader = await leaderOf(write, input, standing);
  if (!leader.ok) return leader;
  const holder = await checkHolder(write, input, state.kind, standing, roster);
  if (!holder.ok) return holder;
  const elected = needsApproval(input.kind, input.wayIn);
  const approvedOn = input.approvedOn ?? (elected ? null : input.on);
  const from = inOfficeFrom(input.kind, input.wayIn, input.on, approvedOn);
  if (elected && from !== null) {
    await stepBack(write, standing, { ...input, decidedOn: input.on, from });
  }
  const postId = await insertPost(write, own.value, input.on, {
    ...input,
    personName: holder.value.name,
    groupId: input.groupId ?? null,
    termEndsOn: input.termEndsOn ?? (input.wayIn === 'by_election' ? (term?.endsOn ?? null) : null),
    approvedOn,
  });
  await write.audit({
    action: 'organisations.appoint',
    objectKind: 'post',
    objectId: postId,
    place: own.value,
    forPersonId: input.personId,
    fields: { kind: input.kind, wayIn: input.wayIn, on: input.on, approvedOn },
  });
  return ok({ postId, pending: from === null, advice: holder.value.advice });
}
