import { z, zDay, zId, zLine, zMoney, zMonth } from './lib.ts';
import { zPersonId } from './members-words.ts';
import { zOrgId } from './organisations.ts';

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
export const STAFF_KINDS = {
  civil: '公务员',
  worker: '机关工人',
  institution: '事业单位工作人员',
  enterprise: '企业人员',
  retired: '离退休人员',
} as const;
export const zStaffKind = z.enum(['civil', 'worker', 'institution', 'enterprise', 'retired']);
export const MID_YEAR_EVENTS = {
  accepted: '接收预备党员',
  transferred_in: '转入',
  retired: '退休',
  unemployed: '失业',
  employed: '入职',
  relief: '减免',
} as const;
export const zMidYearEvent = z.enum([
  'accepted',
  'transferred_in',
  'retired',
  'unemployed',
  'employed',
  'relief',
]);
export const zStep = z.enum(['none', 'remind', 'educate', 'person_must_judge']);
export const ROUNDINGS = { fen: '到分', jiao: '到角', yuan: '到元' } as const;
export const PAY_CHANGES = {
  keep: '年内不变，次年一月起',
  from_month: '自领取新工资的月份起，补差额',
} as const;

/** What a committee may fix; amounts in fen. */
export const zDuesSettings = z.object({
  rounding: z.enum(['fen', 'jiao', 'yuan']),
  farmerMonthly: zMoney,
  studentMonthly: zMoney,
  unemployedMonthly: zMoney,
  softCap: zMoney,
  collectionDay: z.number().int().min(1).max(31),
  educateFromMonths: z.number().int().min(1).max(60),
  judgeFromMonths: z.number().int().min(1).max(60),
  backPayMonths: z.number().int().min(1).max(60),
  payChange: z.enum(['keep', 'from_month']),
});

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

export const zReliefId = zId<'DuesRelief'>();
export const zSupplementId = zId<'DuesSupplement'>();
export const zPublicationId = zId<'DuesPublication'>();

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
  step: zStep,
  explanation: z.string(),
});

/** One member's line of a round of collection: what the form is filled with. */
export const zRoundLine = z.object({
  personId: zPersonId,
  name: z.string(),
  due: zMoney,
  paid: zMoney,
  /** Open in the months of the round. */
  open: zMoney,
  /** Open in months before the round. */
  before: zMoney,
  unassessed: z.array(zMonth),
  /** 补缴 and advances in words; empty as a rule. */
  note: z.string(),
});

/** A month of one member's account for a year (党费证). */
export const zYearLine = z.object({
  month: zMonth,
  due: zMoney.nullable(),
  paid: zMoney,
  open: zMoney,
  paidOn: zDay.nullable(),
  explanation: z.string(),
});

/** A remark beside an act that blocks nothing, with the ground it rests on. */
export const zDuesAdvice = z.object({ code: z.string(), text: z.string(), basis: z.string() });

export const branch = { orgId: zOrgId };
export const span = { fromMonth: zMonth, toMonth: zMonth };

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
  /** A voluntary sum that goes to the Centre whole (DUES17). */
  large: z.boolean(),
  note: z.string(),
  enteredAt: z.iso.datetime(),
  cancelled: z.boolean(),
  remitted: z.boolean(),
});
