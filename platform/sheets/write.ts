import { writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import type { ColumnDef, MergeRange, WriteOptions, WriteSheet } from 'hucre/xlsx';
import {
  bodyStyle,
  cellValue,
  columnWidth,
  headerStyle,
  noteStyle,
  rowHeight,
  titleStyle,
} from './cells.ts';
import { safeText } from './cells.ts';
import type { CellInput, ColumnModel, SheetModel } from './model.ts';

type Cells = NonNullable<WriteSheet['cells']>;
type Style = NonNullable<ColumnDef['style']>;

const SAMPLE = 200;

/** Sheet names have at most 31 characters, none of `[]:*?/\`, no quote at the ends, and no twins. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = safeText(name)
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^[\s']+|[\s']+$/g, '');
    const base = plain === '' ? '表' : plain.slice(0, 31);
    let free = base;
    for (let n = 2; taken.has(free.toLowerCase()); n += 1) {
      free = `${base.slice(0, 31 - String(n).length - 1)}_${n}`;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}

const columnDef = (
  column: ColumnModel,
  samples: readonly (CellInput | undefined)[],
): ColumnDef => ({
  width: columnWidth(column, samples),
  style: bodyStyle(column.kind, false, column.align),
});

/** Lines above the body, and how they merge; `styles` are those of the lines, top down. */
interface Head {
  readonly lines: readonly (readonly string[])[];
  readonly styles: readonly Style[];
  readonly merges: readonly MergeRange[];
}

function headOf(sheet: SheetModel): Head {
  const last = sheet.columns.length - 1;
  const lines: string[][] = [];
  const styles: Style[] = [];
  const merges: MergeRange[] = [];
  const merge = (startRow: number, startCol: number, endRow: number, endCol: number): void => {
    if (endRow > startRow || endCol > startCol) merges.push({ startRow, startCol, endRow, endCol });
  };
  for (const [text, style] of [
    [sheet.title, titleStyle],
    [sheet.note, noteStyle],
  ] as const) {
    if (text === undefined) continue;
    merge(lines.length, 0, lines.length, last);
    lines.push([text]);
    styles.push(style);
  }
  if (sheet.groups !== undefined) {
    const row = lines.length;
    const line: string[] = [];
    for (const { text, span } of sheet.groups) {
      const at = line.length;
      // A group of one column without a text of its own is that column's header, two lines high.
      const tall = span === 1 && (text === '' || text === sheet.columns[at]?.header);
      merge(row, at, tall ? row + 1 : row, at + span - 1);
      line.push(
        tall ? (sheet.columns[at]?.header ?? '') : text,
        ...Array<string>(span - 1).fill(''),
      );
    }
    if (line.length !== sheet.columns.length) {
      throw new RangeError(`groups span ${line.length} of ${sheet.columns.length} columns`);
    }
    lines.push(line);
    styles.push(headerStyle);
  }
  lines.push(sheet.columns.map((column) => column.header));
  styles.push(headerStyle);
  return { lines, styles, merges };
}

function toSheet(sheet: SheetModel, name: string): WriteSheet {
  const head = headOf(sheet);
  const cells: Cells = new Map();
  const empty = sheet.columns.map(() => null);
  for (const [row, line] of head.lines.entries()) {
    for (const column of sheet.columns.keys()) {
      const value = safeText(line[column] ?? '');
      cells.set(`${row},${column}`, {
        value: value === '' ? null : value,
        style: head.styles[row],
      });
    }
  }
  const toRow = (row: readonly CellInput[]) =>
    sheet.columns.map((column, i) => cellValue(row[i], column.kind));
  const rows = [...head.lines.map(() => empty), ...sheet.rows.map(toRow)];
  if (sheet.totals !== undefined) {
    for (const [i, column] of sheet.columns.entries()) {
      const value = cellValue(sheet.totals[i], column.kind);
      cells.set(`${rows.length},${i}`, {
        value,
        style: bodyStyle(column.kind, true, column.align),
      });
    }
    rows.push(empty);
  }
  const samples = sheet.totals === undefined ? [] : [sheet.totals];
  const columns = sheet.columns.map((column, i) =>
    columnDef(
      column,
      [...sheet.rows.slice(0, SAMPLE), ...samples].map((row) => row[i]),
    ),
  );
  const widths = columns.map((column) => column.width ?? 10);
  return {
    name,
    columns,
    rows,
    cells,
    merges: [...head.merges],
    freezePane: { rows: head.lines.length },
    rowDefs: new Map([
      ...(sheet.title === undefined ? [] : [[0, { height: 30 }] as const]),
      ...[...sheet.rows, ...samples].map(
        (row, at) => [head.lines.length + at, { height: rowHeight(row, widths) }] as const,
      ),
    ]),
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.orientation ?? (sheet.columns.length > 8 ? 'landscape' : 'portrait'),
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  };
}

/** Header lines repeat on every printed page; the name is quoted, since it may begin with a digit. */
function printTitles(
  sheet: SheetModel,
  name: string,
): NonNullable<WriteOptions['namedRanges']>[number] {
  const top = sheet.title === undefined ? 0 : 1;
  const first = top + (sheet.note === undefined ? 0 : 1) + 1;
  const last = first + (sheet.groups === undefined ? 0 : 1);
  const range = `'${name.replaceAll("'", "''")}'!$${first}:$${last}`;
  return { name: '_xlnm.Print_Titles', range, scope: name };
}

/** A workbook for people: titles, borders, A4, header repeated. Held in memory; up to some 20,000 rows. */
export async function writeBook(sheets: readonly SheetModel[]): Promise<Buffer> {
  const names = sheetNames(sheets.map((sheet) => sheet.name));
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet, i) => toSheet(sheet, names[i] ?? '')),
    namedRanges: sheets.map((sheet, i) => printTitles(sheet, names[i] ?? '')),
    defaultFont: { name: '宋体', size: 11 },
  });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * One plain sheet (header, rows, real dates, frozen header) as a stream that takes rows only as fast
 * as they are read: for exports of any length.
 */
export function streamSheet(
  sheet: { readonly name: string; readonly columns: readonly ColumnModel[] },
  rows: AsyncIterable<readonly CellInput[]> | Iterable<readonly CellInput[]>,
): ReadableStream<Uint8Array> {
  async function* values() {
    for await (const row of rows) {
      yield sheet.columns.map((column, i) => cellValue(row[i], column.kind));
    }
  }
  return writeXlsxStream(values(), {
    name: sheetNames([sheet.name])[0] ?? '',
    columns: sheet.columns.map((column) => ({
      ...columnDef(column, []),
      width: column.width ?? Math.max(12, columnWidth(column, [])),
      header: safeText(column.header),
    })),
    freezePane: { rows: 1 },
  });
}
