import { isWithin, type OrgPath } from '#kernel/org-path';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import type { Actor, Read } from '#platform/db';
import { actsFromAbove, stateOn, type OrgPlace } from '#modules/organisations';

/** Whether somebody acts in a post whose scope holds a place, with a permission. */
export const mayAt = (
  actor: Actor,
  path: OrgPath,
  permission: 'floating.write' | 'floating.contact' | 'floating.phone' | 'floating.settings',
): boolean =>
  actor.scope !== null && isWithin(path, actor.scope) && actor.permissions.has(permission);

/** For `can`: that, or the refusal in its place. */
export const canAt = (
  actor: Actor,
  path: OrgPath,
  permission: Parameters<typeof mayAt>[2],
): true | Refusal => mayAt(actor, path, permission) || refuse('common.not_allowed').refusal;

const COMMITTEES = new Set(['committee', 'working_committee']);

/** The rhythm is fixed by committees: for themselves or for bodies below. */
export async function mayFix(
  read: Read,
  place: OrgPlace,
): Promise<Result<null, Refusal<'floating.fixed_above'>>> {
  const state = await stateOn(read, place.orgId, read.today);
  const itself = state !== null && COMMITTEES.has(state.kind);
  return itself || actsFromAbove(read.actor, place) ? ok(null) : refuse('floating.fixed_above');
}
