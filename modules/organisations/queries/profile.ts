import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { COMMITTEE } from '#kernel/posts';
import type { Read } from '#platform/db';
import { profileFrom, type Profile } from '../rules/profile.ts';
import { tenures, type Tenure } from '../store/posts.ts';
import { stateOn, type OrgState } from '../store/tree.ts';

/** More than a secretary and a deputy: a committee is in office. */
export const committeeStands = (standing: readonly Tenure[]): boolean =>
  new Set(standing.filter((one) => COMMITTEE.includes(one.kind)).map((one) => one.personId)).size >
  2;

/**
 * What kind of body this is on a day and what follows from it. `fullMembers` comes from the roster,
 * which stands above this module. Null where the body does not stand or is out of sight.
 */
export async function profileOf(
  read: Read,
  orgId: OrgId,
  day: PlainDate,
  fullMembers: number | null = null,
): Promise<Profile | null> {
  const state = await stateOn(read, orgId, day);
  if (state === null) return null;
  const posts = await tenures(read, { orgIds: [orgId], from: day, to: day });
  return profileIn(state, posts, day, fullMembers);
}

/** The same from what was read already: the state of that day, and tenures of that day among others. */
export function profileIn(
  state: OrgState,
  posts: readonly Tenure[],
  day: PlainDate,
  fullMembers: number | null,
): Profile {
  const standing = posts.filter((one) => one.from <= day && (one.to === null || one.to > day));
  return profileFrom({
    kind: state.kind,
    sector: state.sector,
    memberKind: state.member_kind,
    fullMembers,
    committeeInOffice: committeeStands(standing),
  });
}
