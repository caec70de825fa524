import { basisOf } from '#kernel/rule';
import type { Block, Document } from '#engines/document';
import { chineseDate } from '#kernel/plain-date';
import type { LastSeal } from '#platform/db';
import { hoursBlocks, yearPlanBlocks } from '#modules/meetings';
import type { YearFacts } from '../queries/year-facts.ts';
import { DUTIES, HOW_TO_USE, PAPERS, RULES } from './texts.ts';
import {
  chapter,
  committeeBlocks,
  duesBlocks,
  followUpPart,
  groupBlocks,
  kindBlocks,
  rosterBlocks,
  talkBlocks,
  text,
} from './sections.ts';

const standing: readonly Block[] = [
  chapter('使用说明'),
  ...HOW_TO_USE.map(text),
  chapter('工作规则'),
  ...RULES.flatMap(({ title, rules }): Block[] => [
    chapter(title, 2),
    ...rules.map((one) => text(`${one.text}（依据：${basisOf(one)}）`)),
  ]),
  chapter('各岗位职责'),
  text('以下为通常分工，本支部的分工以第五部分为准。'),
  ...DUTIES.flatMap(({ post, duties }): Block[] => [chapter(post, 2), ...duties.map(text)]),
  chapter('常用文书及说明'),
  {
    kind: 'table',
    columns: [
      { header: '文书', mm: 34 },
      { header: '用途', weight: 2 },
      { header: '签字', mm: 34 },
      { header: '在哪里办', mm: 36 },
    ],
    rows: PAPERS.map((one) => [one.name, one.use, one.signs, one.where]),
    rowHeight: 9,
  },
];

/** Small lines on each page: the newest seal of the audit log, when there is one. */
export const sealLines = (seal: LastSeal | null): string[] =>
  seal === null ? [] : [`存证编号第${seal.seq}号：${seal.digest.slice(0, 32)}`];

/** 支部工作手册 of a year in six parts: four standing ones, two from records. */
export function handbookDocument(facts: YearFacts, seal: LastSeal | null): Document {
  const held = facts.kinds.filter((one) => one.minutes.length > 0 || one.periods.length > 0);
  return {
    title: '党支部工作手册',
    subtitle: `${facts.year}年`,
    organ: facts.orgName,
    sign: { organ: facts.orgName, date: facts.printedOn },
    layout: 'book',
    blocks: [
      { kind: 'contents', levels: 2 },
      { kind: 'pageBreak' },
      ...standing,
      chapter('支部基本情况'),
      text(`${facts.orgName}，截至${chineseDate(facts.day)}。`),
      chapter('班子成员及分工', 2),
      ...committeeBlocks(facts),
      chapter('党小组', 2),
      ...groupBlocks(facts),
      chapter('党员名册', 2),
      ...rosterBlocks(facts),
      chapter('工作纪实'),
      chapter('年度计划和完成情况', 2),
      ...yearPlanBlocks(facts.plan),
      ...held.flatMap((kind) => kindBlocks(kind, facts.day)),
      chapter('谈心谈话', 2),
      ...talkBlocks(facts),
      chapter('学时登记', 2),
      ...hoursBlocks(facts.hours),
      ...followUpPart(facts, 2),
      chapter('党费收缴', 2),
      ...duesBlocks(facts),
    ],
    footer: sealLines(seal),
  };
}
