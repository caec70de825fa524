import { Refused } from './refusals.ts';
import type { SheetLimits } from './limits.ts';
import { mergeFiller, readMerges, type Merge } from './merges.ts';
import { numberCell } from './numbers.ts';
import { BLANK, cellOf, columnName, columnOf, withoutNeutraliser } from './row.ts';
import type { SheetCell, SheetRow } from './row.ts';
import { usualRows } from './usual-rows.ts';
import { unpack } from './zip.ts';
import type { Workbook, WorkbookSheet } from './workbook.ts';
import { readXml } from './xml.ts';

/** Called row by row from the top; the source waits for the promise. `false` ends the reading. */
export type RowVisitor = (row: SheetRow) => Promise<boolean | void> | boolean | void;

/** `_x000D_` and the like: how the format writes characters that XML forbids. */
const unescape = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

const readable = (text: string): string =>
  withoutNeutraliser(
    text.includes('\r') || text.includes('_x') ? unescape(text).replace(/\r\n?/g, '\n') : text,
  );

/** Errors such as #N/A keep their text; formulas give the value they were saved with. */
function valueOf(type: string, raw: string, style: number, book: Workbook): SheetCell {
  switch (type) {
    case 's':
      return cellOf('text', readable(book.strings[Number(raw)] ?? ''));
    case 'str':
    case 'inlineStr':
      return cellOf('text', readable(raw));
    case 'b':
      return cellOf('boolean', raw === '1' || raw === 'true' ? '是' : '否');
    case 'e':
      return cellOf('error', raw);
    case 'd':
      return cellOf('date', raw.slice(0, 10));
    default:
      return raw === '' ? BLANK : numberCell(raw, book.dateKinds[style] ?? 'none', book.is1904);
  }
}

const known = new WeakMap<WorkbookSheet, Promise<readonly Merge[]>>();

/** The merged ranges of a sheet; one that is read again is not searched for them again. */
function mergesOf(book: Workbook, sheet: WorkbookSheet): Promise<readonly Merge[]> {
  const merges = known.get(sheet) ?? readMerges(book.file, sheet.part);
  known.set(sheet, merges);
  return merges;
}

/** Reads the rows of one sheet; gives how many it handed out. Throws `Refused`. */
export async function readWorksheet(
  book: Workbook,
  sheet: WorkbookSheet,
  limits: SheetLimits,
  visit: RowVisitor,
): Promise<number> {
  const fill = mergeFiller(await mergesOf(book, sheet), limits.columns);
  let ready: SheetRow[] = [];
  let counted = 0;
  let stopped = false;
  let rowIndex = -1;
  let hidden = false;
  let cells: SheetCell[] = [];
  let column = -1;
  let type = '';
  let style = 0;
  let raw = '';
  let taking = false;
  let phonetic = false;
  let inRows = false;
  let inRow = false;

  const beginRow = (r: string | undefined, isHidden: boolean): void => {
    const index = r === undefined ? rowIndex + 1 : Number(r) - 1;
    if (!Number.isSafeInteger(index) || index <= rowIndex) throw new Refused('sheet.damaged');
    rowIndex = index;
    hidden = isHidden;
    cells = [];
    column = -1;
  };

  const here = (): string => `${columnName(column)}${rowIndex + 1}`;

  const endCell = (): void => {
    const cell = valueOf(type, raw, style, book);
    if (cell === BLANK) return;
    if (column >= limits.columns) {
      throw new Refused('sheet.too_many_columns', { cell: here(), limit: limits.columns });
    }
    if (cell.text.length > limits.cellLength) {
      throw new Refused('sheet.cell_too_long', { cell: here(), limit: limits.cellLength });
    }
    while (cells.length < column) cells.push(BLANK);
    cells[column] = cell;
  };

  const endRow = (): void => {
    fill(rowIndex, cells);
    // A merged range may reach beyond the row's own cells.
    for (let i = 0; i < cells.length; i += 1) cells[i] ??= BLANK;
    if (!cells.some((cell) => cell.kind !== 'blank')) return;
    counted += 1;
    if (counted > limits.rows) throw new Refused('sheet.too_many_rows', { limit: limits.rows });
    ready.push({ number: rowIndex + 1, hidden, cells });
  };

  await readXml(unpack(book.file, sheet.part), {
    first: usualRows({
      between: () => inRows && !inRow,
      open: beginRow,
      cell(at, ofType, ofStyle, text) {
        column = at;
        type = ofType;
        style = ofStyle;
        raw = text;
        endCell();
      },
      close: endRow,
    }),
    open(name, a) {
      if (name === 'c') {
        column = a['r'] === undefined ? column + 1 : columnOf(a['r']);
        type = a['t'] ?? '';
        style = Number(a['s'] ?? 0);
        raw = '';
        if (column < 0) throw new Refused('sheet.damaged');
      } else if (name === 'v') taking = true;
      else if (name === 't') taking = !phonetic;
      else if (name === 'rPh') phonetic = true;
      else if (name === 'row') {
        inRow = true;
        beginRow(a['r'], a['hidden'] === '1' || a['hidden'] === 'true');
      } else if (name === 'sheetData') inRows = true;
    },
    text(text) {
      if (taking) raw += text;
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c') endCell();
      else if (name === 'row') {
        inRow = false;
        endRow();
      } else if (name === 'sheetData') inRows = false;
    },
    async pause() {
      const rows = ready;
      ready = [];
      for (const row of rows) {
        const answer = visit(row);
        stopped = (answer instanceof Promise ? await answer : answer) === false;
        if (stopped) return;
      }
    },
    enough: () => stopped,
  });
  return counted;
}
