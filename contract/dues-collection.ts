import {
  pageOf,
  read,
  write,
  z,
  zDay,
  zFlag,
  zLine,
  zMoney,
  zMonth,
  zPage,
  zWords,
  zYear,
} from './lib.ts';
import { zPersonId } from './members-words.ts';
import { zOrgId } from './organisations.ts';
import {
  branch,
  span,
  zAccountLine,
  zCycle,
  zDuesAdvice,
  zMeans,
  zPayer,
  zReceipt,
  zReceiptId,
  zRemittanceId,
  zRoundLine,
  zStep,
  zYearLine,
} from './dues-words.ts';

const READ = { permission: 'dues.read' } as const;
const WRITE = { permission: 'dues.write' } as const;

/** 收缴, 上缴, 欠交 and the roll-up of the level above. */
export const collectionEndpoints = {
  account: read({
    path: '/dues/account',
    access: READ,
    summary: '党费收缴账',
    input: z.object({ ...branch, ...span, asOf: zDay.optional(), onlyOpen: zFlag.optional() }),
    output: z.object({
      lines: z.array(zAccountLine),
      due: zMoney,
      paid: zMoney,
      open: zMoney,
      arrears: zMoney,
      collected: zMoney,
      notRemitted: zMoney,
    }),
  }),
  round: read({
    path: '/dues/round',
    access: READ,
    summary: '一次收缴',
    input: z.object({ ...branch, month: zMonth }),
    output: z.object({
      cycle: zCycle,
      name: z.string(),
      first: zMonth,
      last: zMonth,
      lines: z.array(zRoundLine),
      due: zMoney,
      paid: zMoney,
      open: zMoney,
      before: zMoney,
      notRemitted: zMoney,
    }),
  }),
  arrears: read({
    path: '/dues/arrears',
    access: READ,
    summary: '欠交与下一步',
    input: z.object({ ...branch, asOf: zDay.optional() }),
    output: z.object({
      lines: z.array(
        z.object({
          personId: zPersonId,
          name: z.string(),
          amount: zMoney,
          months: z.array(zMonth),
          step: zStep,
          stepText: z.string(),
          reminder: z.string(),
          /** Months beyond what may generally be paid in arrears (DUES08 art. 12). */
          beyond: z.number().int(),
        }),
      ),
      total: zMoney,
    }),
  }),
  receipts: read({
    path: '/dues/receipts',
    access: READ,
    summary: '收款明细',
    input: z.object({
      ...branch,
      ...span,
      personId: zPersonId.optional(),
      /** Only those that stand and have not gone up. */
      notRemitted: zFlag.optional(),
      ...zPage,
    }),
    output: pageOf(zReceipt),
  }),
  recordReceipts: write({
    path: '/dues/receipts',
    access: WRITE,
    summary: '收党费',
    input: {
      ...branch,
      receipts: z
        .array(
          z.object({
            personId: zPersonId,
            paidOn: zDay,
            amount: zMoney,
            means: zMeans,
            payer: zPayer.default({ kind: 'self' }),
            voluntary: z.boolean().default(false),
            note: zLine(200).default(''),
          }),
        )
        .min(1)
        .max(500),
    },
    output: z.object({
      receiptIds: z.array(zReceiptId),
      total: zMoney,
      advice: z.array(zDuesAdvice),
    }),
  }),
  cancelReceipt: write({
    path: '/dues/receipts/cancel',
    access: WRITE,
    summary: '更正收款（作废一笔）',
    input: { receiptId: zReceiptId, reason: zWords(200) },
    output: z.object({}),
  }),
  remit: write({
    path: '/dues/remittances',
    access: WRITE,
    summary: '上缴党费',
    input: {
      ...branch,
      handedOn: zDay,
      receivedBy: zWords(60),
      voucher: zLine(60).default(''),
      receiptIds: z.array(zReceiptId).min(1).max(5000),
      amount: zMoney,
    },
    output: z.object({ remittanceId: zRemittanceId, advice: z.array(zDuesAdvice) }),
  }),
  cancelRemittance: write({
    path: '/dues/remittances/cancel',
    access: WRITE,
    summary: '更正上缴（作废一次）',
    input: { remittanceId: zRemittanceId, reason: zWords(200) },
    output: z.object({}),
  }),
  remittances: read({
    path: '/dues/remittances',
    access: READ,
    summary: '上缴记录',
    input: z.object({ ...branch, year: zYear }),
    output: z.object({
      remittances: z.array(
        z.object({
          remittanceId: zRemittanceId,
          handedOn: zDay,
          amount: zMoney,
          receivedBy: z.string(),
          voucher: z.string(),
          receipts: z.number().int(),
          cancelled: z.boolean(),
        }),
      ),
    }),
  }),
  memberYear: read({
    path: '/dues/member-year',
    access: READ,
    summary: '党员全年党费',
    input: z.object({ ...branch, personId: zPersonId, year: zYear }),
    output: z.object({
      name: z.string(),
      lines: z.array(zYearLine),
      due: zMoney,
      paid: zMoney,
      open: zMoney,
      advance: zMoney,
    }),
  }),
  rollup: read({
    path: '/dues/rollup',
    access: READ,
    summary: '各支部党费情况',
    input: z.object({ ...branch, ...span }),
    output: z.object({
      rows: z.array(
        z.object({
          orgId: zOrgId,
          name: z.string(),
          /** Itself a branch; else what stands below it added up. */
          isBranch: z.boolean(),
          branches: z.number().int(),
          members: z.number().int(),
          due: zMoney,
          paid: zMoney,
          open: zMoney,
          remitted: zMoney,
          unassessed: z.number().int(),
        }),
      ),
      due: zMoney,
      paid: zMoney,
      open: zMoney,
      remitted: zMoney,
    }),
  }),
  mine: read({
    path: '/dues/mine',
    access: 'session',
    summary: '我的党费',
    input: z.object({ year: zYear }),
    output: z.object({
      lines: z.array(
        z.object({ month: zMonth, due: zMoney.nullable(), paid: zMoney, explanation: z.string() }),
      ),
      advance: zMoney,
    }),
  }),
};
