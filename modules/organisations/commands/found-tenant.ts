import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Write } from '#platform/db';
import { insertAct } from '../store/acts.ts';
import { insertAnchor, type OrgPlace } from '../store/place.ts';
import { insertState, type OrgStateValues } from '../store/tree.ts';

/** The first organisation of a tenant; it has no parent here. Called while setting up. */
export async function foundTenant(
  write: Write,
  orgId: OrgId,
  from: PlainDate,
  values: OrgStateValues,
): Promise<OrgPlace> {
  const place = await insertAnchor(write, orgId, null);
  await insertState(write, place, from, values);
  await insertAct(write, place, { act: 'establish', on: from, approvedBy: '', approvalPaper: '' });
  return place;
}
