import type { Block, Document, Table } from '#engines/document';
import type { Duty } from '#engines/obligation';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { basisOf } from './rules/home.ts';

export interface WeekFacts {
  readonly orgName: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly on: PlainDate;
  readonly late: readonly Duty[];
  readonly week: readonly Duty[];
  readonly ahead: readonly Duty[];
}

const table = (title: string, duties: readonly Duty[]): Table => ({
  kind: 'table',
  title,
  columns: [
    { header: '□', mm: 10, align: 'center' },
    { header: '事项', weight: 4 },
    { header: '期限', mm: 30, align: 'center' },
    { header: '说明', weight: 5 },
    { header: '依据', weight: 4 },
  ],
  rows: duties.map((duty) => [
    '□',
    duty.title,
    chineseDate(duty.until),
    duty.reason,
    basisOf(duty),
  ]),
});

/** 一周事项单: what is due this week, to be ticked by pen and hung beside the desk. */
export function weekSheet(facts: WeekFacts): Document {
  const parts: readonly (readonly [string, readonly Duty[]])[] = [
    ['本周到期', facts.week],
    ['已过期限，可以补开或补录', facts.late],
    ['以后到期', facts.ahead],
  ];
  const blocks: Block[] = parts
    .filter(([, duties]) => duties.length > 0)
    .map(([title, duties]) => table(title, duties));
  return {
    layout: 'form',
    title: '一周事项单',
    caption: [
      `单位：${facts.orgName}`,
      `${chineseDate(facts.from)}至${chineseDate(facts.to)}`,
      `打印日期：${chineseDate(facts.on)}`,
    ],
    blocks:
      blocks.length > 0
        ? blocks
        : [{ kind: 'paragraph', text: '本周没有到期的事项。', align: 'center' }],
  };
}
