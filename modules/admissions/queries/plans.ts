import type { Inputs, Outputs } from '#contract/lib';
import type { admissionsContract } from '#contract/admissions';
import type { OrgId } from '#kernel/ids';
import { dayOf, yearOf, type PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { namesOf } from '#modules/members';
import { orgNames, placeOf, treeBelow, type OrgPlace } from '#modules/organisations';
import { mayFix } from '../policy.ts';
import { STATES } from '../rules/words.ts';
import { casesNamed, targetCounts } from '../store/cases.ts';
import { settingsAt } from '../store/parts.ts';
import { plansOf, planYearsOf, type PlanYears } from '../store/plans.ts';
import { stepsOver } from '../store/steps.ts';
import { canWrite } from './list.ts';

type In = Inputs<typeof admissionsContract>;
type Out = Outputs<typeof admissionsContract>;

export const YEARS_OF = { one: 1, five: 5 } as const satisfies Record<string, PlanYears>;

/** `can.set`: whether the one who looks fixes plans for a place. */
export async function canFix(read: Read, place: OrgPlace) {
  const write = canWrite(read, place, 'admissions.settings');
  if (write !== true) return write;
  const may = await mayFix(read, place);
  return may.ok ? (true as const) : may.refusal;
}

/** Which row of a table an organisation counts in: itself, or the body directly below that it stands under. */
export function branchesOf(
  orgId: OrgId,
  tree: readonly { readonly orgId: OrgId; readonly parentId: OrgId }[],
): { readonly children: readonly OrgId[]; readonly rowOf: (one: OrgId) => OrgId | null } {
  const parents = new Map(tree.map((one) => [one.orgId, one.parentId]));
  return {
    children: tree.filter((one) => one.parentId === orgId).map((one) => one.orgId),
    rowOf: (one) => {
      for (let at: OrgId | undefined = one; at !== undefined; at = parents.get(at))
        if (at === orgId || parents.get(at) === orgId) return at;
      return null;
    },
  };
}

const countsBy = (
  rows: readonly { readonly orgId: OrgId; readonly n: number }[],
  rowOf: (one: OrgId) => OrgId | null,
): ReadonlyMap<OrgId, number> => {
  const counts = new Map<OrgId, number>();
  for (const { orgId, n } of rows) {
    const row = rowOf(orgId);
    if (row !== null) counts.set(row, (counts.get(row) ?? 0) + n);
  }
  return counts;
};

/** The first year a plan is shown from: the one asked for, else that of the plan which covers today. */
const firstYear = (
  asked: number | undefined,
  known: readonly number[],
  years: PlanYears,
  today: PlainDate,
): number => {
  const now = yearOf(today);
  return asked ?? known.find((one) => one <= now && now < one + years) ?? now;
};

/** 计划: what an organisation and those directly below it may admit in a year or in five, what is used and left. */
export async function plans(read: Read, input: In['plans']): Promise<Out['plans'] | null> {
  const { orgId, span } = input;
  const place = await placeOf(read, orgId);
  if (place === null) return null;
  const years = YEARS_OF[span];
  const known = await planYearsOf(read, orgId, years);
  const year = firstYear(input.year, known, years, read.today);
  const to = year + years - 1;
  const [from, end] = [dayOf(year, 1, 1), dayOf(to, 12, 31)];
  const tree = await treeBelow(read, orgId, read.today < end ? read.today : end);
  const { children, rowOf } = branchesOf(orgId, tree);
  const ids = [orgId, ...children];
  const names = await orgNames(read, ids);
  const stored = new Map(
    (await plansOf(read, place.orgPath, years, year, year)).map((one) => [one.orgId, one]),
  );
  const yearly = span === 'one' ? [] : await plansOf(read, place.orgPath, 1, year, to);
  const accepted = await stepsOver(read, ['accept'], from, end, null);
  const used = countsBy(
    accepted.map((one) => ({ orgId: one.orgId, n: 1 })),
    rowOf,
  );
  const targets = countsBy(await targetCounts(read, place.orgPath), rowOf);
  // The row of the organisation itself holds everything below, too.
  const all = (counts: ReadonlyMap<OrgId, number>): number =>
    [...counts.values()].reduce((sum, n) => sum + n, 0);
  const of = (counts: ReadonlyMap<OrgId, number>, row: OrgId): number =>
    row === orgId ? all(counts) : (counts.get(row) ?? 0);
  return {
    year,
    to,
    known,
    rows: ids.map((row) => ({
      orgId: row,
      orgName: names.get(row)?.name ?? '',
      quota: stored.get(row)?.quota ?? null,
      paper: stored.get(row)?.paper ?? '',
      handedOut:
        span === 'one'
          ? null
          : yearly.filter((one) => one.orgId === row).reduce((sum, one) => sum + one.quota, 0),
      used: of(used, row),
      targets: of(targets, row),
    })),
    can: { set: await canFix(read, place) },
  };
}

/** Whom a plan was used for: received at or below an organisation in a span of years. */
export async function accepted(read: Read, input: In['accepted']): Promise<Out['accepted'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const [from, end] = [dayOf(input.from, 1, 1), dayOf(input.to, 12, 31)];
  const tree = await treeBelow(read, input.orgId, read.today < end ? read.today : end);
  const within = new Set<OrgId>([input.orgId, ...tree.map((one) => one.orgId)]);
  const steps = (await stepsOver(read, ['accept'], from, end, null)).filter((one) =>
    within.has(one.orgId),
  );
  const cases = await casesNamed(
    read,
    steps.map((one) => one.caseId),
  );
  const names = await namesOf(
    read,
    steps.map((one) => one.personId),
  );
  const orgs = await orgNames(
    read,
    steps.map((one) => one.orgId),
  );
  return {
    rows: steps.map((one) => ({
      caseId: one.caseId,
      name: names.get(one.personId) ?? '',
      orgName: orgs.get(one.orgId)?.shortName ?? '',
      stateName: STATES[cases.get(one.caseId)?.state ?? 'accepted'],
      on: one.on,
    })),
  };
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
