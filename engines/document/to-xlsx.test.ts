import { expect, test } from 'vitest';
import { figure, paragraph, span } from './build.ts';
import type { Document } from './model.ts';
import { documentSheets, toXlsx } from './to-xlsx.ts';

const dues = figure({
  name: '实收党费',
  value: 1_226_370,
  text: '12,263.70',
  unit: '元',
  source: { id: 'd', label: '党费收据', rowCount: 240 },
});
const paper: Document = {
  layout: 'form',
  title: '党费收缴明细表',
  blocks: [
    paragraph('全年收缴党费', dues, '元'),
    {
      kind: 'table',
      columns: [{ align: 'center' }, {}, {}, { align: 'right' }, { align: 'right' }],
      header: [
        [
          span('序号', 1, { rowSpan: 2 }),
          span('姓名', 1, { rowSpan: 2 }),
          span('电话', 1, { rowSpan: 2 }),
          span('党费', 2),
        ],
        ['月数', '金额'],
      ],
      rows: [
        ['1', '王建国', '13800000000', '12', '222.00'],
        ['2', '李秀英', '', '11', '1,283.50'],
      ],
      totals: [[span('合计', 3), '23', [{ ...dues, text: '1,505.50' }]]],
    },
  ],
};

test('numbers become numbers, phones stay text, money is fen', () => {
  const [table, sources] = documentSheets(paper);
  expect(table?.columns.map(({ header, kind }) => [header, kind])).toEqual([
    ['序号', 'integer'],
    ['姓名', 'text'],
    ['电话', 'text'],
    ['月数', 'integer'],
    ['金额', 'money'],
  ]);
  expect(table?.groups?.map(({ text, span: width }) => [text, width])).toEqual([
    ['', 1],
    ['', 1],
    ['', 1],
    ['党费', 2],
  ]);
  expect(table?.rows).toEqual([
    [1, '王建国', '13800000000', 12, 22_200],
    [2, '李秀英', null, 11, 128_350],
  ]);
  expect(table?.totals).toEqual(['合计', null, null, 23, 150_550]);
  expect(sources?.rows).toEqual([
    ['实收党费', '12,263.70', '元', '240', '党费收据'],
    ['实收党费', '1,505.50', '元', '240', '党费收据'],
  ]);
});

test('a paper without tables gives its lines', () => {
  const [sheet] = documentSheets({
    layout: 'official',
    title: '通知',
    blocks: [paragraph('甲'), paragraph('乙')],
  });
  expect(sheet?.rows).toEqual([['甲'], ['乙']]);
});

test('the file is an Excel package', async () => {
  const file = await toXlsx(paper);
  expect(file.subarray(0, 2).toString('latin1')).toBe('PK');
});
