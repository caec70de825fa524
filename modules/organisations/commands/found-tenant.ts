import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Write } from '#platform/db';
import {
  insertAct,
  insertAnchor,
  insertState,
  type OrgPlace,
  type OrgStateValues,
} from '../store.ts';

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
