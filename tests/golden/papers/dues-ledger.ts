import { figure, span, type Document } from '#engines/document';
import { formatYuan, money } from '#kernel/money';

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹';
const GIVEN = ['建国', '秀英', '敏', '洋', '静', '帆', '国平', '海涛', '永', '桂兰'];
const MONTHS = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);

const rows = [...SURNAMES].map((surname, index) => {
  const monthly = 1_850 + ((index * 730) % 5_400);
  const unpaid = index === 7 ? 2 : 0;
  return {
    name: surname + (GIVEN[index % GIVEN.length] ?? ''),
    base: monthly * 100,
    monthly,
    unpaid,
  };
});
const yuan = (fen: number): string => formatYuan(money(fen));
const sum = (of: (row: (typeof rows)[number]) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
const paid = sum((row) => row.monthly * (12 - row.unpaid));

/** Landscape, thirty members, twelve months, totals. */
export const duesLedger: Document = {
  layout: 'form',
  orientation: 'landscape',
  title: '2023年党费收缴明细表',
  caption: ['单位：清河县发展和改革局党支部', '2023年1月—12月', '金额单位：元'],
  blocks: [
    {
      kind: 'table',
      columns: [
        { mm: 10, align: 'center' },
        { mm: 19, align: 'center' },
        { mm: 19, align: 'right' },
        ...MONTHS.map(() => ({ weight: 1, align: 'right' as const })),
        { mm: 20, align: 'right' },
        { mm: 16, align: 'right' },
      ],
      header: [
        [
          span('序号', 1, { rowSpan: 2 }),
          span('姓名', 1, { rowSpan: 2 }),
          span('月基数', 1, { rowSpan: 2 }),
          span('每月实交', 12),
          span('全年实交', 1, { rowSpan: 2 }),
          span('欠交', 1, { rowSpan: 2 }),
        ],
        MONTHS,
      ],
      rows: rows.map((row, index) => [
        String(index + 1),
        row.name,
        yuan(row.base),
        ...MONTHS.map((_, month) => (month >= 12 - row.unpaid ? '' : yuan(row.monthly))),
        yuan(row.monthly * (12 - row.unpaid)),
        row.unpaid === 0 ? '' : yuan(row.monthly * row.unpaid),
      ]),
      totals: [
        [
          span('合　计', 2, { align: 'center' }),
          '',
          ...MONTHS.map((_, month) =>
            yuan(sum((row) => (month >= 12 - row.unpaid ? 0 : row.monthly))),
          ),
          [
            figure({
              name: '实收党费',
              value: paid,
              text: yuan(paid),
              unit: '元',
              source: { id: 'dues/2023', label: '党费收据', rowCount: 358 },
            }),
          ],
          yuan(sum((row) => row.monthly * row.unpaid)),
        ],
      ],
      rowHeight: 6,
      small: true,
    },
    { kind: 'signatures', labels: ['支部书记', '组织委员', '制表人'] },
  ],
  notes: ['说明：空格为未交；欠交党员已由支部谈话提醒。'],
};
