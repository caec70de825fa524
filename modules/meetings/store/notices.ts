import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Insertable, Read, Write } from '#platform/db';
import type { DB } from '#db/types';
import type { OrgPlace } from '#modules/organisations';
import type { SittingId } from './working.ts';

type NewNotice = Omit<Insertable<DB['meeting_notice']>, keyof ReturnType<Write['stamp']>>;

/** What those invited read; a new announcement of the same sitting takes the place of the old. */
export async function replaceNotices(
  write: Write,
  place: OrgPlace,
  sittingId: SittingId,
  notices: readonly NewNotice[],
): Promise<void> {
  await write.db
    .deleteFrom('meeting_notice')
    .where('tenant_id', '=', write.actor.tenantId)
    .where('sitting_id', '=', sittingId)
    .execute();
  if (notices.length === 0) return;
  await write.db
    .insertInto('meeting_notice')
    .values(notices.map((notice) => ({ ...write.stamp(place), ...notice })))
    .execute();
}

/** Notices of an organisation from a day on. */
export async function noticesFrom(read: Read, orgId: OrgId, day: PlainDate) {
  return read.db
    .selectFrom('meeting_notice')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('held_on', '>=', day)
    .orderBy('held_on')
    .orderBy('meeting_id')
    .execute();
}
