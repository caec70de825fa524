import type { OrgId } from '#kernel/ids';
import type { Read } from '#platform/db';
import type { MeetingId, SittingId } from './working.ts';

/** The sitting within sight whose id lies in a range and ends so, with its first meeting; or null. */
export async function sittingByCode(
  read: Read,
  code: { readonly from: string; readonly to: string; readonly end: string },
) {
  const rows = await read.db
    .selectFrom('sitting as s')
    .leftJoin('meeting as m', (join) =>
      join.onRef('m.tenant_id', '=', 's.tenant_id').onRef('m.sitting_id', '=', 's.id'),
    )
    .select(['s.id', 's.org_id', 's.held_on', 'm.id as meeting_id'])
    .where('s.tenant_id', '=', read.actor.tenantId)
    .where('s.id', '>=', code.from)
    .where('s.id', '<=', code.to)
    .orderBy('m.id')
    .execute();
  const row = rows.find((one) => one.id.endsWith(code.end));
  return row === undefined
    ? null
    : {
        sittingId: row.id as SittingId,
        meetingId: row.meeting_id as MeetingId | null,
        orgId: row.org_id as OrgId,
        heldOn: row.held_on,
      };
}
