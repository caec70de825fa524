import type { Inputs, Outputs } from '#contract/lib';
import type { organisationsContract } from '#contract/organisations';
import type { OrgId } from '#kernel/ids';
import { offsetOf } from '#kernel/paging';
import type { PlainDate } from '#kernel/plain-date';
import { COMMITTEE, HEADS } from '#kernel/posts';
import type { Read } from '#platform/db';
import type { OrgKind } from '../rules/kinds.ts';
import { DEFAULT_ORG_SETTINGS } from '../rules/settings.ts';
import { termState, termYears, type TermStage } from '../rules/terms.ts';
import { tenures, type Tenure } from '../store/posts.ts';
import { shiftsAndNotices } from '../store/terms.ts';
import { treeOn } from '../store/tree.ts';

export interface BodyTerm {
  readonly endsOn: PlainDate;
  readonly electedOn: PlainDate | null;
  /** Day until which the election is put off with consent, and when the consent was given. */
  readonly shiftedTo: PlainDate | null;
  readonly shiftApprovedOn: PlainDate | null;
  readonly noticedOn: PlainDate | null;
}

/** The term of the committee that stands: the latest end among its posts. */
function termOfPosts(posts: readonly Tenure[]): Pick<BodyTerm, 'endsOn' | 'electedOn'> | null {
  let endsOn: PlainDate | null = null;
  for (const { kind, termEndsOn } of posts) {
    if (COMMITTEE.includes(kind) && termEndsOn !== null && (endsOn === null || termEndsOn > endsOn))
      endsOn = termEndsOn;
  }
  if (endsOn === null) return null;
  const elected = posts.filter((one) => one.termEndsOn === endsOn && one.wayIn === 'election');
  const days = elected.map((one) => one.from).toSorted();
  return { endsOn, electedOn: days[0] ?? null };
}

/** Terms of bodies on a day, of all within sight where none are named; bodies without a term are left out. */
export async function bodyTerms(
  read: Read,
  orgIds: readonly OrgId[] | null,
  day: PlainDate,
): Promise<ReadonlyMap<OrgId, BodyTerm & { readonly posts: readonly Tenure[] }>> {
  const filter = orgIds === null ? {} : { orgIds };
  const posts = Map.groupBy(
    await tenures(read, { ...filter, from: day, to: day }),
    (one) => one.orgId,
  );
  const { shifts, notices } = await shiftsAndNotices(read, orgIds);
  const found = new Map<OrgId, BodyTerm & { readonly posts: readonly Tenure[] }>();
  for (const [orgId, held] of posts) {
    const term = termOfPosts(held);
    if (term === null) continue;
    const shift = shifts.findLast((one) => one.org_id === orgId && one.ends_on === term.endsOn);
    const notice = notices.findLast((one) => one.org_id === orgId && one.ends_on === term.endsOn);
    found.set(orgId, {
      ...term,
      shiftedTo: shift?.new_ends_on ?? null,
      shiftApprovedOn: shift?.approved_on ?? null,
      noticedOn: notice?.noticed_on ?? null,
      posts: held,
    });
  }
  return found;
}

/** The term of one body on a day, or null where no election is entered. */
export async function bodyTerm(read: Read, orgId: OrgId, day: PlainDate): Promise<BodyTerm | null> {
  return (await bodyTerms(read, [orgId], day)).get(orgId) ?? null;
}

/** Day by which to elect: the end of the term, or the day it was put off to. */
export const dueOn = (term: BodyTerm): PlainDate => term.shiftedTo ?? term.endsOn;

type Term = Outputs<typeof organisationsContract>['terms']['rows'][number];

/** One line of 换届到期一览. */
export function termLine(
  org: { readonly orgId: OrgId; readonly name: string; readonly kind: OrgKind },
  posts: readonly Tenure[],
  term: BodyTerm | null,
  day: PlainDate,
): Term {
  const secretary = posts.find(
    (one) => HEADS.includes(one.kind) && one.kind !== 'deputy_secretary' && inOffice(one, day),
  );
  const state = term === null ? null : termState(dueOn(term), day, DEFAULT_ORG_SETTINGS);
  return {
    orgId: org.orgId,
    orgName: org.name,
    kind: org.kind,
    secretary: secretary?.name ?? '',
    electedOn: term?.electedOn ?? null,
    endsOn: term?.endsOn ?? null,
    shiftedTo: term?.shiftedTo ?? null,
    stage: state?.stage ?? null,
    daysLeft: state?.daysLeft ?? null,
    noticedOn: term?.noticedOn ?? null,
  };
}

const inOffice = (one: Tenure, day: PlainDate): boolean =>
  one.inOfficeFrom !== null && one.inOfficeFrom <= day;

/** Every body within scope that has terms, the nearest end first; those without an entered term last. */
export async function termLines(read: Read): Promise<Term[]> {
  const day = read.today;
  const scope = read.actor.scope ?? '';
  const terms = await bodyTerms(read, null, day);
  const rows = (await treeOn(read, day)).filter(
    (row) =>
      row.org_path.startsWith(scope) &&
      termYears(row.kind, row.sector, DEFAULT_ORG_SETTINGS) !== null,
  );
  const lines = rows.map((row) => {
    const orgId = row.org_id as OrgId;
    const term = terms.get(orgId) ?? null;
    return termLine({ orgId, name: row.name, kind: row.kind }, term?.posts ?? [], term, day);
  });
  const key = (line: Term): string => line.shiftedTo ?? line.endsOn ?? '9999';
  return lines.toSorted(
    (a, b) => key(a).localeCompare(key(b)) || a.orgName.localeCompare(b.orgName, 'zh'),
  );
}

type In = Inputs<typeof organisationsContract>['terms'];

/** 换届到期一览, filtered. */
export async function terms(
  read: Read,
  input: In,
): Promise<Outputs<typeof organisationsContract>['terms']> {
  const stage: TermStage | undefined = input.stage;
  const lines = (await termLines(read)).filter(
    (line) =>
      line.orgName.includes(input.q) &&
      (stage === undefined || line.stage === stage) &&
      (input.kind === undefined || line.kind === input.kind),
  );
  const at = offsetOf(input);
  return { rows: lines.slice(at, at + input.pageSize), total: lines.length };
}
