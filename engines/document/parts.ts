import type {
  Align,
  Block,
  Cell,
  CellLine,
  Column,
  FullCell,
  Inline,
  Inlines,
  Row,
  Table,
} from './model.ts';

/** Shorthands of the model made plain, for the renderers. */

export const inlinesOf = (text: Inlines): readonly Inline[] =>
  typeof text === 'string' ? [text] : text;

export const isCell = (cell: Cell): cell is FullCell =>
  typeof cell === 'object' && !Array.isArray(cell) && 'kind' in cell && cell.kind === 'cell';

/** A cell written in full, its alignment taken from the column where it has none. */
export interface PlainCell {
  readonly lines: readonly { readonly text: readonly Inline[]; readonly align: Align }[];
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly vertical: 'top' | 'center' | 'bottom';
  readonly label: boolean;
  /** The first column it covers. */
  readonly at: number;
}

export interface PlainRow {
  readonly cells: readonly PlainCell[];
  readonly height: number | undefined;
}

export interface PlainTable {
  readonly head: readonly PlainRow[];
  readonly body: readonly PlainRow[];
  readonly totals: readonly PlainRow[];
  readonly columns: readonly Column[];
}

const isLine = (line: CellLine): line is Exclude<CellLine, Inlines> =>
  typeof line === 'object' && !Array.isArray(line) && 'align' in line;

function plainCell(cell: Cell, at: number, align: Align): PlainCell {
  const full: FullCell = isCell(cell) ? cell : { kind: 'cell', lines: [cell] };
  const own = full.align ?? align;
  return {
    lines: full.lines.map((line) =>
      isLine(line)
        ? { text: inlinesOf(line.text), align: line.align }
        : { text: inlinesOf(line), align: own },
    ),
    colSpan: full.colSpan ?? 1,
    rowSpan: full.rowSpan ?? 1,
    vertical: full.vertical ?? 'center',
    label: full.label ?? false,
    at,
  };
}

/** Places the cells of consecutive rows, stepping over columns still covered by a cell from above. */
function placeRows(
  rows: readonly Row[],
  columns: readonly Column[],
  align: Align | undefined,
  height?: number,
): PlainRow[] {
  const covered = columns.map(() => 0);
  return rows.map((row) => {
    const cells = 'cells' in row ? row.cells : row;
    let at = 0;
    const placed = cells.map((cell) => {
      while ((covered[at] ?? 0) > 0) at += 1;
      const plain = plainCell(cell, at, align ?? columns[at]?.align ?? 'left');
      if (at + plain.colSpan > columns.length) {
        throw new RangeError(`a row is wider than the ${columns.length} columns of its table`);
      }
      // Covers this row too; the step below takes this row off again.
      for (let c = at; c < at + plain.colSpan; c += 1) covered[c] = plain.rowSpan;
      at += plain.colSpan;
      return plain;
    });
    covered.forEach((left, c) => {
      covered[c] = Math.max(0, left - 1);
    });
    return { cells: placed, height: 'cells' in row ? (row.height ?? height) : height };
  });
}

/** The table with its head row made from the columns, blank rows added, every cell in full. */
export function plainTable(table: Table): PlainTable {
  const { columns } = table;
  const headers = columns.some((column) => column.header !== undefined)
    ? [columns.map((column) => column.header ?? '')]
    : [];
  const blank = Array.from({ length: table.blankRows ?? 0 }, () => columns.map(() => ''));
  return {
    columns,
    head: placeRows(table.header ?? headers, columns, 'center'),
    body: placeRows([...table.rows, ...blank], columns, undefined, table.rowHeight),
    totals: placeRows(table.totals ?? [], columns, undefined, table.rowHeight),
  };
}

/** Widths of the columns in millimetres; together exactly `total`. */
export function columnWidths(columns: readonly Column[], total: number): readonly number[] {
  const fixed = columns.reduce((sum, column) => sum + (column.mm ?? 0), 0);
  const weights = columns.reduce(
    (sum, column) => sum + (column.mm === undefined ? (column.weight ?? 1) : 0),
    0,
  );
  const rest = Math.max(total - fixed, weights * 8);
  const raw = columns.map((column) => column.mm ?? (rest * (column.weight ?? 1)) / weights);
  const scale = total / raw.reduce((sum, width) => sum + width, 0);
  return raw.map((width) => width * scale);
}

/** Every inline of a block, in reading order. */
export function* inlinesIn(block: Block): Generator<Inline> {
  switch (block.kind) {
    case 'heading':
      yield* inlinesOf(block.text);
      if (block.body !== undefined) yield* inlinesOf(block.body);
      return;
    case 'paragraph':
      yield* inlinesOf(block.text);
      return;
    case 'list':
      for (const item of block.items) yield* inlinesOf(item);
      return;
    case 'checklist':
      for (const item of block.items) yield* inlinesOf(item.text);
      return;
    case 'table': {
      const { head, body, totals } = plainTable(block);
      for (const row of [...head, ...body, ...totals])
        for (const cell of row.cells) for (const line of cell.lines) yield* line.text;
      return;
    }
    default:
  }
}
