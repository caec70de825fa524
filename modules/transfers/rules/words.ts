/** States of a transfer, its steps and who does them; both routes share the words. */
export const STATES = {
  begun: '尚未发起',
  initiated: '待转出党委审批',
  approved_out: '待接收党委审批',
  approved_in: '待接收支部确认',
  letter_requested: '待开具介绍信',
  letter_issued: '已开介绍信，待报到',
  reported: '已报到，待支部确认',
  receipt_due: '已接收，待寄回执',
  receipt_sent: '回执已寄回',
  received: '已接收',
  closed: '已办结',
  returned: '已退回',
  withdrawn: '已撤回',
} as const;
export type State = keyof typeof STATES;

export const ACTORS = {
  from_branch: '转出党支部',
  from_committee: '转出党委',
  to_committee: '接收党委',
  to_branch: '接收党支部',
} as const;
export type Actor = keyof typeof ACTORS;

export const MOVES = [
  'initiate',
  'approve_out',
  'approve_in',
  'issue_letter',
  'renew_letter',
  'report',
  'confirm',
  'send_receipt',
  'file_receipt',
  'return_out',
  'return_in',
  'return_branch',
  'resubmit',
  'withdraw',
] as const;
export type Move = (typeof MOVES)[number];

export const ROUTES = { online: '线上接转', letter: '介绍信' } as const;
export type Route = keyof typeof ROUTES;

/** Whether both ends are kept here, or one of them is outside this tenant. */
export type Side = 'inside' | 'outward' | 'inward';

export type Subject = 'full' | 'probationary' | 'activist';

/** States in which the receiver has them already. */
export const RECEIVED: ReadonlySet<State> = new Set([
  'receipt_due',
  'receipt_sent',
  'received',
  'closed',
]);

/** Where a state leaves the case: the person still with the sender; received, a receipt on its way; over. */
export type Standing = 'open' | 'receipt' | 'done' | 'withdrawn';

/** Until received the sender answers for the member (EDU19 art. 25). A receipt sent to an outside sender is its to file. */
export function standingOf(state: State, side: Side = 'inside'): Standing {
  if (state === 'withdrawn') return 'withdrawn';
  if (state === 'received' || state === 'closed') return 'done';
  if (state === 'receipt_sent') return side === 'inward' ? 'done' : 'receipt';
  return state === 'receipt_due' ? 'receipt' : 'open';
}
