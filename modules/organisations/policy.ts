import type { OrgId } from '#kernel/ids';
import { depthOf, isWithin } from '#kernel/org-path';
import { HEADS, type PostKind } from '#kernel/posts';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import type { Actor, Read, Write } from '#platform/db';
import type { WayIn } from './rules/posts.ts';
import { placeOf, type OrgPlace } from './store/place.ts';

/**
 * The place of an organisation one may write for: one's own, or one below it (代录; the audit keeps
 * as what somebody acted). Every command of a branch begins with it. Organisations above are seen, never written.
 */
export async function ownPlace(write: Write, orgId: OrgId): Promise<Result<OrgPlace>> {
  const place = await placeOf(write, orgId);
  if (place === null) return refuse('common.not_found');
  const { scope } = write.actor;
  return scope !== null && isWithin(place.orgPath, scope)
    ? ok(place)
    : refuse('common.not_allowed');
}

/** Below the tenant's own segment stands its first organisation: nobody is above it here. */
const isTop = (place: OrgPlace): boolean => depthOf(place.orgPath) === 2;

/**
 * Whether somebody acts for a body above: approving, appointing and removing a head is its business
 * (CONST22; `org.elect.approve`). The first organisation of an installation has none and records what its own
 * upper organisation wrote.
 */
export function actsFromAbove(actor: Actor, place: OrgPlace): boolean {
  if (actor.scope === null || !isWithin(place.orgPath, actor.scope)) return false;
  return place.orgPath !== actor.scope || isTop(place);
}

/** A head comes by election, which anybody of the body records, or from above. */
export function mayBring(
  actor: Actor,
  place: OrgPlace,
  post: { readonly kind: PostKind; readonly wayIn: WayIn; readonly approved: boolean },
): Result<null, Refusal<'organisations.appointed_by_above'>> {
  const elected = post.wayIn === 'election' || post.wayIn === 'by_election';
  const above = HEADS.includes(post.kind) && (!elected || post.approved);
  return above && !actsFromAbove(actor, place)
    ? refuse('organisations.appointed_by_above')
    : ok(null);
}

/** For `can`: whether the actor's post has a permission and the body stands in the scope. */
export function mayChange(read: Read, place: OrgPlace, permission: string): boolean {
  const { scope, permissions } = read.actor;
  return scope !== null && isWithin(place.orgPath, scope) && permissions.has(permission);
}
