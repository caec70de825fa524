import type { Inputs, Outputs } from '#contract/lib';
import type { importsContract } from '#contract/imports';
import { ok, type Result } from '#kernel/result';
import { isKeptField, ROSTER_FIELDS, type RosterField } from '#modules/members';
import { columnName } from '#platform/sheets';
import type { Desk } from '../policy.ts';
import {
  columnsAt,
  lastHeaderRow,
  maskedSample,
  placeHeader,
  samplesOf,
  type HeaderAt,
} from '../rules/sheet.ts';
import { labelOf } from '../rules/words.ts';
import { firstRows, openCase } from './book.ts';
import { rostersOf } from './rosters.ts';

type In = Inputs<typeof importsContract>['look'];
type Out = Outputs<typeof importsContract>['look'];

const TOP = 12;
const SURE = 0.8;

const targets = (needsBranch: boolean): Out['targets'] =>
  (Object.keys(ROSTER_FIELDS) as RosterField[]).filter(isKeptField).map((field) => ({
    value: field,
    label: labelOf(field),
    required: field === 'name' || (needsBranch && field === 'branch'),
  }));

/** The columns of the table with what each is taken for. The header row and the sheet can be chosen. */
export async function look(desk: Desk, input: In): Promise<Result<Out>> {
  const opened = await openCase(desk, input.importId);
  if (!opened.ok) return opened;
  const { one, book } = opened.value;
  const table = await firstRows(book, input.sheet);
  if (!table.ok) return table;
  const { rows, sheet, sheets, hiddenSheets } = table.value;
  const at: HeaderAt =
    input.headerRow === undefined
      ? (placeHeader(rows) ?? { row: 0, rows: 1 })
      : { row: input.headerRow, rows: input.headerRows === 2 ? 2 : 1 };
  const { own } = await rostersOf(desk, one.place.orgId);
  const needsBranch = own === null;
  const below = rows.filter((row) => row.number > lastHeaderRow(rows, at));
  return ok({
    fileName: one.fileName,
    sheet,
    sheets: [...sheets],
    hiddenSheets: [...hiddenSheets],
    headerRow: at.row,
    headerRows: at.rows,
    columns: columnsAt(rows, at).map(({ index, header, field, confidence }) => ({
      index,
      letter: columnName(index),
      header: header.replace(/\s+/gu, ' ').trim(),
      samples: samplesOf(below, index),
      field: field !== null && isKeptField(field) ? field : null,
      sure: confidence >= SURE,
    })),
    targets: targets(needsBranch),
    needsBranch,
    top: rows.slice(0, TOP).map((row) => ({
      row: row.number,
      cells: row.cells.slice(0, TOP).map((cell) => maskedSample(cell.text).slice(0, 20)),
    })),
  });
}
