import type { OrgId } from '#kernel/ids';
import { isWithin } from '#kernel/org-path';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { placeOf, type OrgPlace } from './store.ts';

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
