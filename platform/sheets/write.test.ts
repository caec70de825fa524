import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from '#kernel/result';
import { openBook, readTable, streamSheet, writeBook, type SheetModel } from './index.ts';

const model: SheetModel = {
  name: '2026年 党费/收缴',
  title: '党费收缴情况表',
  note: '填报单位：某某支部',
  groups: [
    { text: '', span: 1 },
    { text: '党员', span: 3 },
    { text: '党费', span: 2 },
  ],
  columns: [
    { header: '序号', kind: 'integer' },
    { header: '姓名', width: 12 },
    { header: '身份证号' },
    { header: '入党日期', kind: 'date' },
    { header: '应缴', kind: 'money' },
    { header: '比例', kind: 'percent' },
  ],
  rows: [
    [1, '张三', '11010519491231002X', '1998-07-01', 1_226_370, 0.125],
    [2, '=HYPERLINK("http://x")', '0012', '1998.07', null, 0],
  ],
  totals: [null, '合计', null, null, 1_226_370, null],
};

async function second(bytes: Uint8Array) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  return book;
}

const texts = async (bytes: Uint8Array, sheet?: string) =>
  unwrap(await readTable(unwrap(await openBook(bytes)), { sheet })).rows.map((row) =>
    row.cells.map((cell) => cell.text),
  );

describe('a written workbook', () => {
  test('is what another reader sees', async () => {
    const bytes = await writeBook([
      model,
      { name: '明细', columns: [{ header: '备注' }], rows: [['-'], ['+86 1']] },
    ]);
    const book = await second(bytes);
    expect(book.worksheets.map((s) => s.name)).toEqual(['2026年 党费 收缴', '明细']);
    const sheet = book.worksheets[0];
    if (sheet === undefined) throw new Error('no sheet');
    expect(sheet.getCell('A1').value).toBe('党费收缴情况表');
    expect(sheet.getCell('F1').master.address).toBe('A1');
    expect(sheet.getCell('A4').master.address).toBe('A3');
    expect(sheet.getCell('D3').master.address).toBe('B3');
    expect(sheet.getCell('B4').font.bold).toBe(true);
    expect(sheet.getCell('C5').value).toBe('11010519491231002X');
    expect(sheet.getCell('C5').numFmt).toBe('@');
    expect(sheet.getCell('C6').value).toBe('0012');
    expect(sheet.getCell('D5').value).toEqual(new Date('1998-07-01T00:00:00Z'));
    expect(sheet.getCell('D6').value).toBe('1998.07');
    expect(sheet.getCell('E5').value).toBe(12_263.7);
    expect(sheet.getCell('E5').numFmt).toBe('#,##0.00');
    expect(sheet.getCell('E7').font.bold).toBe(true);
    expect(sheet.getCell('B6').value).toBe('\'=HYPERLINK("http://x")');
    expect(sheet.getCell('B6').border.left?.style).toBe('thin');
    expect(sheet.getColumn(2).width).toBe(12);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:4',
    });
    expect(book.worksheets[1]?.getCell('A2').value).toBe('-');
    expect(book.worksheets[1]?.getCell('A3').value).toBe("'+86 1");
  });

  test('and reads back as it was told, formulas as plain text again', async () => {
    const rows = await texts(await writeBook([model]));
    expect(rows[4]).toEqual(['1', '张三', '11010519491231002X', '1998-07-01', '12263.7', '0.125']);
    expect(rows[5]).toEqual(['2', '=HYPERLINK("http://x")', '0012', '1998.07', '', '0']);
    expect(rows[6]).toEqual(['', '合计', '', '', '12263.7']);
  });

  test('sheet names are made valid and distinct', async () => {
    const columns = [{ header: 'x' }];
    const names = ['a/b', 'a:b', 'A b', "'''", '名'.repeat(40), '名'.repeat(50)];
    const book = await second(await writeBook(names.map((name) => ({ name, columns, rows: [] }))));
    expect(book.worksheets.map((s) => s.name)).toEqual([
      'a b',
      'a b_2',
      'A b_3',
      '表',
      '名'.repeat(31),
      `${'名'.repeat(29)}_2`,
    ]);
  });

  test('groups that do not fit the columns are a mistake of the caller', async () => {
    await expect(writeBook([{ ...model, groups: [{ text: 'x', span: 2 }] }])).rejects.toThrow(
      /2 of 6/,
    );
  });

  test('any text survives, as text', async () => {
    const anyText = fc.string({
      unit: fc.oneof(
        fc.constantFrom('=', '+', "'", '<', '&', '\n', '_x0041_', '\u0007', '党', '\ud800', ' '),
        fc.string({ unit: 'grapheme', maxLength: 1 }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 5 }), async (values) => {
        const rows = await texts(
          await writeBook([
            { name: 's', columns: [{ header: 'h' }], rows: values.map((v) => [v, null]) },
          ]),
          's',
        );
        const plain = values.map((v) =>
          v.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''),
        );
        const kept = plain.map((v) => v.replace(/\r\n?/g, '\n')).filter((v) => v !== '');
        expect(rows.slice(1).map((row) => row[0])).toEqual(
          kept.map((v) => v.replace(/^'(?=[=+\-@\t\r])/, '')),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('a streamed sheet', () => {
  test('holds every row, takes them only when asked, and both readers agree', async () => {
    let taken = 0;
    function* rows() {
      for (let i = 1; i <= 3000; i += 1) {
        taken = i;
        yield [i, `党员${i}`, '1998-07-01', 12_345];
      }
    }
    const columns = [
      { header: '序号', kind: 'integer' },
      { header: '姓名' },
      { header: '入党', kind: 'date' },
      { header: '金额', kind: 'money' },
    ] as const;
    const reader = streamSheet({ name: '名册', columns }, rows()).getReader();
    const parts: Uint8Array[] = [];
    const first = await reader.read();
    expect(taken).toBeLessThan(3000);
    for (let piece = first; !piece.done; piece = await reader.read()) parts.push(piece.value);
    const bytes = Buffer.concat(parts);
    const read = await texts(bytes);
    expect(read).toHaveLength(3001);
    expect(read.at(-1)).toEqual(['3000', '党员3000', '1998-07-01', '123.45']);
    const sheet = (await second(bytes)).worksheets[0];
    expect(sheet?.rowCount).toBe(3001);
    expect(sheet?.getCell('C3001').value).toEqual(new Date('1998-07-01T00:00:00Z'));
  });
});

test('a row is as high as its longest text needs, and short words can stand in the middle', async () => {
  const bytes = await writeBook([
    {
      name: '表',
      columns: [{ header: '序号', kind: 'integer', align: 'center' }, { header: '说明' }],
      rows: [
        [1, '短'],
        [2, '税后月工资收入'.repeat(20)],
      ],
    },
  ]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const sheet = book.getWorksheet('表');
  expect(sheet?.getRow(2).height).toBe(18);
  expect(sheet?.getRow(3).height).toBeGreaterThanOrEqual(8 * 15);
  expect(sheet?.getCell('A2').alignment.horizontal).toBe('center');
  expect(sheet?.getCell('B2').alignment.horizontal).toBe('left');
});
