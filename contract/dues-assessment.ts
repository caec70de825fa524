import { read, write, z, zDay, zLine, zMoney, zMonth, zWords, zYear } from './lib.ts';
import { zPersonId } from './members-words.ts';
import {
  branch,
  zAssessmentLine,
  zCycle,
  zDuesSettings,
  zMidYearEvent,
  zPayerKind,
  zReliefId,
  zStaffKind,
  zSupplementId,
} from './dues-words.ts';

const zRule = z.object({
  id: z.string(),
  summary: z.string(),
  basis: z.string(),
  sure: z.boolean(),
});
const BASE = { permission: 'dues.base' } as const;
const READ = { permission: 'dues.read' } as const;
const WRITE = { permission: 'dues.write' } as const;

/** 核定, 减免, 补缴 and what a committee fixes. */
export const assessmentEndpoints = {
  assessment: read({
    path: '/dues/assessment',
    access: BASE,
    summary: '年初核定',
    input: z.object({ ...branch, month: zMonth }),
    output: z.object({
      lines: z.array(zAssessmentLine),
      cycle: zCycle,
      cycleBasis: z.string(),
      /** The last act of 核定 of the year: its day, and the month it counts from. */
      assessedOn: zDay.nullable(),
      assessedFrom: zMonth.nullable(),
      payChange: z.enum(['keep', 'from_month']),
      rules: z.array(zRule),
    }),
  }),
  assess: write({
    path: '/dues/assess',
    access: BASE,
    summary: '核定月应交党费',
    input: {
      ...branch,
      fromMonth: zMonth,
      decidedOn: zDay.optional(),
      lines: z
        .array(z.object({ personId: zPersonId, payerKind: zPayerKind, base: zMoney.nullable() }))
        .min(1)
        .max(500),
    },
    output: z.object({ changed: z.number().int(), unchanged: z.number().int() }),
  }),
  reckon: read({
    path: '/dues/reckon',
    access: BASE,
    summary: '试算月应交党费',
    input: z.object({
      ...branch,
      month: zMonth,
      payerKind: zPayerKind,
      base: z.coerce.number().int().min(0).max(1_000_000_000).optional(),
    }),
    output: z.object({ amount: zMoney, explanation: z.string(), aboveSoftCap: z.boolean() }),
  }),
  baseItems: read({
    path: '/dues/base-items',
    access: BASE,
    summary: '计算基数的项目',
    input: z.object({ kind: zStaffKind }),
    output: z.object({
      items: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          effect: z.enum(['counts', 'deducted', 'excluded']),
          rule: zRule,
        }),
      ),
    }),
  }),
  baseSum: read({
    path: '/dues/base-sum',
    access: BASE,
    summary: '按项目计算基数',
    /** `items`: `post_pay:200000,income_tax:3000`, amounts in fen. */
    input: z.object({ kind: zStaffKind, items: zLine(2_000) }),
    output: z.object({ base: zMoney, explanation: z.string() }),
  }),
  changePay: write({
    path: '/dues/pay-change',
    access: BASE,
    summary: '年中收入变动',
    input: {
      personId: zPersonId,
      payerKind: zPayerKind,
      base: zMoney.nullable(),
      fromMonth: zMonth,
      decidedOn: zDay,
      event: zMidYearEvent.nullable().default(null),
    },
    output: z.object({ newBaseFrom: zMonth, supplements: z.number().int(), amount: zMoney }),
  }),
  setCycle: write({
    path: '/dues/cycle',
    access: WRITE,
    summary: '收缴周期',
    input: { ...branch, cycle: zCycle, basis: zLine(200).default(''), fromMonth: zMonth },
    output: z.object({ adviseBasis: z.boolean() }),
  }),
  settings: read({
    path: '/dues/settings',
    access: READ,
    summary: '党费计算口径',
    input: z.object({ ...branch, month: zMonth }),
    output: z.object({
      settings: zDuesSettings,
      /** By which organisation each was fixed; the nearest one first. */
      fixedBy: z.array(z.object({ orgName: z.string(), from: zMonth, own: z.boolean() })),
    }),
  }),
  setSettings: write({
    path: '/dues/settings',
    access: { permission: 'dues.settings' },
    summary: '规定党费计算口径',
    input: { ...branch, fromMonth: zMonth, settings: zDuesSettings },
    output: z.object({}),
  }),
  reliefs: read({
    path: '/dues/reliefs',
    access: READ,
    summary: '减免党费',
    input: z.object({ ...branch, year: zYear }),
    output: z.object({
      reliefs: z.array(
        z.object({
          reliefId: zReliefId,
          personId: zPersonId,
          name: z.string(),
          amount: zMoney,
          fromMonth: zMonth,
          toMonth: zMonth.nullable(),
          studiedOn: zDay,
          approvedOn: zDay.nullable(),
          approvedBy: z.string(),
          approvalPaper: z.string(),
          /** As the member gave it; empty where it stands on the paper only. */
          reason: z.string(),
        }),
      ),
    }),
  }),
  grantRelief: write({
    path: '/dues/relief',
    access: WRITE,
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
      reason: zWords(200),
    },
    output: z.object({}),
  }),
  endRelief: write({
    path: '/dues/relief/end',
    access: WRITE,
    summary: '结束减免',
    input: { personId: zPersonId, fromMonth: zMonth, reason: zWords(200) },
    output: z.object({}),
  }),
  supplements: read({
    path: '/dues/supplements',
    access: READ,
    summary: '补缴差额',
    input: z.object({ ...branch, year: zYear }),
    output: z.object({
      supplements: z.array(
        z.object({
          supplementId: zSupplementId,
          personId: zPersonId,
          name: z.string(),
          month: zMonth,
          amount: zMoney,
          decidedOn: zDay,
          reason: z.string(),
        }),
      ),
    }),
  }),
};
