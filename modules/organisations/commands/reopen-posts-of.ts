import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Write } from '#platform/db';
import { reopenTenure, tenures } from '../store/posts.ts';
import { placeOf } from '../store/place.ts';

/** Undoes `endPostsOf` of a day and reason: for an ending entered by mistake. Returns how many posts hold on. */
export async function reopenPostsOf(
  write: Write,
  personId: PersonId,
  on: PlainDate,
  reason: string,
): Promise<number> {
  const ended = (await tenures(write, { personId })).filter(
    (one) => one.to === on && one.endReason === reason,
  );
  for (const one of ended) {
    const place = await placeOf(write, one.orgId);
    if (place === null) continue;
    await reopenTenure(write, one.postId, on);
    await write.audit({
      action: 'organisations.reopen_post',
      objectKind: 'post',
      objectId: one.postId,
      place,
      forPersonId: personId,
      fields: { kind: one.kind, on },
    });
  }
  return ended.length;
}
