import type { OrgId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

export interface PlanRow {
  readonly orgId: OrgId;
  readonly quota: number;
  readonly paper: string;
}

/** Plans of a year at or below a place. */
export async function plansOf(read: Read, path: OrgPath, year: number): Promise<PlanRow[]> {
  const rows = await read.db
    .selectFrom('admission_plan')
    .select(['org_id', 'quota', 'paper'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_path', '>=', path)
    .where('org_path', '<', `${path}~`)
    .where('year', '=', year)
    .where('superseded_at', 'is', null)
    .orderBy('org_path')
    .execute();
  return rows.map((row) => ({ orgId: row.org_id as OrgId, quota: row.quota, paper: row.paper }));
}

/** A plan; the one before no longer stands and stays visible. */
export async function savePlan(
  write: Write,
  place: OrgPlace,
  year: number,
  plan: Omit<PlanRow, 'orgId'>,
): Promise<void> {
  await write.db
    .updateTable('admission_plan')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('org_id', '=', place.orgId)
    .where('year', '=', year)
    .where('superseded_at', 'is', null)
    .execute();
  await write.db
    .insertInto('admission_plan')
    .values({
      ...write.stamp(place),
      id: write.newId<'PlanVersion'>(),
      plan_id: write.newId<'Plan'>(),
      year,
      quota: plan.quota,
      paper: plan.paper,
    })
    .execute();
}
