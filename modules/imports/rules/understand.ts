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
  readonly filled: readonly RosterField[];
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
  const { cells } = row;
  const { values, problems } = readRow(cells, columns, days);
  const filled: RosterField[] = [];
  const found: CellProblem[] = [];
  for (const { index, field } of columns) {
    if (field === null) continue;
    const cell = cells[index];
    if (cell?.kind === 'error') {
      const { text } = cell;
      found.push({
        index,
        field,
        severity: 'error',
        code: 'members.code_unknown',
        text,
        params: { text },
      });
    } else if (!isBlankText(cell?.text ?? '')) filled.push(field);
  }
  if (values.words.extension !== undefined) {
    const months = extensionMonths(values.words.extension);
    if (months === null || months === 0) delete values.words.extension;
    else values.words.extension = String(months);
  }
  const { idNumber, phone, ...rest } = values;
  return {
    row: row.number,
    values: rest,
    idNumber,
    phone,
    problems: found.length === 0 ? problems : [...problems, ...found],
    filled,
    category: values.category ?? assumedCategory(values, days.asOf),
  };
}
