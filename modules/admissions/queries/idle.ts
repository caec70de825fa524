import type { Inputs, Outputs } from '#contract/lib';
import { holdsRoster, SECTORS, type OrgKind, type Sector } from '#contract/organisations';
import type { admissionsContract } from '#contract/admissions';
import type { OrgId } from '#kernel/ids';
import { addYears, type PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { lastJoinedOn } from '#modules/members';
import { aliveOver, orgNames, placeOf, subtreeIdsOn } from '#modules/organisations';
import type { Register } from '../rules/words.ts';
import { openCases } from '../store/cases.ts';
import { lastAccepted } from '../store/steps.ts';

type In = Inputs<typeof admissionsContract>;
type Out = Outputs<typeof admissionsContract>;

const FIRST_DAY = '1921-07-01' as PlainDate;
/** 近三年. */
const IDLE_YEARS = 3;

const later = (a: PlainDate | undefined, b: PlainDate | undefined): PlainDate | null =>
  a === undefined || (b !== undefined && b > a) ? (b ?? null) : a;

/** How many stand in each register of each branch. */
async function waiting(read: Read, path: Parameters<typeof openCases>[1]) {
  const counts = new Map<string, number>();
  for (const one of await openCases(read, path)) {
    const key = `${one.place.orgId} ${one.register}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (orgId: OrgId, register: Register): number => counts.get(`${orgId} ${register}`) ?? 0;
}

/**
 * 近三年未发展党员: branches that stand for three years or more without an admission in the last three, the
 * longest without one first. Admissions are those of cases kept here, and days of joining of those whom the
 * roster had from its beginning.
 */
export async function idle(read: Read, input: In['idle']): Promise<Out['idle'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const ids = await subtreeIdsOn(read, input.orgId, read.today);
  const spans = Map.groupBy(
    await aliveOver(read, ids, FIRST_DAY, read.today),
    (span) => span.orgId,
  );
  const since = addYears(read.today, -IDLE_YEARS);
  const branches = [...spans].flatMap(([orgId, list]) => {
    const now = list.find((span) => span.to === null || span.to > read.today);
    const [first] = list;
    if (now === undefined || first === undefined || !holdsRoster(now.kind as OrgKind)) return [];
    return [{ orgId, begun: first.from }];
  });
  const accepted = await lastAccepted(read, place.orgPath);
  const joined = await lastJoinedOn(read);
  const names = await orgNames(
    read,
    branches.map((one) => one.orgId),
  );
  const count = await waiting(read, place.orgPath);
  const rows = branches
    .map(({ orgId, begun }) => ({
      orgId,
      orgName: names.get(orgId)?.shortName ?? '',
      sector: SECTORS[names.get(orgId)?.sector as Sector] ?? '',
      last: later(accepted.get(orgId), joined.get(orgId)),
      begun,
      applicants: count(orgId, 'applicants'),
      activists: count(orgId, 'activists'),
      targets: count(orgId, 'targets'),
    }))
    .filter((one) => one.begun <= since && (one.last === null || one.last < since))
    .toSorted(
      (a, b) =>
        (a.last ?? '').localeCompare(b.last ?? '') || a.orgName.localeCompare(b.orgName, 'zh'),
    );
  return { since, branches: branches.length, rows };
}
