import { download, read, write, z, zCan, zDay, zId, zLine, zWords, zYear } from './lib.ts';
import { zPersonId } from './members.ts';
import { zOrgId } from './organisations.ts';
import { zCheckResult, zTransferId } from './transfers-words.ts';

const READ = { permission: 'transfers.read' } as const;
const WRITE = { permission: 'transfers.write' } as const;
const formats = z.enum(['html', 'docx', 'xlsx']).default('html');
export const zLetter = z.object({
  letterId: zId<'TransferLetter'>(),
  direction: z.enum(['out', 'in']),
  number: z.string(),
  caseId: zTransferId.nullable(),
  names: z.string(),
  people: z.number().int(),
  fromName: z.string(),
  toName: z.string(),
  duesMonth: z.string(),
  issuedOn: zDay,
  validDays: z.number().int(),
  validUntil: zDay,
  receiptOn: zDay.nullable(),
  receiptBy: z.string(),
  spoiled: z.boolean(),
  note: z.string(),
  expired: z.boolean(),
});
const zCheckRow = z.object({
  checkId: zId<'AffiliationCheck'>(),
  orgId: zOrgId,
  orgName: z.string(),
  year: z.number().int(),
  openedOn: zDay,
  closedOn: zDay.nullable(),
  total: z.number().int(),
  marked: z.number().int(),
  unsettled: z.number().int(),
  by: z.record(zCheckResult, z.number().int()),
});

/** 介绍信登记簿, settings, 整建制 and 组织关系排查. */
export const transferBooks = {
  letters: read({
    path: '/transfers/letters',
    access: READ,
    summary: '介绍信登记簿',
    input: z.object({
      orgId: zOrgId,
      year: zYear,
      direction: z.enum(['out', 'in']).default('out'),
    }),
    output: z.object({ letters: z.array(zLetter) }),
  }),
  lettersPaper: download({
    path: '/transfers/letters/paper',
    access: READ,
    summary: '打印、导出介绍信登记簿',
    input: z.object({
      orgId: zOrgId,
      year: zYear,
      direction: z.enum(['out', 'in']).default('out'),
      format: formats,
    }),
  }),
  settings: read({
    path: '/transfers/settings',
    access: READ,
    summary: '接转时限',
    input: z.object({ orgId: zOrgId }),
    output: z.object({
      sameCityDays: z.number().int(),
      elsewhereDays: z.number().int(),
      stepDays: z.number().int(),
      can: zCan,
    }),
  }),
  setSettings: write({
    path: '/transfers/settings',
    access: { permission: 'transfers.settings' },
    summary: '设定接转时限',
    input: {
      orgId: zOrgId,
      from: zDay,
      sameCityDays: z.number().int().min(1).max(90),
      elsewhereDays: z.number().int().min(1).max(90),
      stepDays: z.number().int().min(1).max(90),
    },
    output: z.object({}),
  }),
  wholes: read({
    path: '/transfers/whole',
    access: READ,
    summary: '整建制转接',
    input: z.object({ orgId: zOrgId }),
    output: z.object({
      wholes: z.array(
        z.object({
          wholeId: zId<'TransferWhole'>(),
          orgName: z.string(),
          fromName: z.string(),
          toName: z.string(),
          on: zDay,
          number: z.string(),
          people: z.number().int(),
        }),
      ),
      can: zCan,
    }),
  }),
  moveWhole: write({
    path: '/transfers/whole',
    access: WRITE,
    summary: '办理整建制转接',
    input: {
      orgId: zOrgId,
      toOrgId: zOrgId,
      on: zDay,
      number: zWords(40),
      approvedBy: zWords(100),
      approvalPaper: zWords(100),
    },
    output: z.object({ wholeId: zId<'TransferWhole'>(), people: z.number().int() }),
  }),
  wholePaper: download({
    path: '/transfers/whole/paper',
    access: READ,
    summary: '打印整建制转接名册',
    input: z.object({ wholeId: zId<'TransferWhole'>(), format: formats }),
  }),
  checks: read({
    path: '/transfers/checks',
    access: READ,
    summary: '组织关系排查',
    input: z.object({ orgId: zOrgId, year: zYear }),
    output: z.object({
      rows: z.array(zCheckRow),
      without: z.number().int(),
      can: zCan,
    }),
  }),
  checkDetail: read({
    path: '/transfers/checks/one',
    access: READ,
    summary: '一个支部的排查',
    input: z.object({ checkId: zId<'AffiliationCheck'>() }),
    output: z.object({
      ...zCheckRow.shape,
      version: z.number().int(),
      lines: z.array(
        z.object({
          personId: zPersonId,
          name: z.string(),
          result: zCheckResult.nullable(),
          note: z.string(),
          on: zDay.nullable(),
          /** What speaks for a result: marked as floating, lost, a transfer under way. */
          hint: z.string(),
        }),
      ),
      can: zCan,
    }),
  }),
  openChecks: write({
    path: '/transfers/checks',
    access: WRITE,
    summary: '开展组织关系排查',
    input: { orgId: zOrgId, year: z.number().int().min(1921).max(2199), on: zDay },
    output: z.object({ opened: z.number().int() }),
  }),
  markCheck: write({
    path: '/transfers/checks/mark',
    access: WRITE,
    summary: '登记排查结果',
    input: {
      checkId: zId<'AffiliationCheck'>(),
      on: zDay,
      marks: z
        .array(
          z.strictObject({
            personId: zPersonId,
            result: zCheckResult,
            note: zLine(200).default(''),
          }),
        )
        .min(1)
        .max(500),
      basedOn: z.number().int(),
    },
    output: z.object({ version: z.number().int() }),
  }),
  closeCheck: write({
    path: '/transfers/checks/close',
    access: WRITE,
    summary: '结束排查',
    input: { checkId: zId<'AffiliationCheck'>(), on: zDay, basedOn: z.number().int() },
    output: z.object({ version: z.number().int() }),
  }),
  checkPaper: download({
    path: '/transfers/checks/paper',
    access: READ,
    summary: '打印排查情况',
    input: z.object({ checkId: zId<'AffiliationCheck'>(), format: formats }),
  }),
};
