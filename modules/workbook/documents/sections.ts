import type { Block } from '#engines/document';
import { formatYuan, money } from '#kernel/money';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { followUpBlocks, minutesBlocks, type MinutesFacts } from '#modules/meetings';
import type { YearFacts } from '../queries/year-facts.ts';
import { archiveText, enteredText, gapsOf } from './gaps.ts';

/** Parts that both books print, each from the facts of the year alone. */

export const text = (words: string): Block => ({ kind: 'paragraph', text: words });
export const chapter = (words: string, level: 1 | 2 | 3 | 4 = 1): Block => ({
  kind: 'heading',
  level,
  text: words,
});
const orNothing = (blocks: readonly Block[], count: number, words: string): readonly Block[] =>
  count === 0 ? [text(words)] : blocks;
const yuan = (fen: number): string => formatYuan(money(fen), true);
const maybe = (day: PlainDate | null): string => (day === null ? '' : chineseDate(day));

export const committeeBlocks = (facts: YearFacts): readonly Block[] =>
  orNothing(
    [
      {
        kind: 'table',
        columns: [
          { header: '职务', mm: 26, align: 'center' },
          { header: '姓名', mm: 24, align: 'center' },
          { header: '分工', weight: 1 },
          { header: '任职日期', mm: 35, align: 'center' },
          { header: '任期届满', mm: 35, align: 'center' },
        ],
        rows: facts.committee.map((one) => [
          one.post,
          one.name,
          one.duties,
          chineseDate(one.from),
          maybe(one.termEndsOn),
        ]),
        rowHeight: 9,
      },
    ],
    facts.committee.length,
    '未归档：没有登记班子成员。',
  );

export const groupBlocks = (facts: YearFacts): readonly Block[] =>
  orNothing(
    [
      {
        kind: 'table',
        columns: [
          { header: '党小组', mm: 32, align: 'center' },
          { header: '组长', mm: 24, align: 'center' },
          { header: '党员', weight: 1 },
        ],
        rows: facts.groups.map((one) => [one.name, one.leader, one.members.join('、')]),
        rowHeight: 9,
      },
    ],
    facts.groups.length,
    '没有划分党小组。',
  );

export const rosterBlocks = (facts: YearFacts): readonly Block[] => {
  const present = facts.roster.filter((one) => one.to === null || one.to > facts.day).length;
  return orNothing(
    [
      text(
        `${facts.year}年在册过的党员${facts.roster.length}人，${chineseDate(facts.day)}在册${present}人。`,
      ),
      {
        kind: 'table',
        columns: [
          { header: '序号', mm: 12, align: 'center' },
          { header: '姓名', mm: 20, align: 'center' },
          { header: '人员类别', weight: 1, align: 'center' },
          { header: '入党日期', mm: 34, align: 'center' },
          { header: '列入日期', mm: 34, align: 'center' },
          { header: '转出日期', mm: 34, align: 'center' },
        ],
        rows: facts.roster.map((one, at) => [
          String(at + 1),
          one.name,
          one.category,
          maybe(one.joinedOn),
          chineseDate(one.from),
          maybe(one.to),
        ]),
        rowHeight: 8,
      },
    ],
    facts.roster.length,
    '未归档：花名册里没有党员。',
  );
};

export const talkBlocks = (facts: YearFacts): readonly Block[] =>
  orNothing(
    [
      text(`全年谈心谈话${facts.talks.length}次。只列时间、双方和类别，内容由谈话双方保管。`),
      {
        kind: 'table',
        columns: [
          { header: '序号', mm: 12, align: 'center' },
          { header: '日期', mm: 32, align: 'center' },
          { header: '谈话人', mm: 24, align: 'center' },
          { header: '谈话对象', mm: 24, align: 'center' },
          { header: '类别', weight: 1, align: 'center' },
          { header: '录入日期', mm: 26, align: 'center' },
        ],
        rows: facts.talks.map((one, at) => [
          String(at + 1),
          chineseDate(one.heldOn),
          one.talker,
          one.partner,
          one.kind,
          one.enteredOn,
        ]),
        rowHeight: 8,
        small: true,
      },
    ],
    facts.talks.length,
    '未开展：没有谈心谈话记录。',
  );

export const duesBlocks = (facts: YearFacts): readonly Block[] => {
  const { dues } = facts;
  if (dues === null || dues.lines.length === 0) return [text('未归档：没有党费核定和收缴记录。')];
  const unassessed = dues.lines.filter((line) => line.unassessed.length > 0).length;
  return [
    text(
      `应交${yuan(dues.due)}元，实交${yuan(dues.paid)}元，欠交${yuan(dues.open)}元；已收未上缴${yuan(dues.notRemitted)}元。`,
    ),
    ...(unassessed === 0 ? [] : [text(`未归档：${unassessed}人有月份没有核定。`)]),
    {
      kind: 'table',
      columns: [
        { header: '序号', mm: 12, align: 'center' },
        { header: '姓名', weight: 1, align: 'center' },
        { header: '应交（元）', weight: 1, align: 'right' },
        { header: '实交（元）', weight: 1, align: 'right' },
        { header: '欠交（元）', weight: 1, align: 'right' },
      ],
      rows: dues.lines.map((line, at) => [
        String(at + 1),
        line.name,
        yuan(line.due),
        yuan(line.paid),
        yuan(line.open),
      ]),
      totals: [['合计', '', yuan(dues.due), yuan(dues.paid), yuan(dues.open)]],
      rowHeight: 8,
    },
  ];
};

/** 决议落实 on a page of its own, across, so that the wide table fits; the rest goes on upright. */
export const followUpPart = (facts: YearFacts, level: 1 | 2): readonly Block[] =>
  facts.followUps.rows.length === 0
    ? [chapter('决议落实', level), text('没有议定落实事项。')]
    : [
        { kind: 'section', orientation: 'landscape' },
        chapter('决议落实', level),
        ...followUpBlocks(facts.followUps),
        { kind: 'section', orientation: 'portrait' },
      ];

const meetingTitle = (facts: MinutesFacts): string =>
  `${chineseDate(facts.heldOn)}${facts.title === '' ? facts.kindName : ` ${facts.title}`}`;

/** What a meeting was about: its own title, else its items. */
const subjectOf = (facts: MinutesFacts): string =>
  facts.title === '' ? facts.items.map((item) => item.title).join('；') : facts.title;

/** The list of one kind: number, day, subject, who was there, when it was entered, what is missing. */
const kindTable = (minutes: readonly MinutesFacts[]): Block => ({
  kind: 'table',
  columns: [
    { header: '序号', mm: 12, align: 'center' },
    { header: '日期', mm: 32, align: 'center' },
    { header: '主题', weight: 3 },
    { header: '应到', mm: 13, align: 'center' },
    { header: '实到', mm: 13, align: 'center' },
    { header: '录入日期', mm: 24, align: 'center' },
    { header: '资料', weight: 2 },
  ],
  rows: minutes.map((one, at) => [
    String(at + 1),
    chineseDate(one.heldOn),
    subjectOf(one),
    String(one.counts.entitled),
    String(one.counts.present),
    enteredText(one),
    archiveText(one),
  ]),
  rowHeight: 8,
  small: true,
});

/** One kind of meeting: what was not held first said plainly, then the list, then every record. */
export function kindBlocks(kind: YearFacts['kinds'][number], day: PlainDate): readonly Block[] {
  return [
    chapter(kind.name, 2),
    ...gapsOf(kind, day).map(text),
    ...(kind.minutes.length === 0
      ? [text('没有已定稿的记录。')]
      : [
          kindTable(kind.minutes),
          ...kind.minutes.flatMap((one): readonly Block[] => [
            chapter(meetingTitle(one), 3),
            ...minutesBlocks(one, 4),
            {
              kind: 'paragraph',
              align: 'left',
              text: `录入日期：${enteredText(one)}；审定：${one.approvedBy}`,
            },
            // On a line of its own: after the names it would break over the edge of the page.
            {
              kind: 'paragraph',
              align: 'left',
              text: `校验码：${one.fingerprint.slice(0, 16)}`,
            },
          ]),
        ]),
  ];
}
