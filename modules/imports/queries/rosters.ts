import type { OrgId } from '#kernel/ids';
import { orgNames, subtreeIdsOn } from '#modules/organisations';
import type { Desk } from '../policy.ts';
import type { BranchName } from '../rules/branches.ts';

/** Bodies whose members stand in their own roster. */
const hasRoster = (kind: string): boolean => kind.endsWith('branch') && !kind.includes('general');

export interface Rosters {
  /** The organisation itself where it has a roster of its own. */
  readonly own: OrgId | null;
  readonly branches: readonly BranchName[];
}

/** The rosters that a table of an organisation can be about. */
export function rostersOf(desk: Desk, orgId: OrgId): Promise<Rosters> {
  return desk.db.read(desk.actor, async (read) => {
    const ids = await subtreeIdsOn(read, orgId, read.today);
    const names = await orgNames(read, ids);
    const branches = [...names.values()].filter((name) => hasRoster(name.kind));
    return { own: branches.some((one) => one.orgId === orgId) ? orgId : null, branches };
  });
}
