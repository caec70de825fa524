import type { Id, OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { COMMITTEE } from '#kernel/posts';
import type { Read } from '#platform/db';
import { membershipsOf } from '#modules/members';
import { aliveOver, postsOver, type OrgPlace } from '#modules/organisations';
import { arrangementOf, type Arrangement } from '../rules/arrangement.ts';
import type { DutyFacts } from '../rules/kinds.ts';
import { ownKinds, settingsAbove } from '../store/arrangement.ts';

/** Settings and kinds that hold for a place on a day. */
export async function arrangementAt(
  read: Read,
  place: OrgPlace,
  day: PlainDate,
): Promise<Arrangement> {
  const stored = await settingsAbove(read, place.orgPath, day);
  return arrangementOf(stored, await ownKinds(read), place.orgPath, day);
}

/** Kinds of organisation that hold members; the others meet as leading bodies. */
export const BRANCH_KINDS: readonly string[] = [
  'branch',
  'joint_branch',
  'temporary_branch',
  'temporary_joint_branch',
];

/** Groups that have members on a day. */
export async function groupIdsOn(read: Read, orgId: OrgId, day: PlainDate): Promise<Id<'Group'>[]> {
  const roster = await membershipsOf(read, orgId, day, day);
  return [...new Set(roster.flatMap((row) => (row.group_id === null ? [] : [row.group_id])))].map(
    (id) => id as Id<'Group'>,
  );
}

/** What decides which meetings an organisation owes on a day. */
export async function dutyFactsOn(
  read: Read,
  orgId: OrgId,
  day: PlainDate,
  arrangement: Arrangement,
): Promise<DutyFacts> {
  const [state] = await aliveOver(read, [orgId], day, day);
  const posts = await postsOver(read, [orgId], day, day);
  return {
    orgKind: state === undefined || BRANCH_KINDS.includes(state.kind) ? 'branch' : 'leading_body',
    hasCommittee: hasCommittee(posts.map((post) => post.kind)),
    groups: (await groupIdsOn(read, orgId, day)).length,
    keeps: arrangement.keeps,
  };
}

/** A branch without committee has a secretary, and at most a deputy; a committee has further members. */
export function hasCommittee(kinds: readonly string[]): boolean {
  const members: readonly string[] = COMMITTEE;
  return kinds.filter((kind) => members.includes(kind)).length >= 3;
}
