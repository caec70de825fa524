import { MOVES, type DOERS, type REGISTERS } from '#contract/admissions';
import { plainDate } from '#kernel/plain-date';

/** First day of the revised rules (DEV26 art. 44). */
export const REVISED_ON = plainDate('2026-05-11');

/** States of a case, steps of the chart and who does them; the same words in both rule-sets. */
export const STATES = {
  begun: '尚未申请',
  applicant: '入党申请人',
  talked: '入党申请人（已谈话）',
  activist_decided: '入党积极分子（待备案）',
  activist_filed: '入党积极分子（待定联系人）',
  activist: '入党积极分子',
  target_decided: '拟发展对象（待上级意见）',
  target_agreed: '拟发展对象（待公示）',
  target_noticed: '拟发展对象（公示中）',
  target: '发展对象',
  reviewed: '发展对象（待预审）',
  prereviewed: '发展对象（待发志愿书）',
  book_issued: '发展对象（填志愿书）',
  form_filled: '发展对象（待支部大会）',
  accepted: '发展对象（待谈话）',
  accepted_talked: '发展对象（待审批）',
  approved: '预备党员（待编入）',
  probationary: '预备党员',
  regularise_applied: '预备党员（待讨论转正）',
  regularise_voted: '预备党员（转正待批）',
  extend_voted: '预备党员（延长待批）',
  cancel_voted: '预备党员（取消待批）',
  regularised: '正式党员（待归档）',
  filed: '已归档',
  ended: '已终止',
  cancelled: '已取消预备党员资格',
} as const;
export type State = keyof typeof STATES;

export type Actor = keyof typeof DOERS;

/** Bodies that may have the power to approve (DEV26 art. 22): 基层党委, 党工委. */
export const APPROVING: ReadonlySet<string> = new Set(['committee', 'working_committee']);

export { MOVES };
export type Move = (typeof MOVES)[number];

/** The four registers (四类名册) and what comes after. */
export type Register = keyof typeof REGISTERS;

export const REGISTER_OF: Readonly<Record<State, Register>> = {
  begun: 'applicants',
  applicant: 'applicants',
  talked: 'applicants',
  activist_decided: 'activists',
  activist_filed: 'activists',
  activist: 'activists',
  target_decided: 'activists',
  target_agreed: 'activists',
  target_noticed: 'activists',
  target: 'targets',
  reviewed: 'targets',
  prereviewed: 'targets',
  book_issued: 'targets',
  form_filled: 'targets',
  accepted: 'targets',
  accepted_talked: 'targets',
  approved: 'probationary',
  probationary: 'probationary',
  regularise_applied: 'probationary',
  regularise_voted: 'probationary',
  extend_voted: 'probationary',
  cancel_voted: 'probationary',
  regularised: 'done',
  filed: 'done',
  ended: 'done',
  cancelled: 'done',
};
