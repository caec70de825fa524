import type { Inputs, Outputs } from '#contract/lib';
import type { admissionsContract } from '#contract/admissions';
import type { OrgId } from '#kernel/ids';
import { dayOf } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { orgNames, placeOf, subtreeIdsOn, treeBelow, type OrgPlace } from '#modules/organisations';
import { mayFix } from '../policy.ts';
import { casesWithin } from '../store/cases.ts';
import { settingsAt } from '../store/parts.ts';
import { plansOf } from '../store/plans.ts';
import { stepsOver } from '../store/steps.ts';
import { canWrite } from './list.ts';

type In = Inputs<typeof admissionsContract>;
type Out = Outputs<typeof admissionsContract>;

/** `can.set`: whether the one who looks fixes plans for a place. */
async function canFix(read: Read, place: OrgPlace) {
  const write = canWrite(read, place, 'admissions.settings');
  if (write !== true) return write;
  const may = await mayFix(read, place);
  return may.ok ? (true as const) : may.refusal;
}

/** 计划: what an organisation and those directly below it may admit in a year, and what is used. */
export async function plans(read: Read, input: In['plans']): Promise<Out['plans'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const { year } = input;
  const end = dayOf(year, 12, 31);
  const day = read.today < end ? read.today : end;
  const tree = await treeBelow(read, input.orgId, day);
  const children = tree.filter((one) => one.parentId === input.orgId).map((one) => one.orgId);
  const ids = [input.orgId, ...children];
  const names = await orgNames(read, ids);
  const stored = new Map((await plansOf(read, place.orgPath, year)).map((one) => [one.orgId, one]));
  const accepted = await stepsOver(read, ['accept'], dayOf(year, 1, 1), end, new Date(8.64e15));
  const targets = await casesWithin(
    read,
    { path: place.orgPath, register: 'targets' },
    { offset: 0, limit: 5000 },
  );
  const rows: Out['plans']['rows'] = [];
  for (const orgId of ids) {
    const within = new Set<OrgId>(await subtreeIdsOn(read, orgId, day));
    const plan = stored.get(orgId);
    rows.push({
      orgId,
      orgName: names.get(orgId)?.name ?? '',
      quota: plan?.quota ?? null,
      paper: plan?.paper ?? '',
      used: accepted.filter((one) => within.has(one.orgId)).length,
      targets: targets.filter((one) => within.has(one.place.orgId)).length,
    });
  }
  return { year, rows, can: { set: await canFix(read, place) } };
}

/** What holds at an organisation today. */
export async function settings(read: Read, input: In['settings']): Promise<Out['settings'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const { countyCheck, observeMonths, noticeWorkdays, trainingHours, noPower } = await settingsAt(
    read,
    place.orgPath,
    read.today,
  );
  return {
    countyCheck,
    observeMonths,
    noticeWorkdays,
    trainingHours,
    approves: !noPower.includes(place.orgPath),
    can: { set: await canFix(read, place) },
  };
}
