import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import type { Write } from '#platform/db';
import { ownPlace } from '../policy.ts';
import { endGroup, groupsFrom } from '../store/groups.ts';
import { endTenure, tenures } from '../store/posts.ts';
import type { Roster } from '../store/roster.ts';
import { childrenFrom, endOrganisation, parentOn, stateOn } from '../store/tree.ts';
import { checkPapers, recordAct, type ActPapers } from './record-act.ts';

/** Posts and groups of a body end with it, or with its committee. */
export async function endOffices(
  write: Write,
  orgId: OrgId,
  on: PlainDate,
  reason: string,
): Promise<void> {
  for (const postId of new Set(
    (await tenures(write, { orgIds: [orgId], from: on })).map((one) => one.postId),
  )) {
    await endTenure(write, postId, on, reason);
  }
  for (const groupId of await groupsFrom(write, orgId, on)) await endGroup(write, groupId, on);
}

/**
 * 撤销. Every member has a place first (EDU19 art. 25), and every body below. Its records stay where
 * they are for whoever stands above; posts end that day, and with them the rights.
 */
export async function revoke(
  write: Write,
  input: ActPapers & { readonly orgId: OrgId },
  roster: Roster,
): Promise<Result<{ orgId: OrgId; advice: readonly Advice[] }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const state = await stateOn(write, input.orgId, input.on);
  if (state === null) return refuse('organisations.not_alive');
  if ((await parentOn(write, input.orgId, input.on)) === null) {
    return refuse('organisations.root_stays');
  }
  const papers = checkPapers(write, 'revoke', state.sector, input, {
    members: (await roster.staysFrom(write, input.orgId, input.on)).length,
    children: (await childrenFrom(write, input.orgId, input.on)).length,
  });
  if (!papers.ok) return papers;
  await endOffices(write, input.orgId, input.on, '党组织撤销');
  await endOrganisation(write, input.orgId, input.on);
  const recorded = await recordAct(write, 'revoke', own.value, input, { advice: papers.value });
  if (!recorded.ok) return recorded;
  return ok({ orgId: input.orgId, advice: papers.value });
}
