import type { Block, Document } from '#engines/document';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import type { LastSeal } from '#platform/db';
import { hoursBlocks, yearPlanBlocks } from '#modules/meetings';
import type { YearFacts } from '../queries/year-facts.ts';
import { NOT_KEPT } from './texts.ts';
import { gapsOf, unarchived } from './gaps.ts';
import { sealLines } from './handbook.ts';
import {
  chapter,
  committeeBlocks,
  duesBlocks,
  followUpPart,
  kindBlocks,
  rosterBlocks,
  talkBlocks,
  text,
} from './sections.ts';

/** One part of the box for the overview: how many records, and what is missing. */
export interface BoxPart {
  readonly name: string;
  readonly records: number;
  readonly gaps: readonly string[];
}

const duesGaps = (facts: YearFacts): string[] => {
  if (facts.dues === null || facts.dues.lines.length === 0) return ['未归档：没有党费记录'];
  const open = facts.dues.lines.filter((line) => line.unassessed.length > 0).length;
  return open === 0 ? [] : [`未归档：${open}人有月份没有核定`];
};

/** The parts of a year's box in their order. Gaps are told, never filled. */
export function boxParts(facts: YearFacts): readonly BoxPart[] {
  const nothing = (count: number, words: string): string[] => (count === 0 ? [words] : []);
  return [
    {
      name: '年度计划',
      records: facts.plan.meetings.length,
      gaps: nothing(facts.plan.meetings.length, '未归档：没有年度计划'),
    },
    ...facts.kinds.map((kind) => ({
      name: kind.name,
      records: kind.minutes.length,
      gaps: [...gapsOf(kind, facts.day), ...unarchived(kind.minutes)],
    })),
    {
      name: '谈心谈话',
      records: facts.talks.length,
      gaps: nothing(facts.talks.length, '未开展：没有谈心谈话记录'),
    },
    { name: '学时登记', records: facts.hours.lines.length, gaps: [] },
    { name: '决议落实', records: facts.followUps.rows.length, gaps: [] },
    { name: '党费收缴', records: facts.dues?.lines.length ?? 0, gaps: duesGaps(facts) },
    {
      name: '党员花名册',
      records: facts.roster.length,
      gaps: nothing(facts.roster.length, '未归档：花名册里没有党员'),
    },
    {
      name: '班子成员',
      records: facts.committee.length,
      gaps: nothing(facts.committee.length, '未归档：没有登记班子成员'),
    },
    ...NOT_KEPT.map(({ name, text: gap }) => ({ name, records: 0, gaps: [gap] })),
  ];
}

const partTable = (parts: readonly BoxPart[]): Block => ({
  kind: 'table',
  columns: [
    { header: '序号', mm: 12, align: 'center' },
    { header: '内容', mm: 40 },
    { header: '记录数', mm: 18, align: 'center' },
    { header: '缺项', weight: 1 },
  ],
  rows: parts.map((part, at) => [
    String(at + 1),
    part.name,
    String(part.records),
    part.gaps.length === 0
      ? ''
      : { kind: 'cell', lines: part.gaps.map((gap) => gap.replace(/。$/u, '')) },
  ]),
  rowHeight: 8,
});

export interface PrintFacts {
  readonly printedOn: PlainDate;
  readonly askedBy: string;
  readonly askedOn: PlainDate | null;
  readonly purpose: string;
}

/**
 * 迎检资料 of a year: cover, contents with page numbers, list of parts with their gaps, then the records
 * in order, each with the day it was entered. Who asked for it is printed on the first page.
 */
export function inspectionDocument(
  facts: YearFacts,
  print: PrintFacts,
  seal: LastSeal | null,
): Document {
  const kinds = facts.kinds.filter((one) => one.minutes.length > 0 || one.periods.length > 0);
  const asked = [
    `应${print.askedBy}${print.askedOn === null ? '' : `${chineseDate(print.askedOn)}`}要求打印`,
    print.purpose,
  ]
    .filter((part) => part !== '')
    .join('，用于');
  return {
    title: `${facts.year}年\n党支部工作资料`,
    subtitle: '（依据系统记录打印）',
    organ: facts.orgName,
    sign: { organ: facts.orgName, date: print.printedOn },
    layout: 'book',
    blocks: [
      { kind: 'contents', levels: 2 },
      { kind: 'pageBreak' },
      chapter('资料清单'),
      text(`${asked}。本次打印已计入减负统计。`),
      text('全部内容取自系统记录，录入日期如实列出；未开展、未归档的如实列明，没有为检查补写。'),
      partTable(boxParts(facts)),
      chapter('年度计划'),
      ...yearPlanBlocks(facts.plan),
      chapter('组织生活'),
      ...kinds.flatMap((kind) => kindBlocks(kind, facts.day)),
      chapter('谈心谈话'),
      ...talkBlocks(facts),
      chapter('学时登记'),
      ...hoursBlocks(facts.hours),
      ...followUpPart(facts, 1),
      chapter('党费收缴'),
      ...duesBlocks(facts),
      chapter('班子成员及分工'),
      ...committeeBlocks(facts),
      chapter('党员花名册'),
      ...rosterBlocks(facts),
      ...NOT_KEPT.flatMap((one): Block[] => [chapter(one.name), text(one.text)]),
    ],
    footer: sealLines(seal),
  };
}
