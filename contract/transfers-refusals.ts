import type { Params } from '#kernel/result';
import type { Sentence } from './sentence.ts';
import { TRANSFER_DOERS } from './transfers-words.ts';

const basis = (p: Params): string => {
  const text = p['basis'];
  return text === undefined || text === '' ? '' : `（依据：${text}）`;
};
const doer = (p: Params): string =>
  (TRANSFER_DOERS as Readonly<Record<string, string>>)[String(p['who'])] ?? '另一方';

export const transferRefusals = {
  'transfers.same_committee': {
    why: (p) => `两个党支部在同一个基层党委，不办接转手续${basis(p)}`,
    instead: '由党委在花名册里给这位同志办理“调整所在支部”',
  },
  'transfers.not_there': {
    why: () => '这位同志已不在转出党支部',
    instead: '核对花名册；已经转走的，撤回这项接转',
  },
  'transfers.suspended': {
    why: () => '这位同志已停止党籍，不能转接组织关系',
    instead: '先按程序恢复党籍',
  },
  'transfers.case_open': { why: () => '这位同志已有正在办理的组织关系接转' },
  'transfers.peer_has_it': {
    why: () => '对方已经收到，不能撤回',
    instead: '请对方退回后再撤回',
  },
  'transfers.peer_online': { why: () => '转往本系统另一个单位的，只办线上接转' },
  'transfers.message_broken': { why: () => '对方的消息核对不上，没有办理' },
  'transfers.no_receiver': { why: () => '没有写转往哪个党组织' },
  'transfers.why_missing': { why: (p) => `没有写明转移的原因${basis(p)}` },
  'transfers.dues_open': {
    why: (p) => `有${p['months']}个月党费未交，转出前请补交；不影响办理${basis(p)}`,
  },
  'transfers.reason_missing': { why: (p) => `须写明理由，对方看得到${basis(p)}` },
  'transfers.letter_number_missing': { why: (p) => `没有写介绍信编号${basis(p)}` },
  'transfers.letter_number_taken': { why: (p) => `介绍信编号${p['number']}已经用过` },
  'transfers.letter_same_number': { why: (p) => `新的介绍信要用新的编号${basis(p)}` },
  'transfers.letter_days': { why: (p) => `有效期应为1至${p['most']}天${basis(p)}` },
  'transfers.letter_long': { why: (p) => `有效期通常不超过${p['usual']}天${basis(p)}` },
  'transfers.letter_expired': {
    why: (p) => `介绍信有效期到${p['day']}，已经过期${basis(p)}`,
    instead: '请转出党委说明原因后换开介绍信',
  },
  'transfers.no_letter': { why: () => '还没有介绍信' },
  'transfers.branch_missing': { why: (p) => `没有写编入哪个党支部${basis(p)}` },
  'transfers.other_committee': { why: () => '这个党支部不在接收党委之下' },
  'transfers.papers_unchecked': {
    why: (p) => `还没有审查入党材料${basis(p)}`,
    instead: '审查后勾选，或写明原因',
  },
  'transfers.no_overseer': {
    why: (p) => `还没有确定教育考察责任人，接收后请尽快确定${basis(p)}`,
  },
  'transfers.probation_over': {
    why: (p) =>
      `预备期${p['day']}已满：接收后可以按期讨论转正，也可以推迟，不超过6个月，转正时间仍从期满之日算起${basis(p)}`,
  },
  'transfers.not_of_route': { why: () => '这种接转方式没有这一步' },
  'transfers.step_of_other': { why: (p) => `这一步由${doer(p)}办理` },
  'transfers.not_the_last_step': { why: () => '只能撤回最后一步' },
  'transfers.first_step_stays': { why: () => '发起的这一步不能撤回', instead: '办理“撤回”' },
  'transfers.step_settled': {
    why: () => '这一步已经改动了花名册或登记簿，不能撤回',
    instead: '介绍信有误的，换开一封',
  },
  'transfers.fixed_above': { why: () => '时限由党委设定' },
  'transfers.check_closed': { why: () => '这一年的排查已经结束' },
  'transfers.check_open': { why: (p) => `还有${p['number']}名党员没有登记，不能结束` },
  'transfers.check_exists': { why: (p) => `${p['year']}年的排查已经建立` },
  'transfers.check_not_in_roster': { why: () => '这位同志不在本支部花名册' },
  'transfers.no_branch_for_check': { why: () => '没有可以排查的党支部' },
} satisfies Record<string, Sentence>;
