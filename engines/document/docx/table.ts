import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type FileChild,
} from 'docx';
import type { Align, Table as TableBlock } from '../model.ts';
import { columnWidths, plainTable, type PlainCell, type PlainRow } from '../parts.ts';
import { runs, type InlineContext } from './inline.ts';
import { mm, SIZE } from './measure.ts';
import { STYLE } from './styles.ts';

export const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const satisfies Readonly<Record<Align, unknown>>;

const VERTICAL = {
  top: VerticalAlignTable.TOP,
  center: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const;

/** Least height of a row in millimetres where the table gives none. */
const ROW = 7;

/** Up to so many rows a table without a head is kept on one page. */
const FORM_ROWS = 12;

type Part = 'head' | 'body' | 'totals';

/** Outer frame 1 pt, inner rules 0.5 pt (sizes in eighths of a point). */
const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000' });
const BORDERS = {
  top: rule(8),
  bottom: rule(8),
  left: rule(8),
  right: rule(8),
  insideHorizontal: rule(4),
  insideVertical: rule(4),
};

/** A table over the whole width given, in millimetres; the head repeats on every page. */
export function tableChildren(
  block: TableBlock,
  width: number,
  context: InlineContext,
): readonly FileChild[] {
  const widths = columnWidths(block.columns, width).map(mm);
  const { head, body, totals } = plainTable(block);

  // A form is read as one: a few rows do not part over two pages.
  const together = head.length === 0 && body.length <= FORM_ROWS;
  const last = totals.at(-1) ?? body.at(-1);

  const small = block.small ? { size: SIZE.smallFive * 2 } : {};

  const cell = (of: PlainCell, part: Part, keepNext: boolean): TableCell =>
    new TableCell({
      columnSpan: of.colSpan,
      rowSpan: of.rowSpan,
      verticalAlign: VERTICAL[of.vertical],
      width: {
        size: widths.slice(of.at, of.at + of.colSpan).reduce((sum, each) => sum + each, 0),
        type: WidthType.DXA,
      },
      children: of.lines.map(
        (line) =>
          new Paragraph({
            style: part === 'head' || of.label ? STYLE.headCell : STYLE.cell,
            alignment: ALIGN[line.align],
            keepNext,
            children: runs(
              line.text,
              { ...(part === 'totals' ? { bold: true } : {}), ...small },
              context,
            ),
          }),
      ),
    });

  const row = (of: PlainRow, part: Part): TableRow =>
    new TableRow({
      tableHeader: part === 'head',
      cantSplit: true,
      height: { value: mm(of.height ?? ROW), rule: HeightRule.ATLEAST },
      children: of.cells.map((each) => cell(each, part, together && of !== last)),
    });

  const title =
    block.title === undefined
      ? []
      : [new Paragraph({ style: STYLE.tableTitle, text: block.title })];
  return [
    ...title,
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
      columnWidths: widths,
      borders: BORDERS,
      margins: { top: 28, bottom: 28, left: 57, right: 57 },
      rows: [
        ...head.map((each) => row(each, 'head')),
        ...body.map((each) => row(each, 'body')),
        ...totals.map((each) => row(each, 'totals')),
      ],
    }),
    // Keeps two tables apart, which Word would join, and the text off the frame.
    new Paragraph({ style: STYLE.cell, spacing: { line: 120, lineRule: 'exact' } }),
  ];
}
