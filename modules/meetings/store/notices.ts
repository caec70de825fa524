import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Insertable, Read, Selectable, Write } from '#platform/db';
import type { DB } from '#db/types';
import type { OrgPlace } from '#modules/organisations';
import type { MeetingId, SittingId } from './working.ts';

type NewNotice = Omit<Insertable<DB['meeting_notice']>, keyof ReturnType<Write['stamp']>>;
export type NoticeRow = Selectable<DB['meeting_notice']>;

/** What those invited read; a new announcement of the same meeting takes the place of the old. */
export async function replaceNotices(
  write: Write,
  place: OrgPlace,
  notices: readonly NewNotice[],
): Promise<void> {
  if (notices.length === 0) return;
  const meetingIds = notices.map((notice) => notice.meeting_id);
  await write.db
    .deleteFrom('meeting_notice')
    .where('tenant_id', '=', write.actor.tenantId)
    .where('meeting_id', 'in', meetingIds)
    .execute();
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

/** Notices given out for a sitting, also of meetings cancelled since. */
export async function noticesOf(read: Read, sittingId: SittingId): Promise<NoticeRow[]> {
  return read.db
    .selectFrom('meeting_notice')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('sitting_id', '=', sittingId)
    .orderBy('meeting_id')
    .execute();
}

export type NoticeChanges = Partial<
  Pick<NoticeRow, 'sitting_id' | 'held_on' | 'starts_at' | 'place' | 'note' | 'change' | 'was'>
>;

/** Changes the notice of a meeting where one was given out. */
export async function changeNotice(
  write: Write,
  meetingId: MeetingId,
  changes: NoticeChanges,
): Promise<void> {
  await write.db
    .updateTable('meeting_notice')
    .set(changes)
    .where('tenant_id', '=', write.actor.tenantId)
    .where('meeting_id', '=', meetingId)
    .execute();
}
