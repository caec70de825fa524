import type { OrgId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

/** How many years a plan covers, from its first one on. */
export type PlanYears = 1 | 5;

export interface PlanRow {
  readonly orgId: OrgId;
  /** The year, or the first of five. */
  readonly year: number;
  readonly quota: number;
  readonly paper: string;
}

/** Plans at or below a place that begin in a span of years, both included. */
export async function plansOf(
  read: Read,
  path: OrgPath,
  years: PlanYears,
  first: number,
  last: number,
): Promise<PlanRow[]> {
  const rows = await read.db
    .selectFrom('admission_plan')
    .select(['org_id', 'year', 'quota', 'paper'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_path', '>=', path)
    .where('org_path', '<', `${path}~`)
    .where('years', '=', years)
    .where('year', '>=', first)
    .where('year', '<=', last)
    .where('superseded_at', 'is', null)
    .orderBy('org_path')
    .execute();
  return rows.map((row) => ({
    orgId: row.org_id as OrgId,
    year: row.year,
    quota: row.quota,
    paper: row.paper,
  }));
}

/** First years of the plans of one organisation, the latest first. */
export async function planYearsOf(read: Read, orgId: OrgId, years: PlanYears): Promise<number[]> {
  const rows = await read.db
    .selectFrom('admission_plan')
    .select('year')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('years', '=', years)
    .where('superseded_at', 'is', null)
    .orderBy('year', 'desc')
    .execute();
  return rows.map((row) => row.year);
}

/** A plan; the one before no longer stands and stays visible. */
export async function savePlan(
  write: Write,
  place: OrgPlace,
  years: PlanYears,
  plan: Omit<PlanRow, 'orgId'>,
): Promise<void> {
  await write.db
    .updateTable('admission_plan')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('org_id', '=', place.orgId)
    .where('years', '=', years)
    .where('year', '=', plan.year)
    .where('superseded_at', 'is', null)
    .execute();
  await write.db
    .insertInto('admission_plan')
    .values({
      ...write.stamp(place),
      id: write.newId<'PlanVersion'>(),
      plan_id: write.newId<'Plan'>(),
      years,
      year: plan.year,
      quota: plan.quota,
      paper: plan.paper,
    })
    .execute();
}
