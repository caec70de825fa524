import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from './place.ts';

export interface Shift {
  readonly endsOn: PlainDate;
  readonly newEndsOn: PlainDate;
  readonly approvedOn: PlainDate;
}

export async function insertShift(
  write: Write,
  place: OrgPlace,
  shift: Shift & { readonly approvedBy: string; readonly approvalPaper: string },
): Promise<void> {
  await write.db
    .insertInto('org_term_shift')
    .values({
      ...write.stamp(place),
      id: write.newId(),
      ends_on: shift.endsOn,
      new_ends_on: shift.newEndsOn,
      approved_on: shift.approvedOn,
      approved_by: shift.approvedBy,
      approval_paper: shift.approvalPaper,
    })
    .execute();
}

export async function insertNotice(
  write: Write,
  place: OrgPlace,
  notice: {
    readonly endsOn: PlainDate;
    readonly on: PlainDate;
    readonly means: 'letter' | 'phone' | 'other';
    readonly note: string;
  },
): Promise<void> {
  await write.db
    .insertInto('org_notice')
    .values({
      ...write.stamp(place),
      id: write.newId(),
      ends_on: notice.endsOn,
      noticed_on: notice.on,
      means: notice.means,
      note: notice.note,
    })
    .execute();
}

/** Consents to put an election off and reminders sent, by organisation; null: all within scope. */
export async function shiftsAndNotices(read: Read, orgIds: readonly OrgId[] | null) {
  if (orgIds?.length === 0) return { shifts: [], notices: [] };
  let shifts = read.db
    .selectFrom('org_term_shift')
    .select(['org_id', 'ends_on', 'new_ends_on', 'approved_on'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null);
  let notices = read.db
    .selectFrom('org_notice')
    .select(['id', 'org_id', 'ends_on', 'noticed_on'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null);
  if (orgIds !== null) {
    shifts = shifts.where('org_id', 'in', [...orgIds]);
    notices = notices.where('org_id', 'in', [...orgIds]);
  }
  return {
    shifts: await shifts.orderBy('new_ends_on').execute(),
    notices: await notices.orderBy('noticed_on').execute(),
  };
}
