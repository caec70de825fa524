import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Write } from '#platform/db';
import { endTenure, tenures } from '../store/posts.ts';
import { placeOf } from '../store/place.ts';

/**
 * Who left the rosters holds no post from that day on, and with the post the rights end. For the act that
 * ends a membership; posts out of its sight stay for the organisations they belong to. Returns how many.
 */
export async function endPostsOf(
  write: Write,
  personId: PersonId,
  on: PlainDate,
  reason: string,
): Promise<number> {
  let ended = 0;
  for (const one of await tenures(write, { personId, from: on })) {
    const place = await placeOf(write, one.orgId);
    const { scope } = write.actor;
    if (place === null || scope === null || !place.orgPath.startsWith(scope)) continue;
    await endTenure(write, one.postId, on, reason);
    await write.audit({
      action: 'organisations.end_post',
      objectKind: 'post',
      objectId: one.postId,
      place,
      forPersonId: personId,
      fields: { kind: one.kind, on, reason },
    });
    ended += 1;
  }
  return ended;
}
