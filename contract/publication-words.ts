import { z, zId } from './lib.ts';

/** Headings of the public board and of the catalogue. */
export const SECTIONS = {
  party: '党务公开',
  village: '村务公开',
  decision: '决议与结果',
  service: '值班与办事',
} as const;
export type SectionKey = keyof typeof SECTIONS;
export const zSection = z.enum(Object.keys(SECTIONS) as [SectionKey, ...SectionKey[]]);

/** To whom; `members` never reaches the public board. */
export const AUDIENCES = {
  society: '向社会公开',
  unit: '在本村、本社区、本单位公开',
  members: '在党内公开',
} as const;
export type Audience = keyof typeof AUDIENCES;
export const zAudience = z.enum(Object.keys(AUDIENCES) as [Audience, ...Audience[]]);

export const RHYTHMS = {
  month: '每月',
  quarter: '每季度',
  year: '每年',
  event: '一事一公开',
  standing: '长期',
} as const;
export type Rhythm = keyof typeof RHYTHMS;
export const zRhythm = z.enum(Object.keys(RHYTHMS) as [Rhythm, ...Rhythm[]]);

export const STATES = {
  proposed: '待审核',
  checked: '待审批',
  approved: '待公开',
  published: '公开中',
  ended: '已撤下',
  withdrawn: '已撤回',
} as const;
export type ItemState = keyof typeof STATES;
export const zItemState = z.enum(Object.keys(STATES) as [ItemState, ...ItemState[]]);

export const MOVES = {
  propose: '提出',
  correct: '更正',
  check: '审核',
  return: '退回',
  approve: '审批',
  publish: '公开',
  end: '撤下',
  withdraw: '撤回',
} as const;
export type ItemMove = keyof typeof MOVES;
/** What is done to an item that is there; proposing and correcting bring a text and have calls of their own. */
export const zItemMove = z.enum(['check', 'return', 'approve', 'publish', 'end', 'withdraw']);

export const QUESTION_STATES = {
  open: '待答复',
  answered: '已答复',
  passed: '已转为公示意见',
} as const;
export type QuestionState = keyof typeof QUESTION_STATES;
export const zQuestionState = z.enum(
  Object.keys(QUESTION_STATES) as [QuestionState, ...QuestionState[]],
);

export const zItemId = zId<'PublicationItem'>();
export const zProofId = zId<'PublicationProof'>();
export const zQuestionId = zId<'PublicationQuestion'>();
