import type { PlainDate } from '#kernel/plain-date';
import {
  extensionMonths,
  isBlankText,
  readRow,
  type CellProblem,
  type RosterField,
  type RosterValues,
} from '#modules/members';
import type { SheetRow } from '#platform/sheets';
import { cellsOf } from './sheet.ts';
import { assumedCategory } from './stays.ts';

export interface ChosenColumn {
  readonly index: number;
  readonly field: RosterField | null;
}

/** What a row of the table says, with the two secrets apart. */
export interface Understood {
  readonly row: number;
  readonly values: RosterValues;
  readonly idNumber: string | undefined;
  readonly phone: string | undefined;
  readonly problems: readonly CellProblem[];
  /** Fields that have a cell with content. */
  readonly filled: ReadonlySet<RosterField>;
  readonly category: 'full' | 'probationary';
}

/** Cells without which somebody new is not entered, unless told to. */
const MAIN = new Set<RosterField>([
  'name',
  'idNumber',
  'bornOn',
  'joinedOn',
  'regularisedOn',
  'category',
]);

export const hasBadMainCell = (problems: readonly CellProblem[]): boolean =>
  problems.some(({ severity, field }) => severity === 'error' && MAIN.has(field));

/** Reads one row of people. Nothing is thrown; every bad cell is named. */
export function understand(
  row: SheetRow,
  columns: readonly ChosenColumn[],
  days: { readonly today: PlainDate; readonly asOf: PlainDate; readonly latestBirth: PlainDate },
): Understood {
  const cells = cellsOf(row);
  const { values, problems } = readRow(cells, columns, days);
  const filled = new Set<RosterField>();
  const found = [...problems];
  for (const { index, field } of columns) {
    if (field === null) continue;
    if (row.cells[index]?.kind === 'error') {
      const text = row.cells[index].text;
      found.push({
        index,
        field,
        severity: 'error',
        code: 'members.code_unknown',
        text,
        params: { text },
      });
    } else if (!isBlankText(cells[index]?.text ?? '')) filled.add(field);
  }
  const months = extensionMonths(values.words.extension);
  if (months === null || months === 0) delete values.words.extension;
  else values.words.extension = String(months);
  const { idNumber, phone, ...rest } = values;
  return {
    row: row.number,
    values: rest,
    idNumber,
    phone,
    problems: found,
    filled,
    category: values.category ?? assumedCategory(values, days.asOf),
  };
}
