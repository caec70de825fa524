import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '../policy.ts';
import { ORG_KIND_FACTS } from '../rules/kinds.ts';
import {
  changeGroup,
  endGroup,
  groupOn,
  groupsOn,
  insertGroup,
  type GroupId,
} from '../store/groups.ts';
import { endTenure, tenures } from '../store/posts.ts';
import type { Roster } from '../store/roster.ts';
import { stateOn } from '../store/tree.ts';

const audit = (
  write: Write,
  action: string,
  groupId: string,
  place: { readonly orgId: OrgId; readonly orgPath: string },
  fields: Readonly<Record<string, unknown>>,
): Promise<void> =>
  write.audit({
    action: `organisations.${action}`,
    objectKind: 'party_group',
    objectId: groupId,
    place,
    fields,
  });

/** A new group of a branch (BR18 art. 13). Two groups of one name would not be told apart. */
export async function foundGroup(
  write: Write,
  input: { readonly orgId: OrgId; readonly name: string; readonly on: PlainDate },
): Promise<Result<{ groupId: GroupId }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const state = await stateOn(write, input.orgId, input.on);
  if (state === null) return refuse('organisations.not_alive');
  if (!ORG_KIND_FACTS[state.kind].holdsMembers) return refuse('organisations.not_a_branch');
  const others = await groupsOn(write, input.orgId, input.on);
  if (others.some((one) => one.name === input.name)) {
    return refuse('organisations.group_name_taken', { name: input.name });
  }
  const groupId = await insertGroup(write, own.value, input.name, input.on);
  await audit(write, 'found_group', groupId, own.value, { name: input.name, on: input.on });
  return ok({ groupId });
}

export async function renameGroup(
  write: Write,
  input: { readonly groupId: GroupId; readonly name: string; readonly on: PlainDate },
): Promise<Result<Record<string, never>>> {
  const group = await groupOn(write, input.groupId, input.on);
  if (group === null) return refuse('organisations.group_ended');
  const own = await ownPlace(write, group.orgId);
  if (!own.ok) return own;
  const others = await groupsOn(write, group.orgId, input.on);
  if (others.some((one) => one.name === input.name && one.groupId !== input.groupId)) {
    return refuse('organisations.group_name_taken', { name: input.name });
  }
  await changeGroup(write, input.groupId, input.on, input.name);
  await audit(write, 'rename_group', input.groupId, own.value, {
    from: group.name,
    to: input.name,
  });
  return ok({});
}

/** The group ends: its leader's post too, its members stand in the branch without a group. */
export async function dissolveGroup(
  write: Write,
  input: { readonly groupId: GroupId; readonly on: PlainDate },
  roster: Roster,
): Promise<Result<{ released: number }>> {
  const group = await groupOn(write, input.groupId, input.on);
  if (group === null) return refuse('organisations.group_ended');
  const own = await ownPlace(write, group.orgId);
  if (!own.ok) return own;
  const people = (await roster.membersOn(write, group.orgId, input.on))
    .filter((one) => one.groupId === input.groupId)
    .map((one) => one.personId);
  const released = await roster.regroup(write, group.orgId, people, null, input.on);
  for (const one of await tenures(write, { orgIds: [group.orgId], from: input.on })) {
    if (one.groupId === input.groupId) await endTenure(write, one.postId, input.on, '党小组撤销');
  }
  await endGroup(write, input.groupId, input.on);
  await audit(write, 'dissolve_group', input.groupId, own.value, { on: input.on, released });
  return ok({ released });
}

/** 编入党小组 from a day on; null takes people out. Refuses people who do not stand in the roster that day. */
export async function assignGroup(
  write: Write,
  input: {
    readonly orgId: OrgId;
    readonly groupId: GroupId | null;
    readonly personIds: readonly PersonId[];
    readonly on: PlainDate;
  },
  roster: Roster,
): Promise<Result<{ moved: number }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  if (input.groupId !== null) {
    const group = await groupOn(write, input.groupId, input.on);
    if (group?.orgId !== input.orgId) return refuse('organisations.group_ended');
  }
  const here = new Set(
    (await roster.membersOn(write, input.orgId, input.on)).map((one) => one.personId),
  );
  if (input.personIds.some((person) => !here.has(person))) {
    return refuse('organisations.not_in_roster', { name: '有党员' });
  }
  const moved = await roster.regroup(write, input.orgId, input.personIds, input.groupId, input.on);
  await audit(write, 'assign_group', input.groupId ?? input.orgId, own.value, {
    on: input.on,
    moved,
  });
  return ok({ moved });
}
