import type { PersonId } from '#kernel/ids';
import { isWithin } from '#kernel/org-path';
import { ok, refuse, type Result } from '#kernel/result';
import type { Actor, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import { anchorOf } from './store/person.ts';

/** Whether an actor keeps the files that stand at a place: an officer of it or of one above. */
export const keepsFilesAt = (actor: Actor, place: OrgPlace): boolean =>
  actor.scope !== null &&
  isWithin(place.orgPath, actor.scope) &&
  (actor.post === 'system' || actor.permissions.has('members.write'));

/**
 * The place of a file one may write. A file stands at the organisation of the current membership;
 * former ones read their own period and write nothing.
 */
export async function ownFile(write: Write, personId: PersonId): Promise<Result<OrgPlace>> {
  const place = await anchorOf(write, personId);
  if (place === null) return refuse('common.not_found');
  const { scope } = write.actor;
  return scope !== null && isWithin(place.orgPath, scope)
    ? ok(place)
    : refuse('common.not_allowed');
}
