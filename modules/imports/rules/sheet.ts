import {
  findHeader,
  guessColumns,
  joinHeaders,
  type ColumnGuess,
  type HeaderPlace,
} from '#modules/members';
import type { SheetRow } from '#platform/sheets';

/** Where the header of a table stands, by the row numbers the program shows. */
export interface HeaderAt {
  /** 0: the table has none. */
  readonly row: number;
  readonly rows: 1 | 2;
}

/** How many rows are looked at before anything is decided. */
export const LOOK_ROWS = 60;

export const textsOf = (row: SheetRow): string[] => row.cells.map((cell) => cell.text);

/** The header as found below title rows; null where no row names a person and one thing more. */
export function placeHeader(
  rows: readonly SheetRow[],
): (HeaderAt & { readonly place: HeaderPlace }) | null {
  const place = findHeader(rows.map(textsOf));
  if (place === null) return null;
  const row = rows[place.first]?.number ?? 0;
  return { row, rows: place.dataFrom - place.first === 2 ? 2 : 1, place };
}

/** Texts of the header rows as one line; empty where the table has none. */
export function headersAt(rows: readonly SheetRow[], at: HeaderAt): string[] {
  if (at.row === 0) return [];
  const first = rows.findIndex((row) => row.number >= at.row);
  const upper = rows[first];
  if (upper === undefined) return [];
  const lower = rows[first + 1];
  return at.rows === 2 && lower !== undefined
    ? joinHeaders(textsOf(upper), textsOf(lower))
    : textsOf(upper);
}

/** Number of the last header row; rows below it are people. */
export function lastHeaderRow(rows: readonly SheetRow[], at: HeaderAt): number {
  if (at.row === 0) return 0;
  const first = rows.findIndex((row) => row.number >= at.row);
  return rows[first + at.rows - 1]?.number ?? at.row;
}

/** Columns of the table with what each is taken for, by header and by the rows below. */
export function columnsAt(rows: readonly SheetRow[], at: HeaderAt): ColumnGuess[] {
  const headers = headersAt(rows, at);
  const below = rows.filter((row) => row.number > lastHeaderRow(rows, at)).map(textsOf);
  const width = Math.max(headers.length, ...below.map((row) => row.length), 0);
  return guessColumns(
    Array.from({ length: width }, (_, i) => headers[i] ?? ''),
    below,
  );
}

/** Long numbers are not shown whole, also while the file is only looked at. */
export const maskedSample = (text: string): string =>
  text.replace(/\d{11,}[\dXx]?/g, (digits) => `${digits.slice(0, 3)}****${digits.slice(-4)}`);

/** First values of a column that are not blank, one line each. */
export const samplesOf = (rows: readonly SheetRow[], index: number): string[] =>
  rows
    .map((row) => (row.cells[index]?.text ?? '').replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')
    .slice(0, 3)
    .map((text) => maskedSample(text).slice(0, 24));
