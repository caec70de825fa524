import type { Inputs } from '#contract/lib';
import type { importsContract } from '#contract/imports';
import { newId } from '#kernel/clock';
import { ok, refuse, type Result } from '#kernel/result';
import type { RequestContext } from '#platform/request';
import { isKeptField, ROSTER_FIELDS, type RosterField } from '#modules/members';
import { watched } from '../jobs.ts';
import { mayWorkOn, type Desk } from '../policy.ts';
import { branchFinder } from '../rules/branches.ts';
import type { HeaderAt } from '../rules/sheet.ts';
import type { ChosenColumn } from '../rules/understand.ts';
import { openCase } from '../queries/book.ts';
import { rostersOf } from '../queries/rosters.ts';
import { caseForUpdate, setPrepared, type Branches } from '../store/cases.ts';
import { deleteRows, insertRows } from '../store/rows.ts';
import { stageRows, type StageOptions } from './stage-rows.ts';
import { absentRows } from './stage-absent.ts';

type Input = Inputs<typeof importsContract>['prepare'];

const isField = (name: string): name is RosterField => name in ROSTER_FIELDS;

function chosenColumns(input: Input): Result<ChosenColumn[]> {
  const columns = input.columns.flatMap(({ index, field }): ChosenColumn[] =>
    field !== null && isField(field) && isKeptField(field) ? [{ index, field }] : [],
  );
  const seen = new Set<RosterField>();
  for (const { field } of columns) {
    if (field === null) continue;
    if (seen.has(field)) return refuse('imports.column_twice', { label: ROSTER_FIELDS[field][0] });
    seen.add(field);
  }
  return seen.has('name') ? ok(columns) : refuse('imports.no_name_column');
}

/**
 * Reads the table and compares it with the roster, row by row, into staging rows of a new generation;
 * the case points to them only when all is read, so that a second reading never mixes with the first.
 * Nothing of the roster is touched.
 */
export async function prepareImport(
  desk: Desk,
  input: Input,
  write: RequestContext['write'],
): Promise<Result<{ rows: number }>> {
  const columns = chosenColumns(input);
  if (!columns.ok) return columns;
  const opened = await openCase(desk, input.importId);
  if (!opened.ok) return opened;
  const { one, book } = opened.value;
  if (one.state !== 'open' && one.state !== 'ready') return refuse('imports.not_ready');
  const today = await desk.db.read(desk.actor, async (read) => read.today);
  if (input.asOf > today) return refuse('imports.as_of_in_future');
  const rosterFrom = input.rosterFrom ?? input.asOf;
  if (rosterFrom > input.asOf) return refuse('imports.roster_from_after');
  const rosters = await rostersOf(desk, one.place.orgId);
  const hasBranch = columns.value.some(({ field }) => field === 'branch');
  if (rosters.own === null && !hasBranch) return refuse('imports.branch_column_needed');

  const header: HeaderAt = { row: input.headerRow, rows: input.headerRows === 2 ? 2 : 1 };
  const generation = newId(desk.db.clock);
  const staging = { importId: one.importId, generation, place: one.place };
  const options: StageOptions = {
    staging,
    mode: one.kind,
    header,
    sheet: input.sheet,
    columns: columns.value,
    today,
    asOf: input.asOf,
    rosterFrom,
    keepBad: input.keepBad,
    own: rosters.own,
    branches: rosters.branches,
    find: branchFinder(rosters.branches),
    chosen: input.branches,
  };
  const done = await watched(one.importId, 'reading', (report) =>
    stageRows(desk, book, options, report),
  );
  if (!done.ok) return done;
  const { rows, seen, used, named } = done.value;
  if (rows === 0) return refuse('imports.no_rows');
  const branches: Branches = Object.fromEntries(named);
  const result = await write(input, 'imports.prepare', async (tx) => {
    const mine = mayWorkOn(tx, await caseForUpdate(tx, input.importId));
    if (!mine.ok) return mine;
    if (mine.value.state !== 'open' && mine.value.state !== 'ready') {
      return refuse('imports.not_ready');
    }
    await insertRows(tx, staging, await absentRows(tx, used, seen, input.asOf, one.kind));
    await setPrepared(tx, one.importId, {
      sheet: input.sheet,
      headerRow: header.row,
      headerRows: header.rows,
      columns: columns.value,
      branches,
      asOf: input.asOf,
      rosterFrom,
      keepBad: input.keepBad,
      generation,
    });
    await deleteRows(tx, one.importId, generation);
    return ok({ rows });
  });
  return result;
}
