import type { Params } from '#kernel/result';
import {
  pageOf,
  read,
  write,
  z,
  zDay,
  zFlag,
  zId,
  zLine,
  zMoney,
  zMonth,
  zPage,
  zWords,
  zYear,
} from './lib.ts';
import { zPersonId } from './members.ts';
import { zOrgId } from './organisations.ts';
import type { Sentence } from './sentence.ts';

export const PAYER_KINDS = {
  wage: '按月领取工资',
  annual_salary: '年薪制',
  self_employed: '个体经营者等',
  retired: '离退休',
  farmer: '农民',
  farmer_income: '有固定收入的农民',
  student: '学生',
  unemployed: '下岗失业、低保抚恤救济',
} as const;
export const zPayerKind = z.enum([
  'wage',
  'annual_salary',
  'self_employed',
  'retired',
  'farmer',
  'farmer_income',
  'student',
  'unemployed',
]);
export const MEANS = { cash: '现金', transfer: '转账' } as const;
export const zMeans = z.enum(['cash', 'transfer']);
export const CYCLES = {
  month: '按月',
  quarter: '按季度',
  half_year: '按半年',
  year: '按年',
} as const;
export const zCycle = z.enum(['month', 'quarter', 'half_year', 'year']);
export const USE_PURPOSES = {
  training: '培训党员',
  materials: '订阅或购买学习资料和设备',
  commendation: '表彰先进',
  hardship: '补助生活困难党员',
  disaster: '补助遭受严重自然灾害的党员和修缮党员教育设施',
} as const;
export const zPurpose = z.enum(['training', 'materials', 'commendation', 'hardship', 'disaster']);

export const zReceiptId = zId<'DuesReceipt'>();
export const zRemittanceId = zId<'DuesRemittance'>();

/** Who handed the money over. A unit is offered by no form and refused (DUES08 art. 14). */
export const zPayer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('self') }),
  z.object({ kind: z.literal('relative'), name: zLine(40) }),
  z.object({ kind: z.literal('member'), personId: zPersonId }),
  z.object({ kind: z.literal('unit'), name: zLine(60) }),
]);

/** One member's line of 年初核定: what stands now and what last year's was. */
export const zAssessmentLine = z.object({
  personId: zPersonId,
  name: z.string(),
  payerKind: zPayerKind.nullable(),
  base: zMoney.nullable(),
  amount: zMoney.nullable(),
  explanation: z.string(),
  relief: zMoney.nullable(),
  since: zMonth.nullable(),
});

/** One member's line of a branch account for a span of months. */
export const zAccountLine = z.object({
  personId: zPersonId,
  name: z.string(),
  due: zMoney,
  paid: zMoney,
  open: zMoney,
  advance: zMoney,
  /** Months without a fixed amount; nothing is guessed. */
  unassessed: z.array(zMonth),
  arrears: zMoney,
  arrearsMonths: z.array(zMonth),
  step: z.enum(['none', 'remind', 'educate', 'person_must_judge']),
  explanation: z.string(),
});

export const zReceipt = z.object({
  receiptId: zReceiptId,
  personId: zPersonId,
  name: z.string(),
  paidOn: zDay,
  amount: zMoney,
  means: zMeans,
  payer: z.enum(['self', 'relative', 'member']),
  payerName: z.string(),
  voluntary: z.boolean(),
  note: z.string(),
  enteredAt: z.iso.datetime(),
  cancelled: z.boolean(),
  remitted: z.boolean(),
});

const branch = { orgId: zOrgId };
const span = { fromMonth: zMonth, toMonth: zMonth };

export const duesContract = {
  assessment: read({
    path: '/dues/assessment',
    access: { permission: 'dues.base' },
    summary: '年初核定',
    input: z.object({ ...branch, month: zMonth }),
    output: z.object({
      lines: z.array(zAssessmentLine),
      cycle: zCycle,
      cycleBasis: z.string(),
      rules: z.array(
        z.object({ id: z.string(), summary: z.string(), basis: z.string(), sure: z.boolean() }),
      ),
    }),
  }),
  assess: write({
    path: '/dues/assess',
    access: { permission: 'dues.base' },
    summary: '核定月应交党费',
    input: {
      ...branch,
      fromMonth: zMonth,
      lines: z
        .array(z.object({ personId: zPersonId, payerKind: zPayerKind, base: zMoney.nullable() }))
        .min(1)
        .max(500),
    },
    output: z.object({ changed: z.number().int(), unchanged: z.number().int() }),
  }),
  setCycle: write({
    path: '/dues/cycle',
    access: { permission: 'dues.write' },
    summary: '收缴周期',
    input: { ...branch, cycle: zCycle, basis: zLine(200).default(''), fromMonth: zMonth },
    output: z.object({ adviseBasis: z.boolean() }),
  }),
  grantRelief: write({
    path: '/dues/relief',
    access: { permission: 'dues.write' },
    summary: '减免党费',
    input: {
      personId: zPersonId,
      amount: zMoney,
      fromMonth: zMonth,
      toMonth: zMonth,
      studiedOn: zDay,
      approvedOn: zDay,
      approvedBy: zWords(60),
      approvalPaper: zWords(60),
    },
    output: z.object({}),
  }),
  account: read({
    path: '/dues/account',
    access: { permission: 'dues.read' },
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
  receipts: read({
    path: '/dues/receipts',
    access: { permission: 'dues.read' },
    summary: '收款明细',
    input: z.object({ ...branch, ...span, personId: zPersonId.optional(), ...zPage }),
    output: pageOf(zReceipt),
  }),
  recordReceipts: write({
    path: '/dues/receipts',
    access: { permission: 'dues.write' },
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
    output: z.object({ receiptIds: z.array(zReceiptId), total: zMoney }),
  }),
  cancelReceipt: write({
    path: '/dues/receipts/cancel',
    access: { permission: 'dues.write' },
    summary: '更正收款（作废一笔）',
    input: { receiptId: zReceiptId, reason: zWords(200) },
    output: z.object({}),
  }),
  remit: write({
    path: '/dues/remittances',
    access: { permission: 'dues.write' },
    summary: '上缴党费',
    input: {
      ...branch,
      handedOn: zDay,
      receivedBy: zWords(60),
      voucher: zLine(60).default(''),
      receiptIds: z.array(zReceiptId).min(1).max(5000),
      amount: zMoney,
    },
    output: z.object({ remittanceId: zRemittanceId }),
  }),
  remittances: read({
    path: '/dues/remittances',
    access: { permission: 'dues.read' },
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
        }),
      ),
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

const DUES08 = '《关于中国共产党党费收缴、使用和管理的规定》';
const yuan = (p: Params, name: string): string => (Number(p[name]) / 100).toFixed(2);

export const duesRefusals = {
  'dues.base_missing': { why: () => '这类党员按收入计算党费，还没有填写计算基数' },
  'dues.base_not_used': {
    why: () => '这类党员按固定数额交纳，不需要填写计算基数',
    basis: `${DUES08}第6条`,
  },
  'dues.base_out_of_range': { why: (p) => `计算基数${yuan(p, 'fen')}元不在合理范围内` },
  'dues.bases_overlap': { why: (p) => `${p['month']}有两次核定` },
  'dues.relief_above_due': { why: (p) => `减免后的数额${yuan(p, 'fen')}元高于应交数额` },
  'dues.farmer_amount_outside_band': {
    why: () => '农民党员每月交纳数额应在0.2元至1元之间',
    basis: `${DUES08}第6条`,
  },
  'dues.collection_day_invalid': { why: (p) => `收缴日${p['day']}不是1至28之间的日期` },
  'dues.arrears_steps_out_of_order': { why: () => '批评教育的月数应少于需要研究的月数' },
  'dues.cycle_starts_inside_period': {
    why: (p) => `${p['cycle']}收缴应从一个周期的第一个月开始，${p['month']}不是`,
  },
  'dues.cycle_ends_before_start': { why: () => '收缴周期的结束早于开始' },
  'dues.not_in_roster': {
    why: (p) => `${p['name']}在${p['day']}不在本支部花名册里`,
    basis: `${DUES08}第9条`,
    instead: '由其组织关系所在的支部收取',
  },
  'dues.paid_in_future': { why: (p) => `收款日期${p['day']}还没有到` },
  'dues.amount_not_positive': { why: () => '金额应大于0' },
  'dues.paid_by_unit': {
    why: () => '单位不得代党员垫交党费或从工资中扣缴',
    basis: `${DUES08}第14条`,
    instead: '填写代交的亲属或党员姓名',
  },
  'dues.paid_for_without_name': { why: () => '代交的亲属还没有填写姓名', basis: `${DUES08}第12条` },
  'dues.paid_for_self': { why: () => '代交人就是党员本人', instead: '改为本人交纳' },
  'dues.remittance_empty': { why: () => '还没有选择要上缴的收款' },
  'dues.receipt_remitted_twice': { why: () => '所选收款中有一笔已经上缴' },
  'dues.cashier_is_account_keeper': { why: () => '收款和记账不能是同一人' },
  'dues.receipt_already_remitted': {
    why: () => '这笔收款已经上缴',
    instead: '先作废包含它的上缴记录',
  },
  'dues.receipt_already_cancelled': { why: () => '这笔收款已经作废' },
  'dues.remittance_sum_differs': {
    why: (p) => `上缴金额${yuan(p, 'amount')}元与所选收款合计${yuan(p, 'sum')}元不一致`,
    instead: '核对后按合计数上缴',
  },
  'dues.month_closed_by_older': { why: (p) => `${p['month']}之前已有更晚的核定` },
} satisfies Record<string, Sentence>;
