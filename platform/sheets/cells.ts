import type { CellValue, ColumnDef } from 'hucre/xlsx';
import { parsePlainDate } from '#kernel/plain-date';
import { neutralise } from '#kernel/text';
import type { CellInput, ColumnKind, ColumnModel } from './model.ts';

type Style = NonNullable<ColumnDef['style']>;

const LONGEST = 32_767;

/** Text for a cell: characters that XML cannot hold dropped, formulas neutralised, cut to the format's length. */
export function safeText(value: string): string {
  const plain = value
    .toWellFormed()
    // Would be read as an escaped character (ECMA-376 part 1, 22.9.2.19).
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  // A lone dash is how people write "none".
  return (plain === '-' ? plain : neutralise(plain)).slice(0, LONGEST);
}

export function cellValue(value: CellInput | undefined, kind: ColumnKind = 'text'): CellValue {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') {
    const day = kind === 'date' ? parsePlainDate(value) : null;
    return day === null ? safeText(value) : new Date(`${day}T00:00:00Z`);
  }
  if (!Number.isFinite(value)) throw new RangeError(`not a number for a cell: ${value}`);
  if (kind === 'text' || kind === 'date') return String(value);
  return kind === 'money' ? value / 100 : value;
}

const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  integer: '0',
  number: 'General',
  money: '#,##0.00',
  date: 'yyyy-mm-dd',
  percent: '0.0%',
};

const line = { style: 'thin' } as const;
const box = { top: line, right: line, bottom: line, left: line };
const FONT = '宋体';

const right = (kind: ColumnKind): boolean => kind !== 'text' && kind !== 'date';

export function bodyStyle(
  kind: ColumnKind = 'text',
  bold = false,
  align?: ColumnModel['align'],
): Style {
  return {
    font: { name: FONT, size: 11, bold },
    border: box,
    numFmt: FORMATS[kind],
    alignment: {
      vertical: 'center',
      horizontal: align ?? (right(kind) ? 'right' : kind === 'date' ? 'center' : 'left'),
      wrapText: kind === 'text',
    },
  };
}

const centred = { horizontal: 'center', vertical: 'center', wrapText: true } as const;

export const headerStyle: Style = {
  font: { name: FONT, size: 11, bold: true },
  border: box,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } },
  alignment: centred,
  numFmt: '@',
};

export const titleStyle: Style = {
  font: { name: '黑体', size: 16, bold: true },
  alignment: centred,
  numFmt: '@',
};

export const noteStyle: Style = {
  font: { name: FONT, size: 11 },
  alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
  numFmt: '@',
};

const displayWidth = (text: string): number =>
  Array.from(text).reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);

/** Width of a column in characters: given, or from its header and its first rows, 6 to 40. */
export function columnWidth(
  column: ColumnModel,
  samples: readonly (CellInput | undefined)[],
): number {
  if (column.width !== undefined) return column.width;
  const texts = samples.map((v) =>
    column.kind === 'money' && typeof v === 'number' ? (v / 100).toFixed(2) : String(v ?? ''),
  );
  const longest = [column.header, ...texts]
    .flatMap((text) => text.slice(0, 200).split('\n'))
    .reduce((most, text) => Math.max(most, displayWidth(text)), 0);
  return Math.min(40, Math.max(6, longest + 2));
}

const LINE = 15;
const LEAST = 18;
/** The most that Excel allows. */
const MOST = 409;

/**
 * Height of a row in points so that every wrapped text shows whole. Given in the file, since programs do
 * not agree on when they reckon it themselves.
 */
export function rowHeight(
  row: readonly (CellInput | undefined)[],
  widths: readonly number[],
): number {
  const lines = row.map((value, at) =>
    typeof value === 'string'
      ? value
          .split('\n')
          .reduce(
            (sum, text) => sum + Math.max(1, Math.ceil(displayWidth(text) / fits(widths[at]))),
            0,
          )
      : 1,
  );
  return Math.min(MOST, Math.max(LEAST, LINE * Math.max(1, ...lines) + 3));
}

/** Characters of a line: a little less than the width, for the margins of the cell. */
const fits = (width = 10): number => Math.max(1, width - 2);
