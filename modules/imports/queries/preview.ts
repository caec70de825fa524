import type { Inputs, Outputs } from '#contract/lib';
import type { importsContract } from '#contract/imports';
import type { PersonId } from '#kernel/ids';
import { offsetOf } from '#kernel/paging';
import { columnName } from '#platform/sheets';
import type { Read } from '#platform/db';
import { briefOf } from '#modules/members';
import { orgNames } from '#modules/organisations';
import { progressOf } from '../jobs.ts';
import { mayWorkOn } from '../policy.ts';
import { describeProblem, labelOf, reasonOf, showValue } from '../rules/words.ts';
import { effectCounts } from '../store/effects.ts';
import { caseOf, casePage, type Case, type ImportId } from '../store/cases.ts';
import { problemPage, rowCounts, rowPage, type StagedRow } from '../store/rows.ts';

type In = Inputs<typeof importsContract>;
type Out = Outputs<typeof importsContract>;
type OutRow = Out['rows']['rows'][number];

const shown = (one: Case, orgName: string): Out['preview']['case'] => ({
  importId: one.importId,
  kind: one.kind,
  state: one.state,
  orgId: one.place.orgId,
  orgName,
  fileName: one.fileName,
  sheet: one.sheet,
  asOf: one.asOf,
  enteredAt: one.enteredAt.toISOString(),
  version: one.version,
});

async function mine(read: Read, importId: ImportId): Promise<Case | null> {
  const found = mayWorkOn(read, await caseOf(read, importId));
  return found.ok ? found.value : null;
}

/** Imports and comparisons in sight, the latest first. */
export async function cases(read: Read, input: In['cases']): Promise<Out['cases']> {
  const page = { limit: input.pageSize, offset: offsetOf(input) };
  const { rows, total } = await casePage(read, input.kind, page);
  const names = await orgNames(
    read,
    rows.map((one) => one.place.orgId),
  );
  return {
    rows: rows.map((one) => shown(one, names.get(one.place.orgId)?.name ?? '')),
    total,
  };
}

/** As it was read last, with what was chosen for branch names. */
const readingOf = (one: Case): Out['preview']['reading'] =>
  one.asOf === null
    ? null
    : {
        sheet: one.sheet,
        headerRow: one.headerRow,
        headerRows: one.headerRows,
        columns: [...one.columns],
        asOf: one.asOf,
        rosterFrom: one.rosterFrom ?? one.asOf,
        branches: Object.fromEntries(
          Object.entries(one.branches)
            .filter(([, branch]) => branch.decided)
            .map(([name, { orgId }]) => [name, orgId]),
        ),
        keepBad: one.keepBad,
      };

/** What would be written, in numbers. Null while nothing was read. */
export async function preview(read: Read, input: In['preview']): Promise<Out['preview'] | null> {
  const one = await mine(read, input.importId);
  if (one === null) return null;
  const names = await orgNames(read, [one.place.orgId]);
  const found =
    one.generation === null
      ? { counts: {}, cells: 0, problems: 0 }
      : await rowCounts(read, one.importId, one.generation);
  return {
    case: shown(one, names.get(one.place.orgId)?.name ?? ''),
    rosterFrom: one.rosterFrom,
    reading: readingOf(one),
    written: await effectCounts(read, one.importId),
    ...found,
    branches: Object.entries(one.branches).map(([name, { orgId, rows, decided }]) => ({
      name,
      rows,
      orgId,
      decided,
    })),
  };
}

const problemsOf = (row: StagedRow): OutRow['problems'] =>
  (row.problems ?? []).map((problem) => ({
    row: row.row,
    column: problem.index < 0 ? '' : columnName(problem.index),
    label: labelOf(problem.field),
    text: problem.text,
    severity: problem.severity,
    code: problem.code,
    params: { ...problem.params },
    ...describeProblem(problem),
  }));

/** Rows of one kind. Who a row may stand for is told only of people within sight. */
export async function rows(read: Read, input: In['rows']): Promise<Out['rows'] | null> {
  const one = await mine(read, input.importId);
  if (one === null) return null;
  if (one.generation === null) return { rows: [], total: 0 };
  const page = { limit: input.pageSize, offset: offsetOf(input) };
  const found = await rowPage(read, one.importId, one.generation, input.kind, page);
  const people = await briefOf(
    read,
    found.rows.flatMap((row) => row.candidates),
  );
  return {
    total: found.total,
    rows: found.rows.map((row) => ({
      row: row.row,
      kind: row.kind,
      who: row.who,
      detail: row.detail,
      why: reasonOf(row.why),
      candidates: row.candidates.flatMap((id) => {
        const person = people.get(id);
        return person === undefined ? [] : [{ personId: id as PersonId, ...person }];
      }),
      changes: row.changes.map(({ field, old, next, side }) => ({
        field,
        label: labelOf(field),
        old: showValue(field, old),
        next: showValue(field, next) ?? '',
        side,
      })),
      problems: problemsOf(row),
    })),
  };
}

/** Cells that could not be read or read loosely; a page is of rows that have any. */
export async function problems(read: Read, input: In['problems']): Promise<Out['problems'] | null> {
  const one = await mine(read, input.importId);
  if (one === null) return null;
  if (one.generation === null) return { rows: [], total: 0 };
  const page = { limit: input.pageSize, offset: offsetOf(input) };
  const found = await problemPage(read, one.importId, one.generation, page);
  return { rows: found.rows.flatMap(problemsOf), total: found.total };
}

/** How far work under way is; only of a case in sight. */
export async function progress(read: Read, input: In['progress']): Promise<Out['progress'] | null> {
  const one = await mine(read, input.importId);
  if (one === null) return null;
  return progressOf(one.importId) ?? { stage: 'none', done: 0 };
}
