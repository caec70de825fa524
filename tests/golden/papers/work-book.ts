import { heading, paragraph, type Block, type Document } from '#engines/document';
import { plainDate } from '#kernel/plain-date';
import { duesLedger } from './dues-ledger.ts';

const chapter = (title: string): readonly Block[] => [
  heading(1, title),
  heading(2, '基本情况'),
  paragraph('支部共有正式党员18名、预备党员2名，设支部委员会，委员3名，下设2个党小组。'),
  heading(2, '开展情况'),
  paragraph('按照年度计划开展各项工作，记录见后附各表。未开展事项如实注明“未开展”。'),
  { kind: 'pageBreak' },
];

/** 支部工作手册: cover, contents with page numbers, six parts, a landscape ledger inside. */
export const workBook: Document = {
  layout: 'book',
  title: '支部工作手册',
  subtitle: '2023年度',
  organ: '清河县发展和改革局党支部',
  sign: { organ: '清河县发展和改革局党支部', date: plainDate('2023-12-31') },
  blocks: [
    { kind: 'contents', levels: 2 },
    { kind: 'pageBreak' },
    ...['支部概况', '年度计划', '组织生活', '党员教育管理'].flatMap(chapter),
    heading(1, '发展党员'),
    {
      kind: 'checklist',
      items: [
        { text: '入党申请书', done: true },
        { text: '政治审查材料', done: false },
      ],
    },
    { kind: 'section', orientation: 'landscape' },
    heading(1, '党费收缴'),
    ...duesLedger.blocks,
  ],
};
