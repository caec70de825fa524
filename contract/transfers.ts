import {
  download,
  pageOf,
  read,
  write,
  z,
  zCan,
  zDay,
  zId,
  zLine,
  zMonth,
  zPage,
  zWords,
} from './lib.ts';
import { zFinding } from './admissions-words.ts';
import { zPersonId } from './members.ts';
import { zOrgId } from './organisations.ts';
import { transferBooks, zLetter } from './transfers-books.ts';
import {
  zAbout,
  zRoute,
  zSubject,
  zTab,
  zTransferDoer,
  zTransferId,
  zTransferMove,
  zTransferTold,
} from './transfers-words.ts';

export { transferRefusals } from './transfers-refusals.ts';
export {
  CHECK_RESULTS,
  SUBJECTS,
  TABS,
  TRANSFER_DOERS,
  TRANSFER_ROUTES,
  WHY,
} from './transfers-words.ts';

const READ = { permission: 'transfers.read' } as const;
const WRITE = { permission: 'transfers.write' } as const;
const reasons = z.record(z.string().max(60), zLine(500)).default({});
const zCaseRow = z.object({
  caseId: zTransferId,
  name: z.string(),
  subject: zSubject,
  route: zRoute,
  side: z.enum(['inside', 'outward', 'inward']),
  from: z.string(),
  to: z.string(),
  stateName: z.string(),
  standing: z.enum(['open', 'receipt', 'done', 'withdrawn']),
  next: z.string(),
  nextActor: zTransferDoer.nullable(),
  until: zDay.nullable(),
  /** Days to the last day of the next step; negative once it is past. */
  daysLeft: z.number().int().nullable(),
  /** Whether who looks does the next step. */
  mine: z.boolean(),
});
const stepForm = {
  caseId: zTransferId,
  move: zTransferMove,
  on: zDay,
};

/** 组织关系接转: both ends see one case; until received the sender answers for the member. */
export const transfersContract = {
  list: read({
    path: '/transfers',
    access: READ,
    summary: '组织关系接转',
    input: z.object({
      orgId: zOrgId,
      tab: zTab.default('inbox'),
      q: zLine(40).optional(),
      ...zPage,
    }),
    output: pageOf(zCaseRow).extend({
      counts: z.record(zTab, z.number().int()),
      can: zCan,
      /** Set where the nightly proof found somebody in no roster or in two. */
      rosterAlarm: z.number().int(),
    }),
  }),
  detail: read({
    path: '/transfers/case',
    access: READ,
    summary: '一项接转',
    input: z.object({ caseId: zTransferId }),
    output: z.object({
      ...zCaseRow.shape,
      fromCommittee: z.string(),
      toCommittee: z.string(),
      personId: zPersonId.nullable(),
      /** The branch that receives, for its groups and overseers; null where it is outside or out of sight. */
      receivingOrgId: zOrgId.nullable(),
      about: zAbout,
      version: z.number().int(),
      steps: z.array(
        z.object({
          stepId: z.string(),
          move: zTransferMove,
          label: z.string(),
          on: zDay,
          until: zDay.nullable(),
          told: zTransferTold,
          reasons: z.array(z.object({ rule: z.string(), reason: z.string() })),
          ofOther: z.boolean(),
          byName: z.string(),
          byAs: z.string(),
          enteredAt: z.string(),
          undo: zCan.valueType,
        }),
      ),
      undone: z.array(
        z.object({ on: zDay, moves: z.array(z.string()), reason: z.string(), byAs: z.string() }),
      ),
      letters: z.array(zLetter),
      nexts: z.array(
        z.object({
          move: zTransferMove,
          label: z.string(),
          actor: zTransferDoer,
          aside: z.boolean(),
          asks: z.array(z.string()),
          findings: z.array(zFinding),
          latest: zDay.nullable(),
          mine: z.boolean(),
        }),
      ),
      proposed: z.object({ letterNumber: z.string(), letterDays: z.number().int() }),
      responsible: z.string(),
      can: zCan,
    }),
  }),
  check: read({
    path: '/transfers/check',
    access: READ,
    summary: '这一步能不能办',
    input: z.object({ ...stepForm, form: z.string().max(20_000).default('{}') }),
    output: z.object({ findings: z.array(zFinding) }),
  }),
  people: read({
    path: '/transfers/people',
    access: READ,
    summary: '可以转出的同志',
    input: z.object({ orgId: zOrgId }),
    output: z.object({
      people: z.array(
        z.object({ personId: zPersonId, name: z.string(), subject: zSubject, note: z.string() }),
      ),
    }),
  }),
  directory: read({
    path: '/transfers/directory',
    access: READ,
    summary: '查找党组织',
    input: z.object({
      orgId: zOrgId,
      q: zLine(60),
      /** Only branches below the receiving committee of this case. */
      caseId: zTransferId.optional(),
    }),
    output: z.object({
      places: z.array(
        z.object({
          orgId: zOrgId,
          name: z.string(),
          committee: z.string(),
          /** internal: one committee for both, a change in its roster and no transfer. */
          way: z.enum(['transfer', 'internal']),
        }),
      ),
    }),
  }),
  dues: read({
    path: '/transfers/dues',
    access: READ,
    summary: '党费缴至',
    input: z.object({ orgId: zOrgId, personId: zPersonId }),
    output: z.object({ month: zMonth.nullable(), open: z.number().int() }),
  }),
  peers: read({
    path: '/transfers/peers',
    access: READ,
    summary: '本系统里的其他单位',
    input: z.object({}),
    output: z.object({
      peers: z.array(z.object({ tenantId: zId<'Tenant'>(), name: z.string() })),
    }),
  }),
  beginOut: write({
    path: '/transfers/out',
    access: WRITE,
    summary: '发起转出',
    input: {
      orgId: zOrgId,
      personId: zPersonId,
      route: zRoute,
      toOrgId: zOrgId.optional(),
      toTenant: zId<'Tenant'>().optional(),
      toName: zLine(100).optional(),
      toCommittee: zLine(100).optional(),
      on: zDay,
      told: zTransferTold.default({}),
    },
    output: z.object({ caseId: zTransferId, version: z.number().int() }),
  }),
  beginIn: write({
    path: '/transfers/in',
    access: WRITE,
    summary: '登记转入',
    input: {
      orgId: zOrgId,
      route: zRoute,
      name: zWords(50),
      category: z.enum(['full', 'probationary']),
      sex: z.enum(['male', 'female']).optional(),
      ethnic: zLine(20).optional(),
      bornOn: zDay.optional(),
      joinedOn: zDay.optional(),
      regularisedOn: zDay.optional(),
      probationEnds: zDay.optional(),
      idNumber: zLine(30).optional(),
      phone: zLine(30).optional(),
      fromName: zWords(100),
      fromCommittee: zLine(100).default(''),
      duesMonth: zMonth.optional(),
      startedOn: zDay,
      approvedOn: zDay.optional(),
      nationalNumber: zLine(60).optional(),
      letterNumber: zLine(40).optional(),
      letterDays: z.number().int().min(1).max(365).optional(),
    },
    output: z.object({ caseId: zTransferId, version: z.number().int() }),
  }),
  doStep: write({
    path: '/transfers/steps',
    access: WRITE,
    summary: '办理一步',
    input: {
      ...stepForm,
      told: zTransferTold.default({}),
      reasons,
      basedOn: z.number().int(),
    },
    output: z.object({ version: z.number().int(), stepId: z.string() }),
  }),
  undoStep: write({
    path: '/transfers/steps/undo',
    access: WRITE,
    summary: '撤回最后一步',
    input: {
      caseId: zTransferId,
      stepId: zId<'TransferStep'>(),
      reason: zWords(500),
      basedOn: z.number().int(),
    },
    output: z.object({ version: z.number().int() }),
  }),
  casePaper: download({
    path: '/transfers/case/paper',
    access: READ,
    summary: '打印介绍信、回执、接转情况',
    input: z.object({
      caseId: zTransferId,
      kind: z.enum(['letter', 'receipt', 'record']).default('letter'),
      format: z.enum(['html', 'docx']).default('html'),
    }),
  }),
  ...transferBooks,
};
