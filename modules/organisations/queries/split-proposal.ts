import type { Inputs, Outputs } from '#contract/lib';
import type { organisationsContract } from '#contract/organisations';
import type { PersonId } from '#kernel/ids';
import type { Read } from '#platform/db';
import { DEFAULT_ORG_SETTINGS } from '../rules/settings.ts';
import { proposeSplit } from '../rules/split.ts';
import { groupsOn } from '../store/groups.ts';
import { placeOf } from '../store/place.ts';
import type { Roster } from '../store/roster.ts';

/** Balanced parts for a branch above the limit (case 7); the reason where nothing is proposed. Everybody may still be placed by hand. */
export async function splitProposal(
  read: Read,
  input: Inputs<typeof organisationsContract>['splitProposal'],
  roster: Roster,
): Promise<Outputs<typeof organisationsContract>['splitProposal'] | null> {
  if ((await placeOf(read, input.orgId)) === null) return null;
  const day = input.asOf ?? read.today;
  const names = new Map(
    (await groupsOn(read, input.orgId, day)).map((one) => [one.groupId, one.name]),
  );
  const members = (await roster.membersOn(read, input.orgId, day)).map((one) => ({
    personId: one.personId,
    name: one.name,
    full: one.full,
    unit: one.unit,
    group: one.groupId === null ? '' : (names.get(one.groupId) ?? ''),
  }));
  const found = proposeSplit(
    members.map((one) => ({ ...one, id: one.personId })),
    DEFAULT_ORG_SETTINGS,
  );
  return {
    members,
    keeps: found.ok ? found.value.keeps : null,
    parts: found.ok
      ? found.value.parts.map((part) => part.members.map((one) => one.id as PersonId))
      : [],
    refusal: found.ok ? null : found.refusal,
  };
}
