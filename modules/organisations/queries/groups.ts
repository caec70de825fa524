import type { Inputs, Outputs } from '#contract/lib';
import type { organisationsContract } from '#contract/organisations';
import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { refuse } from '#kernel/result';
import type { Read } from '#platform/db';
import { mayChange } from '../policy.ts';
import { groupAdvice } from '../rules/names.ts';
import { DEFAULT_ORG_SETTINGS } from '../rules/settings.ts';
import { groupsOn, type GroupRow } from '../store/groups.ts';
import { placeOf } from '../store/place.ts';
import { tenures } from '../store/posts.ts';
import type { Roster } from '../store/roster.ts';
import { stateOn } from '../store/tree.ts';
import { withBasis } from './advice.ts';

export interface PartyGroup extends GroupRow {
  readonly leader: { readonly personId: PersonId; readonly name: string } | null;
}

/** Groups of a branch on a day with their leaders. Who belongs to one is told by `membership.group_id`. */
export async function partyGroups(read: Read, orgId: OrgId, day: PlainDate): Promise<PartyGroup[]> {
  const groups = await groupsOn(read, orgId, day);
  const leaders = (await tenures(read, { orgIds: [orgId], from: day, to: day })).filter(
    (one) => one.kind === 'group_leader',
  );
  return groups.map((group) => {
    const leader = leaders.find((one) => one.groupId === group.groupId);
    return {
      ...group,
      leader: leader === undefined ? null : { personId: leader.personId, name: leader.name },
    };
  });
}

/** 党小组划分 of a branch on a day. */
export async function groups(
  read: Read,
  input: Inputs<typeof organisationsContract>['groups'],
  roster: Roster,
): Promise<Outputs<typeof organisationsContract>['groups'] | null> {
  const day = input.asOf ?? read.today;
  const place = await placeOf(read, input.orgId);
  const state = await stateOn(read, input.orgId, day);
  if (place === null || state === null) return null;
  const found = await partyGroups(read, input.orgId, day);
  const members = await roster.membersOn(read, input.orgId, day);
  const known = new Set(found.map((one) => one.groupId));
  return {
    asOf: day,
    orgName: state.name,
    groups: found.map((group) => {
      const own = members.filter((one) => one.groupId === group.groupId);
      const facts = {
        name: group.name,
        members: own.length,
        fullMembers: own.filter((one) => one.full).length,
        leaderIsMember: own.some((one) => one.personId === group.leader?.personId),
      };
      return {
        groupId: group.groupId,
        name: group.name,
        from: group.from,
        leader: group.leader,
        members: own,
        advice: groupAdvice(facts, DEFAULT_ORG_SETTINGS).map(withBasis),
      };
    }),
    ungrouped: members.filter((one) => one.groupId === null || !known.has(one.groupId)),
    can: {
      change: mayChange(read, place, 'organisations.groups')
        ? true
        : refuse('common.not_allowed').refusal,
    },
  };
}
