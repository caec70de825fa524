import type { Block, Document } from '#engines/document';
import type { PlainDate } from '#kernel/plain-date';

export interface NoticeFacts {
  readonly organisation: string;
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
  readonly items: readonly string[];
  readonly code: string;
  /** Day of the notice: when it was given out, else the day of printing. */
  readonly on: PlainDate;
}

/** Words of a notice: used alone and as the first sheet of a 会议包. */
export const noticeBlocks = (facts: NoticeFacts): readonly Block[] => [
  { kind: 'paragraph', text: '现将有关事项通知如下：' },
  ...facts.lines.map((line): Block => ({ kind: 'paragraph', text: `${line.label}：${line.text}` })),
  ...(facts.items.length === 0
    ? []
    : [
        { kind: 'paragraph', text: '议题：' } satisfies Block,
        { kind: 'list', ordered: true, items: facts.items } satisfies Block,
      ]),
  {
    kind: 'paragraph',
    text: '请安排好工作，准时参加；不能参加的，请提前向支部请假并说明原因。',
  },
];

/** 会议通知. */
export function noticeDocument(facts: NoticeFacts): Document {
  return {
    title: facts.title,
    layout: 'form',
    caption: [facts.organisation, '', `编号：${facts.code}`],
    blocks: noticeBlocks(facts),
    sign: { organ: facts.organisation, date: facts.on },
    pageNumbers: false,
  };
}
