import type { Block, Document } from '#engines/document';
import { chineseDate, type PlainDate } from '#kernel/plain-date';

export interface FollowUpFacts {
  readonly orgName: string;
  readonly year: number;
  readonly on: PlainDate;
  readonly rows: readonly {
    readonly decidedOn: PlainDate;
    readonly kindName: string;
    readonly itemTitle: string;
    readonly text: string;
    readonly responsible: string;
    readonly dueOn: PlainDate | null;
    readonly closedOn: PlainDate | null;
    readonly outcome: string;
  }[];
}

export const followUpBlocks = (facts: FollowUpFacts): readonly Block[] => [
  {
    kind: 'table',
    columns: [
      { header: '序号', mm: 11, align: 'center' },
      { header: '议定日期', mm: 32, align: 'center' },
      { header: '会议', mm: 30 },
      { header: '议定事项', weight: 3 },
      { header: '责任人', mm: 20, align: 'center' },
      { header: '期限', mm: 32, align: 'center' },
      { header: '落实情况', weight: 3 },
      { header: '办结日期', mm: 32, align: 'center' },
    ],
    rows: facts.rows.map((row, at) => [
      String(at + 1),
      chineseDate(row.decidedOn),
      row.kindName,
      row.itemTitle === '' ? row.text : `${row.itemTitle}：${row.text}`,
      row.responsible,
      row.dueOn === null ? '' : chineseDate(row.dueOn),
      row.closedOn === null ? '未办结' : row.outcome,
      row.closedOn === null ? '' : chineseDate(row.closedOn),
    ]),
    blankRows: facts.rows.length === 0 ? 6 : 0,
    rowHeight: 9,
    small: true,
  },
];

/** 决议落实表: what the year's meetings decided and what became of it. */
export function followUpDocument(facts: FollowUpFacts): Document {
  const open = facts.rows.filter((row) => row.closedOn === null).length;
  return {
    title: `${facts.year}年决议落实表`,
    layout: 'form',
    orientation: 'landscape',
    caption: [
      facts.orgName,
      `议定${facts.rows.length}项，未办结${open}项`,
      `截至${chineseDate(facts.on)}`,
    ],
    blocks: followUpBlocks(facts),
  };
}
