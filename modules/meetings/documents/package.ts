import { label, span, type Block, type Document } from '#engines/document';
import { chineseDate } from '#kernel/plain-date';
import { noticeBlocks, type NoticeFacts } from './notice.ts';
import { signInBlocks, type SignInFacts } from './sign-in.ts';

const LINES = 5;
const lines = (words: string, count = LINES): Block[] => [
  { kind: 'paragraph', indent: false, text: [{ kind: 'strong', text: words }] },
  ...Array.from({ length: count }, (): Block => ({
    kind: 'paragraph',
    indent: false,
    text: [{ kind: 'blank', chars: 38 }],
  })),
];

/** The form to write minutes on by hand: what is known is printed, the rest are lines. */
function formBlocks(facts: SignInFacts, items: readonly string[]): Block[] {
  const asked = items.length === 0 ? ['', ''] : items;
  return [
    {
      kind: 'table',
      columns: [{ mm: 24 }, { weight: 1 }, { mm: 24 }, { weight: 1 }],
      rowHeight: 9,
      rows: [
        [label('会议名称'), span(facts.kindName, 3)],
        [
          label('时间'),
          `${chineseDate(facts.heldOn)} ${facts.startsAt ?? ''}`,
          label('地点'),
          facts.place,
        ],
        [label('主持人'), '', label('记录人'), ''],
        [
          label('到会情况'),
          span(`应到${facts.entitled.length}人，实到＿＿人，请假＿＿人，缺席＿＿人，列席＿＿人`, 3),
        ],
        [label('请假缺席'), span('姓名和原因：', 3)],
      ],
    },
    ...asked.flatMap((item, at) => [
      ...lines(`议题${at + 1}：${item}`, 1),
      ...lines('讨论：', asked.length > 3 ? 3 : LINES),
      ...lines('决定（负责人、期限）：', 2),
      {
        kind: 'paragraph',
        indent: false,
        text: '表决：赞成＿＿票，反对＿＿票，弃权＿＿票，回避＿＿人',
      } satisfies Block,
    ]),
    { kind: 'signatures', labels: ['主持人（签名）', '记录人（签名）'], dated: true },
  ];
}

export interface PackageMeeting {
  readonly signIn: SignInFacts;
  readonly items: readonly string[];
}

const title = (text: string): Block => ({
  kind: 'paragraph',
  align: 'center',
  indent: false,
  text: [{ kind: 'strong', text }],
});

/**
 * 会议包: notice, sign-in sheets and forms for minutes of one sitting, for a place without network
 * (situation 6). The code on each sheet finds the record again when it is typed in afterwards.
 */
export function packageDocument(
  notice: NoticeFacts,
  meetings: readonly PackageMeeting[],
): Document {
  return {
    title: notice.title,
    layout: 'form',
    caption: [notice.organisation, '', `编号：${notice.code}`],
    blocks: [
      ...noticeBlocks(notice),
      ...meetings.flatMap(({ signIn, items }): Block[] => [
        { kind: 'pageBreak' },
        title(`签到表　${signIn.kindName}`),
        ...signInBlocks(signIn),
        { kind: 'pageBreak' },
        title(`${signIn.kindName}记录（手写）`),
        ...formBlocks(signIn, items),
      ]),
    ],
    footer: [`编号 ${notice.code}　录入时在“组织生活”里按编号找到这次会议；签字原件存档。`],
  };
}
