import type { Block, Document } from '#engines/document';
import { chineseDate, type PlainDate } from '#kernel/plain-date';

export interface PlannedMeeting {
  readonly heldOn: PlainDate;
  readonly kindName: string;
  readonly title: string;
  readonly place: string;
  readonly state: string;
}

export interface YearPlanFacts {
  readonly orgName: string;
  readonly year: number;
  readonly on: PlainDate;
  readonly activityDay: string;
  readonly kinds: readonly {
    readonly name: string;
    readonly wanted: number | null;
    readonly held: number;
    readonly planned: number;
    readonly basis: string;
  }[];
  readonly meetings: readonly PlannedMeeting[];
}

const kindTable = (facts: YearPlanFacts): Block => ({
  kind: 'table',
  title: '各类会议',
  columns: [
    { header: '会议', weight: 2 },
    { header: '应开', mm: 16, align: 'center' },
    { header: '已开', mm: 16, align: 'center' },
    { header: '待开', mm: 16, align: 'center' },
    { header: '依据', weight: 3 },
  ],
  rows: facts.kinds.map((kind) => [
    kind.name,
    kind.wanted === null ? '按需' : String(kind.wanted),
    String(kind.held),
    String(kind.planned),
    kind.basis,
  ]),
  rowHeight: 8,
});

/** Tables of a year's plan: also the first part of the year's box. */
export const yearPlanBlocks = (facts: YearPlanFacts): readonly Block[] => [
  kindTable(facts),
  {
    kind: 'table',
    title: '安排',
    columns: [
      { header: '序号', mm: 12, align: 'center' },
      { header: '日期', mm: 33, align: 'center' },
      { header: '会议', weight: 2 },
      { header: '主要内容', weight: 3 },
      { header: '地点', mm: 26 },
      { header: '状态', mm: 18, align: 'center' },
    ],
    rows: facts.meetings.map((one, at) => [
      String(at + 1),
      chineseDate(one.heldOn),
      one.kindName,
      one.title === one.kindName ? '' : one.title,
      one.place,
      one.state,
    ]),
    blankRows: facts.meetings.length === 0 ? 12 : 0,
    rowHeight: 8,
    small: true,
  },
];

/** 年度组织生活计划表. */
export function yearPlanDocument(facts: YearPlanFacts): Document {
  return {
    title: `${facts.year}年度组织生活计划表`,
    layout: 'form',
    caption: [
      facts.orgName,
      facts.activityDay === '' ? '' : `活动日：${facts.activityDay}`,
      chineseDate(facts.on),
    ],
    blocks: yearPlanBlocks(facts),
  };
}
