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
  zPage,
  zText,
  zWords,
  zYear,
} from './lib.ts';
import {
  zCaseId,
  zComing,
  zDoer,
  zFinding,
  zLocalStepId,
  zMove,
  zNext,
  zPaperKey,
  zRegister,
  zTold,
} from './admissions-words.ts';
import { admissionArrange } from './admissions-arrange.ts';
import { zPersonId } from './members.ts';
import { zOrgId } from './organisations.ts';

export { PLAN_SPANS, PORTRAITS, type PortraitTable } from './admissions-arrange.ts';
export { admissionRefusals } from './admissions-refusals.ts';
export {
  CONCLUSIONS,
  DOERS,
  HEARD,
  MOVES,
  OBSERVATIONS,
  RECOMMENDERS,
  REGISTERS,
} from './admissions-words.ts';

const READ = { permission: 'admissions.read' } as const;
const WRITE = { permission: 'admissions.write' } as const;
const reasons = z.record(z.string().max(60), zLine(500));
const step = {
  caseId: zCaseId,
  move: zMove,
  on: zDay,
  told: zTold,
  meetingId: zId<'Meeting'>().optional(),
  voteId: zId<'Vote'>().optional(),
  papers: z.array(zPaperKey).max(20).default([]),
  reasons: reasons.default({}),
};
const zCaseRow = z.object({
  caseId: zCaseId,
  personId: zPersonId,
  name: z.string(),
  orgId: zOrgId,
  orgName: z.string(),
  register: zRegister,
  stateName: z.string(),
  next: z.string(),
  nextActor: zDoer.nullable(),
  from: zDay.nullable(),
  until: zDay.nullable(),
  overdue: z.boolean(),
});
const zPerson = z.object({
  personId: zPersonId,
  name: z.string(),
  from: zDay,
  to: zDay.nullable(),
});

/** 发展党员: from the application to the filed dossier. */
export const admissionsContract = {
  list: read({
    path: '/admissions',
    access: READ,
    summary: '四类名册',
    input: z.object({
      orgId: zOrgId,
      /** A register, or all that have not ended. */
      register: zRegister.or(z.literal('open')).default('applicants'),
      q: zLine(40).optional(),
      /** Who does the next step; `above`: whichever body above the branch. */
      nextActor: zDoer.or(z.literal('above')).optional(),
      ...zPage,
    }),
    output: pageOf(zCaseRow).extend({
      counts: z.record(zRegister, z.number().int()),
      can: zCan,
    }),
  }),
  detail: read({
    path: '/admissions/case',
    access: READ,
    summary: '全程纪实',
    input: z.object({ caseId: zCaseId }),
    output: z.object({
      ...zCaseRow.shape,
      version: z.number().int(),
      rules: z.string(),
      approver: z.string(),
      mobile: z.boolean(),
      contacts: z.array(zPerson),
      introducers: z.array(zPerson),
      /** Names of all whom the steps name, by id: contacts, introducers, tellers. */
      named: z.record(z.string(), z.string()),
      /** 教育考察责任人, named by the organisation somebody came over to. */
      overseers: z.array(zPerson),
      steps: z.array(
        z.object({
          stepId: z.string(),
          move: zMove,
          label: z.string(),
          on: zDay,
          until: zDay.nullable(),
          rules: z.string(),
          told: zTold,
          vote: z.string(),
          meetingId: zId<'Meeting'>().nullable(),
          reasons: z.array(z.object({ rule: z.string(), reason: z.string() })),
          fromPaper: z.boolean(),
          byName: z.string(),
          byAs: z.string(),
          enteredAt: z.string(),
          late: z.boolean(),
          /** Whether it may be taken back, with all done after it. */
          undo: zCan.valueType,
        }),
      ),
      /** Local steps done, each after the first so many steps of the chart. */
      locals: z.array(
        z.object({
          doneId: zId<'LocalDone'>(),
          name: z.string(),
          after: z.number().int(),
          on: zDay,
          paper: z.string(),
          note: z.string(),
          byName: z.string(),
          byAs: z.string(),
          enteredAt: z.string(),
          /** Whether it may be taken back: while nothing came after it. */
          undo: zCan.valueType,
        }),
      ),
      /** Local steps that may be done now. */
      localNexts: z.array(
        z.object({
          stepId: zLocalStepId,
          name: z.string(),
          before: z.string(),
          actor: zDoer,
          paper: z.string(),
          required: z.boolean(),
          source: z.string(),
          mine: z.boolean(),
        }),
      ),
      undone: z.array(z.object({ on: zDay, moves: z.array(z.string()), reason: z.string() })),
      pauses: z.array(z.object({ from: zDay, to: zDay.nullable(), reason: z.string() })),
      objections: z.array(
        z.object({
          objectionId: zId<'Objection'>(),
          number: z.number().int(),
          receivedOn: zDay,
          matter: z.string(),
          answeredOn: zDay.nullable(),
          answer: z.string(),
        }),
      ),
      papers: z.array(
        z.object({
          key: zPaperKey,
          name: z.string(),
          archived: z.boolean(),
          there: z.boolean(),
          files: z.array(
            z.object({ id: zId<'AdmissionFile'>(), fileId: zId<'File'>(), name: z.string() }),
          ),
        }),
      ),
      nexts: z.array(zNext),
      coming: z.array(zComing),
      can: zCan,
    }),
  }),
  usual: read({
    path: '/admissions/usual',
    access: READ,
    summary: '通常的步骤',
    input: z.object({}),
    output: z.object({
      /** In the order of the chart; a step of one rule-set only names it. */
      steps: z.array(z.object({ move: zMove, label: z.string(), version: z.string() })),
    }),
  }),
  check: read({
    path: '/admissions/check',
    access: READ,
    summary: '这一步能不能办',
    input: z.object({
      caseId: zCaseId,
      move: zMove,
      on: zDay,
      /** The form as JSON, so that a half-filled one can be checked while typing. */
      form: z.string().max(20_000).default('{}'),
    }),
    output: z.object({
      findings: z.array(zFinding),
      /** Of a public notice: its last day if it begins on the day asked about. */
      notice: z.object({ until: zDay, provisional: z.boolean() }).nullable(),
    }),
  }),
  meetings: read({
    path: '/admissions/meetings',
    access: READ,
    summary: '可以引用的会议',
    input: z.object({ caseId: zCaseId, body: z.enum(['members', 'committee']) }),
    output: z.object({
      meetings: z.array(
        z.object({
          meetingId: zId<'Meeting'>(),
          on: zDay,
          title: z.string(),
          votes: z.array(
            z.object({ voteId: zId<'Vote'>(), subject: z.string(), text: z.string() }),
          ),
        }),
      ),
    }),
  }),
  helpers: read({
    path: '/admissions/helpers',
    access: READ,
    summary: '可以担任培养联系人、入党介绍人的党员',
    input: z.object({ caseId: zCaseId, role: z.enum(['contact', 'introducer']), on: zDay }),
    output: z.object({
      people: z.array(
        z.object({
          personId: zPersonId,
          name: z.string(),
          findings: z.array(zFinding),
        }),
      ),
    }),
  }),
  casePaper: download({
    path: '/admissions/case/paper',
    access: READ,
    summary: '打印全程纪实表、移交清单、决议、整本档案',
    input: z.object({
      caseId: zCaseId,
      kind: z.enum(['record', 'list', 'dossier', 'resolution']).default('record'),
      format: z.enum(['html', 'docx']).default('html'),
    }),
  }),
  registerPaper: download({
    path: '/admissions/paper',
    access: READ,
    summary: '打印名册',
    input: z.object({
      orgId: zOrgId,
      register: zRegister.default('applicants'),
      format: z.enum(['html', 'docx', 'xlsx']).default('html'),
    }),
  }),
  booksPaper: download({
    path: '/admissions/books/paper',
    access: READ,
    summary: '打印志愿书领取登记簿',
    input: z.object({
      orgId: zOrgId,
      year: zYear,
      format: z.enum(['html', 'docx', 'xlsx']).default('html'),
    }),
  }),
  begin: write({
    path: '/admissions/cases',
    access: WRITE,
    summary: '登记入党申请',
    input: {
      orgId: zOrgId,
      personId: zPersonId.optional(),
      name: zWords(50).optional(),
      sex: z.enum(['male', 'female']).optional(),
      bornOn: zDay.optional(),
      idNumber: zLine(30).optional(),
      phone: zLine(30).optional(),
      work: zLine(100).optional(),
      mobile: z.boolean().default(false),
      league: z.boolean().default(false),
      steps: z
        .array(z.strictObject({ move: zMove, on: zDay, told: zTold.default({}) }))
        .min(1)
        .max(60),
    },
    output: z.object({ caseId: zCaseId, personId: zPersonId }),
  }),
  doStep: write({
    path: '/admissions/steps',
    access: WRITE,
    summary: '办理一步',
    input: { ...step, basedOn: z.number().int() },
    output: z.object({ version: z.number().int(), stepId: z.string() }),
  }),
  undoStep: write({
    path: '/admissions/steps/undo',
    access: WRITE,
    summary: '撤回一步',
    input: {
      caseId: zCaseId,
      stepId: zId<'AdmissionStep'>(),
      reason: zWords(500),
      basedOn: z.number().int(),
    },
    output: z.object({ version: z.number().int(), fell: z.array(zMove) }),
  }),
  doLocal: write({
    path: '/admissions/local-steps/done',
    access: WRITE,
    summary: '办理本地步骤',
    input: {
      caseId: zCaseId,
      stepId: zLocalStepId,
      on: zDay,
      hasPaper: z.boolean().default(false),
      note: zText(2000).default(''),
      basedOn: z.number().int(),
    },
    output: z.object({ version: z.number().int() }),
  }),
  undoLocal: write({
    path: '/admissions/local-steps/undo',
    access: WRITE,
    summary: '撤回本地步骤',
    input: {
      caseId: zCaseId,
      doneId: zId<'LocalDone'>(),
      reason: zWords(500),
      basedOn: z.number().int(),
    },
    output: z.object({ version: z.number().int() }),
  }),
  pause: write({
    path: '/admissions/pauses',
    access: WRITE,
    summary: '中止',
    input: { caseId: zCaseId, on: zDay, reason: zWords(500), basedOn: z.number().int() },
    output: z.object({ version: z.number().int() }),
  }),
  resume: write({
    path: '/admissions/pauses/end',
    access: WRITE,
    summary: '恢复',
    input: { caseId: zCaseId, on: zDay, basedOn: z.number().int() },
    output: z.object({ version: z.number().int() }),
  }),
  object: write({
    path: '/admissions/objections',
    access: WRITE,
    summary: '登记公示意见',
    input: { caseId: zCaseId, receivedOn: zDay, matter: zWords(1000) },
    output: z.object({ objectionId: zId<'Objection'>(), number: z.number().int() }),
  }),
  answer: write({
    path: '/admissions/objections/answer',
    access: WRITE,
    summary: '答复公示意见',
    input: { caseId: zCaseId, objectionId: zId<'Objection'>(), on: zDay, answer: zWords(2000) },
    output: z.object({}),
  }),
  attach: write({
    path: '/admissions/files',
    access: WRITE,
    summary: '附上材料扫描件',
    input: { caseId: zCaseId, paper: zPaperKey, fileId: zId<'File'>() },
    output: z.object({}),
  }),
  detach: write({
    path: '/admissions/files/remove',
    access: WRITE,
    summary: '取下扫描件',
    input: { caseId: zCaseId, id: zId<'AdmissionFile'>() },
    output: z.object({}),
  }),
  ...admissionArrange,
};
