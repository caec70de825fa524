import { isWithin } from '#kernel/org-path';
import { refuse, type Refusal } from '#kernel/result';
import type { Actor } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

/** Whether somebody holds a permission at the place of an item, and why not; for `can`. */
export function mayAct(actor: Actor, place: OrgPlace, permission: string): true | Refusal {
  const within = actor.scope !== null && isWithin(place.orgPath, actor.scope);
  return within && actor.permissions.has(permission) ? true : refuse('common.not_allowed').refusal;
}
