import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace, type OrgPlace } from '#modules/organisations';
import { mayFix } from '../policy.ts';
import { changeSettings } from '../store/parts.ts';
import { planYearsOf, savePlan, type PlanYears } from '../store/plans.ts';

/** An organisation whose plans and settings one may fix. */
export async function byCommittee(write: Write, orgId: OrgId): Promise<Result<OrgPlace>> {
  const own = await ownPlace(write, orgId);
  if (!own.ok) return own;
  const may = await mayFix(write, own.value);
  return may.ok ? own : may;
}

/** 下达计划: how many an organisation may admit in a year, or in five. Five-year plans do not overlap. */
export async function setPlan(
  write: Write,
  input: {
    readonly orgId: OrgId;
    readonly years: PlanYears;
    readonly year: number;
    readonly quota: number;
    readonly paper: string;
  },
): Promise<Result<Record<string, never>>> {
  const { orgId, years, year, quota, paper } = input;
  const own = await byCommittee(write, orgId);
  if (!own.ok) return own;
  const other = (await planYearsOf(write, orgId, years)).find(
    (one) => one !== year && Math.abs(one - year) < years,
  );
  if (other !== undefined)
    return refuse('admissions.plan_overlaps', { from: other, to: other + years - 1 });
  await savePlan(write, own.value, years, { year, quota, paper });
  await write.audit({
    action: 'admissions.set_plan',
    objectKind: 'organisation',
    objectId: orgId,
    place: own.value,
    fields: { year, years, quota, paper },
  });
  return ok({});
}

/** What a committee fixes for itself and those below, from a day on. */
export async function setSettings(
  write: Write,
  input: {
    readonly orgId: OrgId;
    readonly from: PlainDate;
    readonly countyCheck: boolean;
    readonly observeMonths: number;
    readonly noticeWorkdays: number;
    readonly trainingHours: number;
    readonly approves: boolean;
  },
): Promise<Result<Record<string, never>>> {
  const own = await byCommittee(write, input.orgId);
  if (!own.ok) return own;
  const {
    orgId: _org,
    from,
    countyCheck,
    observeMonths,
    noticeWorkdays,
    trainingHours,
    approves,
  } = input;
  const settings = { countyCheck, observeMonths, noticeWorkdays, trainingHours, approves };
  await changeSettings(write, own.value, from, settings);
  await write.audit({
    action: 'admissions.set_settings',
    objectKind: 'organisation',
    objectId: input.orgId,
    place: own.value,
    fields: { ...settings, from },
  });
  return ok({});
}
