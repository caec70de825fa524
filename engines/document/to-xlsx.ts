import { writeBook, type CellInput, type ColumnKind, type SheetModel } from '#platform/sheets';
import { parseYuan } from '#kernel/money';
import type { Column, Document, Table } from './model.ts';
import { orientationOf } from './docx/measure.ts';
import { plainTable, type PlainCell, type PlainRow } from './parts.ts';
import { describe, distinct, sourcedIn } from './sources.ts';
import { documentText, plainText } from './text.ts';

const textOf = (cell: PlainCell): string =>
  cell.lines.map((line) => plainText(line.text)).join('\n');

/** The texts of a row by column; columns covered by a span stay empty. */
function byColumn(row: PlainRow, width: number): readonly string[] {
  const texts = Array.from({ length: width }, () => '');
  for (const cell of row.cells) texts[cell.at] = textOf(cell);
  return texts;
}

const MONEY = /^-?[\d,]+\.\d{2}$/;
const INTEGER = /^(-?[1-9][\d,]{0,14}|0)$/;

/** Numbers only in right-aligned columns and 序号: phones and codes stand elsewhere and stay text. */
function kindOf(column: Column | undefined, header: string, texts: readonly string[]): ColumnKind {
  if (column?.align !== 'right' && header !== '序号') return 'text';
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0) return 'text';
  if (filled.every((text) => MONEY.test(text))) return 'money';
  return filled.every((text) => INTEGER.test(text)) ? 'integer' : 'text';
}

function value(text: string, kind: ColumnKind): CellInput {
  if (text === '') return null;
  if (kind === 'money') return parseYuan(text);
  return kind === 'integer' ? Number(text.replaceAll(',', '')) : text;
}

function tableSheet(table: Table, name: string, document: Document): SheetModel | null {
  const { columns, head, body, totals } = plainTable(table);
  const last = head.at(-1);
  if (last === undefined) return null;
  const headers = [...byColumn(last, columns.length)];
  const groups = head.length === 2 ? (head[0]?.cells ?? []) : [];
  for (const group of groups) if (group.rowSpan > 1) headers[group.at] = textOf(group);
  const rows = body.map((row) => byColumn(row, columns.length));
  const kinds = columns.map((column, at) =>
    kindOf(
      column,
      headers[at] ?? '',
      rows.map((row) => row[at] ?? ''),
    ),
  );
  const cells = (texts: readonly string[]): readonly CellInput[] =>
    texts.map((text, at) => value(text, kinds[at] ?? 'text'));
  const total = totals.at(-1);
  return {
    name,
    title: table.title ?? document.title.replaceAll('\n', ''),
    ...(document.caption === undefined ? {} : { note: document.caption.map(plainText).join('　') }),
    orientation: orientationOf(document),
    ...(groups.length === 0
      ? {}
      : {
          groups: groups.map((group) => ({
            text: group.rowSpan > 1 ? '' : textOf(group),
            span: group.colSpan,
          })),
        }),
    columns: columns.map((column, at) => ({
      header: headers[at] ?? '',
      kind: kinds[at] ?? 'text',
      ...(column.align === undefined ? {} : { align: column.align }),
    })),
    rows: rows.map(cells),
    ...(total === undefined
      ? {}
      : {
          totals: byColumn(total, columns.length).map((text, at) =>
            totalValue(text, kinds[at] ?? 'text'),
          ),
        }),
  };
}

/** A total may be words (合计) in a column of numbers. */
const totalValue = (text: string, kind: ColumnKind): CellInput =>
  (kind === 'money' && !MONEY.test(text)) || (kind === 'integer' && !INTEGER.test(text))
    ? text || null
    : value(text, kind);

function figureSheet(document: Document): SheetModel | null {
  const items = distinct(sourcedIn(document));
  if (items.length === 0) return null;
  return {
    name: '数据来源',
    columns: ['指标', '数值', '单位', '记录数', '口径与依据'].map((header) => ({ header })),
    rows: items.map((item) => [
      item.name,
      item.text,
      item.unit,
      item.kind === 'figure' ? String(item.source.rowCount) : '—',
      describe(item),
    ]),
  };
}

/** The tables of a document as sheets, and a sheet of all its figures; forms without a head row are left out. */
export function documentSheets(document: Document): readonly SheetModel[] {
  const tables = document.blocks.filter((block) => block.kind === 'table');
  const sheets = tables.flatMap(
    (table, index) => tableSheet(table, table.title ?? `表${index + 1}`, document) ?? [],
  );
  const all = [...sheets, ...[figureSheet(document)].filter((sheet) => sheet !== null)];
  if (all.length > 0) return all;
  return [
    {
      name: '正文',
      columns: [{ header: document.title.replaceAll('\n', '') }],
      rows: documentText(document)
        .split('\n')
        .slice(1)
        .map((line) => [line]),
    },
  ];
}

/** The document as an Excel file; formulas in texts are neutralised by the sheets port. */
export const toXlsx = (document: Document): Promise<Buffer> => writeBook(documentSheets(document));
