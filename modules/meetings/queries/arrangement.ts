import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { committeeOn, partyGroups, profileOf, type OrgPlace } from '#modules/organisations';
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

/** What decides which meetings an organisation owes on a day. */
export async function dutyFactsOn(
  read: Read,
  orgId: OrgId,
  day: PlainDate,
  arrangement: Arrangement,
): Promise<DutyFacts> {
  const profile = await profileOf(read, orgId, day);
  const committee = await committeeOn(read, orgId, day);
  const groups = await partyGroups(read, orgId, day);
  return {
    orgKind: profile === null || profile.isBranch ? 'branch' : 'leading_body',
    hasCommittee: standsAsCommittee(committee.map((one) => one.personId)),
    groups: groups.length,
    keeps: arrangement.keeps,
  };
}

/** A branch without committee has a secretary, and at most a deputy; a committee is more than two people. */
export const standsAsCommittee = (people: readonly string[]): boolean => new Set(people).size > 2;
