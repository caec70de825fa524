import { isWithin, type OrgPath } from '#kernel/org-path';
import { may, type Read } from '#platform/db';

/** Whether the actor runs ballots at that place. */
export const runsAt = (read: Read, orgPath: string): boolean =>
  read.actor.scope !== null &&
  isWithin(orgPath as OrgPath, read.actor.scope) &&
  may(read.actor, 'ballots.run');
