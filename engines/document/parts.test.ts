import fc from 'fast-check';
import { expect, test } from 'vitest';
import { label, span } from './build.ts';
import type { Table } from './model.ts';
import { columnWidths, plainTable } from './parts.ts';

const table = (rows: Table['rows'], width = 3): Table => ({
  kind: 'table',
  columns: Array.from({ length: width }, () => ({})),
  rows,
});

test('a cell below a row span takes the next free column', () => {
  const { body } = plainTable(
    table([
      [label('a', { rowSpan: 2 }), 'b', 'c'],
      ['d', 'e'],
      ['f', 'g', 'h'],
    ]),
  );
  expect(body.map((row) => row.cells.map((cell) => cell.at))).toEqual([
    [0, 1, 2],
    [1, 2],
    [0, 1, 2],
  ]);
});

test('a block of columns and rows is stepped over whole', () => {
  const { body } = plainTable(table([['a', span('b', 2, { rowSpan: 2 })], ['c'], ['d', 'e', 'f']]));
  expect(body.map((row) => row.cells.map((cell) => cell.at))).toEqual([[0, 1], [0], [0, 1, 2]]);
});

test('a row wider than the table is an error of the program', () => {
  expect(() => plainTable(table([['a', 'b', 'c', 'd']]))).toThrow(RangeError);
});

test('blank rows come after the last and have every column', () => {
  const { body } = plainTable({ ...table([['a', 'b', 'c']]), blankRows: 2 });
  expect(body).toHaveLength(3);
  expect(body[2]?.cells).toHaveLength(3);
});

test('columns fill the width exactly, whatever was asked', () => {
  const column = fc.oneof(
    fc.record({ mm: fc.integer({ min: 5, max: 200 }) }),
    fc.record({ weight: fc.integer({ min: 1, max: 9 }) }),
    fc.constant({}),
  );
  fc.assert(
    fc.property(
      fc.array(column, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 100, max: 260 }),
      (columns, total) => {
        const widths = columnWidths(columns, total);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(total, 6);
        expect(widths.every((width) => width > 0)).toBe(true);
      },
    ),
  );
});
