import type { Inputs, Outputs } from '#contract/lib';
import type { admissionsContract } from '#contract/admissions';
import { isWithin } from '#kernel/org-path';
import { offsetOf } from '#kernel/paging';
import { refuse } from '#kernel/result';
import { Kept, type Read } from '#platform/db';
import { diedAmong, namesOf, peopleNamed } from '#modules/members';
import { orgNames, placeOf, type OrgPlace } from '#modules/organisations';
import { ADMISSION } from '../rules/steps.ts';
import { REGISTER_OF, STATES, type Move, type Register } from '../rules/words.ts';
import { casesWithin, countCases, registerCounts, type CaseRow } from '../store/cases.ts';

type In = Inputs<typeof admissionsContract>;
type Out = Outputs<typeof admissionsContract>;

const LATEST = ADMISSION.versions.at(-1);

export const labelOf = (move: Move | ''): string =>
  move === ''
    ? ''
    : (ADMISSION.versions
        .map((one) => one.moves[move]?.label)
        .findLast((one) => one !== undefined) ?? move);

/** `can.write` of a place: whether the one who looks enters for it. */
export function canWrite(read: Read, place: OrgPlace, permission = 'admissions.write') {
  const { actor } = read;
  const may =
    actor.scope !== null &&
    isWithin(place.orgPath, actor.scope) &&
    actor.permissions.has(permission);
  return may ? (true as const) : refuse('common.not_allowed').refusal;
}

/** Lines of lists: names, state in words, what comes next. */
export async function caseLines(
  read: Read,
  rows: readonly CaseRow[],
): Promise<Out['list']['rows']> {
  const people = rows.map((row) => row.personId);
  const [names, died, orgs] = await Promise.all([
    namesOf(read, people),
    // A death ends what is coming the same day; taken back, it comes again.
    diedAmong(read, people),
    orgNames(
      read,
      rows.map((row) => row.place.orgId),
    ),
  ]);
  const lines = rows.map((row) => ({
    caseId: row.caseId,
    personId: row.personId,
    name: names.get(row.personId) ?? '',
    orgId: row.place.orgId,
    orgName: orgs.get(row.place.orgId)?.shortName ?? '',
    register: row.register,
    stateName: LATEST?.states[row.state] ?? STATES[row.state],
    next: row.nextLocal === '' ? labelOf(row.nextMove) : row.nextLocal,
    nextActor: row.nextActor === '' ? null : row.nextActor,
    from: row.nextFrom,
    until: row.nextUntil,
    overdue: row.nextUntil !== null && row.nextUntil < read.today,
  }));
  const over = { stateName: '已去世', next: '', nextActor: null, from: null, until: null };
  return lines.map((line) =>
    died.has(line.personId) ? { ...line, ...over, overdue: false } : line,
  );
}

/** The chart's steps of both rule-sets in one order; the later one's come where the earlier one's differ. */
export function usual(): Out['usual'] {
  const [before, now] = ADMISSION.versions;
  const old = before?.usual ?? [];
  const steps: Out['usual']['steps'] = [];
  for (const move of now?.usual ?? old) {
    const shared = old.includes(move);
    // What only the earlier text asks for stands before what took its place.
    if (!shared)
      for (const gone of old.filter(
        (one) => !(now?.usual ?? []).includes(one) && !steps.some((step) => step.move === one),
      ))
        steps.push({ move: gone, label: labelOf(gone), version: before?.version ?? '' });
    steps.push({ move, label: labelOf(move), version: shared ? '' : (now?.version ?? '') });
  }
  return { steps };
}

const keptCounts = new Kept<ReadonlyMap<Register, number>>();
const keptTotals = new Kept<number>();

/** 四类名册: who stands where, those due first. */
export async function list(read: Read, input: In['list']): Promise<Out['list'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const q = (input.q ?? '').trim();
  const personIds = q === '' ? undefined : await peopleNamed(read, place.orgPath, q);
  const filter = {
    path: place.orgPath,
    register: input.register,
    nextActor: input.nextActor,
    personIds,
  };
  const [rows, counts] = await Promise.all([
    casesWithin(read, filter, { offset: offsetOf(input), limit: input.pageSize }),
    // Asked for with every page of a list; counted anew after an act only.
    keptCounts.of(read, place.orgPath, () => registerCounts(read, place.orgPath)),
  ]);
  const registers = [...new Set(Object.values(REGISTER_OF))] as Register[];
  const [lines, total] = await Promise.all([
    caseLines(read, rows),
    personIds !== undefined
      ? countCases(read, filter)
      : input.nextActor === undefined && input.register !== 'open'
        ? (counts.get(input.register) ?? 0)
        : keptTotals.of(read, `${place.orgPath} ${input.register} ${input.nextActor ?? ''}`, () =>
            countCases(read, filter),
          ),
  ]);
  return {
    rows: lines,
    total,
    counts: Object.fromEntries(
      registers.map((register) => [register, counts.get(register) ?? 0]),
    ) as Record<Register, number>,
    can: { begin: canWrite(read, place) },
  };
}
