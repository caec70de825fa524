import type { Table } from '../model.ts';
import { columnWidths, plainTable, type PlainCell, type PlainRow } from '../parts.ts';
import { escape } from './escape.ts';
import { inlineHtml, type LinkForSource } from './inline.ts';

const attribute = (name: string, value: number): string => (value > 1 ? ` ${name}="${value}"` : '');

function cellHtml(
  cell: PlainCell,
  part: 'head' | 'body' | 'totals',
  linkForSource: LinkForSource | undefined,
): string {
  const head = part === 'head' || cell.label;
  const name = head ? 'th' : 'td';
  const scope =
    part === 'head'
      ? ` scope="${cell.colSpan > 1 ? 'colgroup' : 'col'}"`
      : cell.label
        ? ' scope="row"'
        : '';
  const [first] = cell.lines;
  const align = first?.align ?? 'left';
  const lines = cell.lines.map((line) => {
    const text = inlineHtml(line.text, linkForSource);
    return cell.lines.length === 1 ? text : `<div class="${line.align}">${text}</div>`;
  });
  return `<${name}${scope}${attribute('colspan', cell.colSpan)}${attribute('rowspan', cell.rowSpan)} class="${align} v-${cell.vertical}">${lines.join('')}</${name}>`;
}

/** A table that repeats its head on every printed page and scrolls by itself on a narrow screen. */
export function tableHtml(
  table: Table,
  width: number,
  linkForSource: LinkForSource | undefined,
): string {
  const { columns, head, body, totals } = plainTable(table);
  const row = (of: PlainRow, part: 'head' | 'body' | 'totals'): string =>
    `<tr${of.height === undefined ? '' : ` style="height:${of.height}mm"`}>${of.cells.map((cell) => cellHtml(cell, part, linkForSource)).join('')}</tr>`;
  const rows = (of: readonly PlainRow[], part: 'head' | 'body' | 'totals'): string =>
    of.map((each) => row(each, part)).join('\n');
  const cols = columnWidths(columns, width).map(
    (each) => `<col style="width:${((each / width) * 100).toFixed(2)}%">`,
  );
  return [
    `<div class="table" tabindex="0" role="region" aria-label="${escape(table.title ?? '表格')}"><table${table.small ? ' class="small"' : ''} style="--mm:${width}">`,
    table.title === undefined ? '' : `<caption>${escape(table.title)}</caption>`,
    `<colgroup>${cols.join('')}</colgroup>`,
    head.length === 0 ? '' : `<thead>${rows(head, 'head')}</thead>`,
    `<tbody>${rows(body, 'body')}</tbody>`,
    totals.length === 0 ? '' : `<tbody class="totals">${rows(totals, 'totals')}</tbody>`,
    '</table></div>',
  ].join('');
}
