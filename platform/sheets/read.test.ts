import { describe, expect, test } from 'vitest';
import { unwrap } from '#kernel/result';
import { openBook, openPasted, readTable, type SheetCell } from './index.ts';
import { handMadeXlsx, messyRoster, numeric } from './test-files.ts';

const read = async (file: Buffer) => unwrap(await readTable(unwrap(await openBook(file))));
const texts = (cells: readonly SheetCell[]) => cells.map((cell) => cell.text);

describe('a roster as it really comes', () => {
  test('is read with its titles, merged headers and dates', async () => {
    const table = await read(messyRoster());
    expect(table.sheet).toBe('党员名册');
    expect(table.sheets).toEqual(['党员名册']);
    expect(table.hiddenSheets).toEqual(['说明']);
    expect(table.rows.map((row) => row.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 9]);
    expect(table.rows.map((row) => texts(row.cells))).toEqual([
      Array(8).fill('某某镇某某村党支部党员花名册'),
      Array(8).fill('填报单位：某某村党支部　　截止 2026.06'),
      [
        '序\n号',
        '姓　名',
        '基本情况',
        '基本情况',
        '基本情况',
        '党籍情况',
        '党籍情况',
        '所在\n党小组',
      ],
      [
        '序\n号',
        '姓　名',
        '身份\n证号',
        '出生日期',
        '手机',
        '入党\n时间',
        '转正时间',
        '所在\n党小组',
      ],
      [
        '1',
        '王 小 明',
        '11010519491231002X',
        '1950-01-01',
        '１３９００００１１１１',
        '1998.07',
        '19990701',
        '第一小组',
      ],
      [
        '2',
        '买买提·艾力',
        '110105194912310000',
        '1987-07-01',
        '13900002222',
        '1998年7月1日',
        '1999-07-01',
        '第一小组',
      ],
      ['3', '李四', '', '', '', '不详', '', '第一小组'],
      ['合计', '3人'],
    ]);
  });

  test('says which cells repeat a merged one, which numbers lost digits, which rows were hidden', async () => {
    const { rows } = await read(messyRoster());
    const flat = rows.flatMap((row) => row.cells);
    expect(flat.filter((cell) => cell.lossy).map((cell) => cell.text)).toEqual([
      '110105194912310000',
    ]);
    expect(rows[0]?.cells.map((cell) => cell.repeated)).toEqual([false, ...Array(7).fill(true)]);
    expect(rows[5]?.cells.at(-1)).toEqual({
      text: '第一小组',
      kind: 'text',
      lossy: false,
      repeated: true,
    });
    expect(rows.filter((row) => row.hidden).map((row) => row.number)).toEqual([7]);
    expect(rows[4]?.cells.map((cell) => cell.kind)).toEqual([
      'number',
      'text',
      'text',
      'date',
      'text',
      'text',
      'text',
      'text',
    ]);
  });

  test('reading stops when told', async () => {
    const table = unwrap(await readTable(unwrap(await openBook(messyRoster())), { maxRows: 2 }));
    expect(table.rows).toHaveLength(2);
  });
});

describe('cells', () => {
  const one = async (row: string, book: Partial<Parameters<typeof handMadeXlsx>[0]> = {}) => {
    const xml = `<sheetData><row r="1">${row}</row></sheetData>`;
    return (
      (await read(handMadeXlsx({ sheets: [{ name: 'a', xml }], ...book }))).rows[0]?.cells ?? []
    );
  };

  test('what is no number stays as it is, also where a date should be', async () => {
    const cells = await one(numeric('A1', '1x2', 1), { formats: [0, 14] });
    expect(texts(cells)).toEqual(['1x2']);
  });

  test('dates of the 1904 system', async () => {
    const cells = await one(numeric('A1', 0, 1) + numeric('B1', 34880, 1), {
      is1904: true,
      formats: [0, 14],
    });
    expect(texts(cells)).toEqual(['1904-01-01', '1999-07-01']);
  });

  test('dates before the leap day that never was, times, dates with times', async () => {
    const formats = [
      0,
      14,
      'h:mm',
      'yyyy-mm-dd hh:mm',
      '[$-804]yyyy"年"m"月";@',
      'mmss.0',
      'm月',
      '[Red]0.00',
      '0"日"',
    ];
    const raw = [
      [1, 1],
      [59, 1],
      [61, 1],
      [0.5, 2],
      [45000.25, 3],
      [45000, 3],
      [45000.999999, 3],
      [45000, 4],
      [45000, 6],
      [45000, 7],
      [5, 8],
    ];
    const cells = await one(
      raw.map(([v = 0, s], i) => numeric(`${'ABCDEFGHIJKLM'[i]}1`, v, s)).join(''),
      { formats },
    );
    expect(texts(cells)).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '12:00',
      '2023-03-15 06:00',
      '2023-03-15',
      '2023-03-16',
      '2023-03-15',
      '2023-03-15',
      '45000',
      '5',
    ]);
  });

  test('numbers keep their digits', async () => {
    const raw = ['0.30000000000000004', '1E-7', '12263.7', '123456789012345', '1E+20', '-5', 'abc'];
    const cells = await one(raw.map((v, i) => numeric(`${'ABCDEFG'[i]}1`, v)).join(''));
    expect(texts(cells)).toEqual([
      '0.3',
      '0.0000001',
      '12263.7',
      '123456789012345',
      '100000000000000000000',
      '-5',
      'abc',
    ]);
    expect(cells.map((cell) => cell.lossy)).toEqual([
      false,
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  test('shared, rich and phonetic text, formulas, flags, errors, cells without a reference', async () => {
    const strings = [
      '<si><t>张三</t><rPh><t>zhang</t></rPh></si>',
      '<si><r><t>正式</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 党员</t></r></si>',
      '<si><t>a_x000D_\nb</t></si>',
    ];
    const cells = await one(
      '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="str"><f>A1&amp;"同志"</f><v>张三同志</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>1+1</f></c><c t="d"><v>2026-05-11T00:00:00</v></c><c t="s"><v>99</v></c><c t="n"><f>1+1</f><v>2</v></c>',
      { strings },
    );
    expect(texts(cells)).toEqual([
      '张三',
      '正式 党员',
      'a\nb',
      '张三同志',
      '是',
      '#N/A',
      '',
      '2026-05-11',
      '',
      '2',
    ]);
    expect(cells[5]?.kind).toBe('error');
  });

  test('element names with a prefix, as some programs write them', async () => {
    const xml = `<x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row><x:row r="2"><x:c r="B2"><x:v>8</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells>`;
    const table = await read(handMadeXlsx({ sheets: [{ name: 'a', xml }] }));
    expect(table.rows.map((row) => texts(row.cells))).toEqual([['7'], ['7', '8']]);
  });
});

describe('separated values', () => {
  const csv =
    '姓名,身份证号,备注\r\n张三,"=""11010519491231002X""","他说""好"",\n第二行"\r\n,,\r\n李四,1.10105E+17,\'=1+1\r\n';
  const expected = [
    ['姓名', '身份证号', '备注'],
    ['张三', '11010519491231002X', '他说"好",\n第二行'],
    ['李四', '1.10105E+17', '=1+1'],
  ];
  const gb = (text: string) => {
    // Only what this text needs, since the platform decodes GB18030 but does not encode it.
    const table: Record<string, number[]> = {
      姓: [0xd0, 0xd5],
      名: [0xc3, 0xfb],
      张: [0xd5, 0xc5],
      三: [0xc8, 0xfd],
    };
    return Buffer.from(Array.from(text).flatMap((c) => table[c] ?? [c.charCodeAt(0)]));
  };

  test.each([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${csv}`)],
    ['UTF-16', Buffer.from(`\ufeff${csv}`, 'utf16le')],
  ])('%s', async (_, file) => {
    const table = await read(file);
    expect(table.rows.map((row) => texts(row.cells))).toEqual(expected);
    expect(table.rows[2]?.cells[1]?.lossy).toBe(true);
  });

  test('GB18030, semicolons and tabs', async () => {
    expect((await read(gb('姓名,三\n张三,1\n'))).rows.map((row) => texts(row.cells))).toEqual([
      ['姓名', '三'],
      ['张三', '1'],
    ]);
    expect(texts((await read(Buffer.from('a;b\n1;2\n'))).rows[1]?.cells ?? [])).toEqual(['1', '2']);
  });

  test('pasted from a spreadsheet', async () => {
    const table = unwrap(await readTable(openPasted('姓名\t手机\n张,三\t0139\n\n"两\n行"\t1')));
    expect(table.rows.map((row) => texts(row.cells))).toEqual([
      ['姓名', '手机'],
      ['张,三', '0139'],
      ['两\n行', '1'],
    ]);
  });
});
