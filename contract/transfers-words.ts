import { z, zDay, zId, zLine, zMonth, zText } from './lib.ts';
import { zPersonId } from './members.ts';
import { zOrgId } from './organisations.ts';

/** Words and shapes of transfers; `transfers.ts` has the endpoints. */

export const TRANSFER_ROUTES = { online: '线上接转', letter: '介绍信' } as const;
export const zRoute = z.enum(['online', 'letter']);

export const TRANSFER_DOERS = {
  from_branch: '转出党支部',
  from_committee: '转出党委',
  to_committee: '接收党委',
  to_branch: '接收党支部',
} as const;
export const zTransferDoer = z.enum(['from_branch', 'from_committee', 'to_committee', 'to_branch']);

export const SUBJECTS = {
  full: '正式党员',
  probationary: '预备党员',
  activist: '入党积极分子、申请人',
} as const;
export const zSubject = z.enum(['full', 'probationary', 'activist']);

/** Why somebody goes. */
export const WHY = {
  work: '工作单位变动',
  residence: '经常居住地变动',
  away: '外出6个月以上、地点相对固定',
  graduation: '毕业',
  retired: '退休',
  other: '其他',
} as const;
export const zWhy = z.enum(['work', 'residence', 'away', 'graduation', 'retired', 'other']);

export const TABS = {
  inbox: '待我办理',
  out: '转出',
  in: '转入',
  due: '超期',
  done: '已办结',
} as const;
export const zTab = z.enum(['inbox', 'out', 'in', 'due', 'done']);

/** What a yearly check finds of a member. */
export const CHECK_RESULTS = {
  present: '在本支部',
  away: '外出，已登记流动',
  should_transfer: '应转接',
  abroad: '出国（境）',
  not_found: '查找不到',
  settled: '已办结',
} as const;
export const zCheckResult = z.enum([
  'present',
  'away',
  'should_transfer',
  'abroad',
  'not_found',
  'settled',
]);

export const zTransferId = zId<'TransferCase'>();
/** Name of a step: `approve_in`. */
export const zTransferMove = z.enum([
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
]);

/** The fields of a step's form; each step uses a few. Dues of a sender kept here are never sent. */
export const zTransferTold = z.strictObject({
  why: zWhy.optional(),
  whyText: zLine(200).optional(),
  duesMonth: zMonth.nullable().optional(),
  nationalNumber: zLine(60).optional(),
  letterNumber: zLine(40).optional(),
  letterDays: z.number().int().min(0).max(365).optional(),
  contact: zLine(200).optional(),
  reason: zText(1000).optional(),
  paper: zLine(100).optional(),
  note: zText(2000).optional(),
  branchId: zOrgId.optional(),
  groupId: zId<'Group'>().optional(),
  papersChecked: z.boolean().optional(),
  overseer: zPersonId.optional(),
  handler: zLine(60).optional(),
});

export const zAbout = z.object({
  sex: z.string(),
  ethnic: z.string(),
  bornOn: zDay.nullable(),
  joinedOn: zDay.nullable(),
  regularisedOn: zDay.nullable(),
  probationEnds: zDay.nullable(),
  admission: z.string(),
});
