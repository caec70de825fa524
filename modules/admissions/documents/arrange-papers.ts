import { heading, paragraph, type Block, type Document } from '#engines/document';
import { DOERS } from '#contract/admissions';
import { chineseDate, chineseMonth, type PlainDate, type PlainMonth } from '#kernel/plain-date';

/** A line of the printed calendar. */
export interface CalendarLine {
  readonly on: PlainDate;
  readonly month: PlainMonth;
  readonly kind: 'earliest' | 'latest';
  readonly name: string;
  readonly orgName: string;
  readonly label: string;
  readonly actor: keyof typeof DOERS;
  readonly assumed: boolean;
  readonly provisional: boolean;
  readonly overdue: boolean;
}

const noteOf = (line: CalendarLine): string =>
  [
    line.overdue ? '已超期' : '',
    line.assumed ? '推算' : '',
    line.provisional ? '节假日未公布，暂定' : '',
  ]
    .filter((text) => text !== '')
    .join('；');

const monthTable = (lines: readonly CalendarLine[]): Block => ({
  kind: 'table',
  columns: [
    { header: '日期', mm: 32, align: 'center' },
    { header: '', mm: 14, align: 'center' },
    { header: '姓名', mm: 22, align: 'center' },
    { header: '步骤', weight: 1 },
    { header: '由谁办', mm: 26, align: 'center' },
    { header: '党支部', mm: 34 },
    { header: '备注', mm: 24 },
  ],
  rows: lines.map((line) => [
    chineseDate(line.on),
    line.kind === 'earliest' ? '最早' : '最迟',
    line.name,
    line.label,
    DOERS[line.actor],
    line.orgName,
    noteOf(line),
  ]),
  rowHeight: 8,
  small: true,
});

/** 发展日历 by month, to be hung up. */
export function calendarSheet(of: {
  readonly orgName: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly lines: readonly CalendarLine[];
}): Document {
  const months = [...Map.groupBy(of.lines, (line) => line.month)];
  return {
    title: '发展党员日历',
    caption: [
      `党组织：${of.orgName}`,
      `${chineseDate(of.from)}至${chineseDate(of.until)}`,
      `共${of.lines.length}项`,
    ],
    layout: 'form',
    blocks:
      months.length === 0
        ? [paragraph('这段时间没有要办的步骤。')]
        : months.flatMap(([month, lines]) => [heading(2, chineseMonth(month)), monthTable(lines)]),
    notes: ['“推算”是假定前面各步都在最早的日期办理；实际办理后会重新计算。'],
  };
}

/** 近三年未发展党员的党支部. */
export const idleSheet = (of: {
  readonly orgName: string;
  readonly on: PlainDate;
  readonly since: PlainDate;
  readonly branches: number;
  readonly rows: readonly {
    readonly orgName: string;
    readonly sector: string;
    readonly last: PlainDate | null;
    readonly gap: string;
    readonly applicants: number;
    readonly activists: number;
    readonly targets: number;
  }[];
}): Document => ({
  title: '近三年未发展党员的党支部',
  caption: [
    `党组织：${of.orgName}`,
    chineseDate(of.on),
    `${of.branches}个党支部中${of.rows.length}个`,
  ],
  layout: 'form',
  blocks: [
    {
      kind: 'table',
      columns: [
        { header: '序号', mm: 12, align: 'center' },
        { header: '党支部', weight: 1 },
        { header: '类别', mm: 24, align: 'center' },
        { header: '最近一次', mm: 32, align: 'center' },
        { header: '已过', mm: 22, align: 'center' },
        { header: '申请人', mm: 16, align: 'center' },
        { header: '积极分子', mm: 18, align: 'center' },
        { header: '发展对象', mm: 18, align: 'center' },
      ],
      rows: of.rows.map((row, at) => [
        String(at + 1),
        row.orgName,
        row.sector,
        row.last === null ? '没有记录' : chineseDate(row.last),
        row.gap,
        String(row.applicants),
        String(row.activists),
        String(row.targets),
      ]),
      rowHeight: 9,
      small: true,
    },
  ],
  notes: [`自${chineseDate(of.since)}以来没有接收预备党员；成立不满三年的党支部不列。`],
});
