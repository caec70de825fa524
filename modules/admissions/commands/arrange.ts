import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace, type OrgPlace } from '#modules/organisations';
import { mayFix } from '../policy.ts';
import { changeSettings } from '../store/parts.ts';
import { savePlan } from '../store/plans.ts';

async function byCommittee(write: Write, orgId: OrgId): Promise<Result<OrgPlace>> {
  const own = await ownPlace(write, orgId);
  if (!own.ok) return own;
  const may = await mayFix(write, own.value);
  return may.ok ? own : may;
}

/** 下达计划: how many an organisation may admit in a year. */
export async function setPlan(
  write: Write,
  input: {
    readonly orgId: OrgId;
    readonly year: number;
    readonly quota: number;
    readonly paper: string;
  },
): Promise<Result<Record<string, never>>> {
  const own = await byCommittee(write, input.orgId);
  if (!own.ok) return own;
  await savePlan(write, own.value, input.year, input);
  await write.audit({
    action: 'admissions.set_plan',
    objectKind: 'organisation',
    objectId: input.orgId,
    place: own.value,
    fields: { year: input.year, quota: input.quota, paper: input.paper },
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
