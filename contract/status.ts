import { download, pageOf, read, write, z, zCan, zDay, zFlag, zId, zLine, zWords } from './lib.ts';
import { zPersonId } from './members.ts';
import { zOrgId } from './organisations.ts';
import {
  zClause,
  zLostCause,
  zPaperNumber,
  zSearchResult,
  zSearchWay,
  zStatusAsk,
  zStatusCaseId,
  zStatusFinding,
  zStatusKind,
  zStatusMove,
  zStatusPaper,
  zStatusTold,
  zUndoCause,
} from './status-words.ts';

export { statusRefusals } from './status-refusals.ts';
export {
  CLAUSE_WORDS,
  GROUNDS,
  HEARD_HOW,
  LOST_CAUSES,
  MEASURES,
  REGULATIONS,
  SANCTIONS,
  SEARCH_RESULTS,
  SEARCH_WAYS,
  STATUS_DOERS,
  STATUS_KINDS,
  PAPER_WORDS,
  UNDO_CAUSES,
  isClause,
  isPaperNumber,
} from './status-words.ts';

const READ = { permission: 'status.read' } as const;
const WRITE = { permission: 'status.write' } as const;
const DEATH = { permission: 'status.death' } as const;
const zLostId = zId<'Lost'>();
const nothing = z.object({});
const format = z.enum(['docx', 'html']).default('docx');

const zCaseRow = z.object({
  caseId: zStatusCaseId,
  personId: zPersonId,
  name: z.string(),
  orgId: zOrgId,
  orgName: z.string(),
  kind: zStatusKind,
  stateName: z.string(),
  ended: z.boolean(),
  next: z.string(),
  until: zDay.nullable(),
});
const step = {
  caseId: zStatusCaseId,
  move: zStatusMove,
  on: zDay,
  told: zStatusTold,
  meetingId: zId<'Meeting'>().optional(),
  voteId: zId<'Vote'>().optional(),
  papers: z.array(zStatusPaper).max(10).default([]),
};
const zSearch = z.object({
  searchId: z.string(),
  on: zDay,
  how: zSearchWay,
  searcher: z.string(),
  result: zSearchResult,
});
const zLost = z.object({
  lostId: zLostId,
  personId: zPersonId,
  name: z.string(),
  orgName: z.string(),
  since: zDay,
  cause: zLostCause,
  recordedOn: zDay,
  foundOn: zDay.nullable(),
  months: z.number().int(),
  /** First day on which suspension may be decided. */
  reachedOn: zDay,
  searches: z.array(zSearch),
});
const zOutcome = z.object({
  kind: zStatusKind,
  conclusion: z.string(),
  on: zDay,
  until: zDay.nullable(),
  paper: z.string(),
});
const settings = {
  rejoinYears: z.number().int().min(0).max(20),
  correctMonths: z.number().int().min(1).max(12),
  warningMonths: z.number().int().min(1).max(60),
  seriousMonths: z.number().int().min(1).max(60),
  removalMonths: z.number().int().min(1).max(60),
  probationMonths: z.number().int().min(1).max(60),
};

/** 党籍管理和组织处置; case files for the handling posts alone, each view in the log. */
export const statusContract = {
  list: read({
    path: '/status',
    access: READ,
    summary: '组织处置事项',
    input: z.object({ orgId: zOrgId, ended: zFlag.optional(), q: zLine(40).optional() }),
    output: pageOf(zCaseRow).extend({ can: zCan }),
  }),
  detail: read({
    path: '/status/case',
    access: READ,
    summary: '一件组织处置事项（查看留痕）',
    input: z.object({ caseId: zStatusCaseId }),
    output: z.object({
      ...zCaseRow.shape,
      version: z.number().int(),
      approver: z.string(),
      /** Who may read the case. */
      readers: z.array(z.string()),
      /** What the person may do today, in words. */
      rights: z.string(),
      aboveReads: z.boolean(),
      defaults: z.object(settings),
      steps: z.array(
        z.object({
          stepId: z.string(),
          move: zStatusMove,
          label: z.string(),
          on: zDay,
          until: zDay.nullable(),
          told: zStatusTold,
          vote: z.string(),
          fromPaper: z.boolean(),
          byName: z.string(),
          byAs: z.string(),
          enteredAt: z.string(),
          undo: zCan.valueType,
        }),
      ),
      undone: z.array(z.object({ on: zDay, moves: z.array(z.string()), cause: zUndoCause })),
      nexts: z.array(
        z.object({
          move: zStatusMove,
          label: z.string(),
          actor: z.enum(['branch', 'committee']),
          aside: z.boolean(),
          findings: z.array(zStatusFinding),
          earliest: zDay.nullable(),
          latest: zDay.nullable(),
          asks: z.array(zStatusAsk),
          papers: z.array(z.object({ key: zStatusPaper, name: z.string(), needed: z.boolean() })),
          meeting: z
            .object({ body: z.enum(['members', 'committee']), by: z.enum(['decision', 'vote']) })
            .nullable(),
          mine: z.boolean(),
        }),
      ),
      can: zCan,
    }),
  }),
  check: read({
    path: '/status/check',
    access: READ,
    summary: '这一步能不能办',
    input: z.object({
      caseId: zStatusCaseId,
      move: zStatusMove,
      on: zDay,
      /** The form as JSON, so that a half-filled one can be checked while typing. */
      form: z.string().max(10_000).default('{}'),
    }),
    output: z.object({ findings: z.array(zStatusFinding) }),
  }),
  meetings: read({
    path: '/status/meetings',
    access: READ,
    summary: '可以引用的会议',
    input: z.object({ caseId: zStatusCaseId, body: z.enum(['members', 'committee']) }),
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
  begin: write({
    path: '/status/begin',
    access: WRITE,
    summary: '开始一件组织处置事项',
    input: { personId: zPersonId, kind: zStatusKind },
    output: z.object({ caseId: zStatusCaseId }),
  }),
  takeOver: write({
    path: '/status/take-over',
    access: WRITE,
    summary: '据纸质材料登记已办结的',
    input: {
      personId: zPersonId,
      kind: zStatusKind,
      on: zDay,
      paper: zPaperNumber.refine((text) => text !== '', '不能为空'),
      clause: zClause.optional(),
      sanction: z
        .enum(['warning', 'serious_warning', 'removal', 'probation', 'expulsion'])
        .optional(),
      organ: zLine(60).optional(),
      until: zDay.optional(),
    },
    output: z.object({ caseId: zStatusCaseId }),
  }),
  doStep: write({
    path: '/status/step',
    access: WRITE,
    summary: '办理一步',
    input: { ...step, basedOn: z.number().int() },
    output: z.object({ version: z.number().int(), stepId: z.string() }),
  }),
  undoStep: write({
    path: '/status/step/undo',
    access: WRITE,
    summary: '撤回一步',
    input: {
      caseId: zStatusCaseId,
      stepId: zId<'StatusStep'>(),
      cause: zUndoCause,
      basedOn: z.number().int(),
    },
    output: z.object({ version: z.number().int(), fell: z.array(zStatusMove) }),
  }),
  casePaper: download({
    path: '/status/case/paper',
    access: READ,
    summary: '呈批表、决议、谈话记录、告知书（查看留痕）',
    input: z.object({
      caseId: zStatusCaseId,
      kind: z.enum(['sheet', 'resolution', 'talk', 'notice']),
      format,
    }),
  }),
  person: read({
    path: '/status/person',
    access: { permission: 'members.read' },
    summary: '一名党员的权利和党籍状况',
    input: z.object({ personId: zPersonId }),
    output: z.object({
      rights: z.string(),
      standing: z.enum(['full', 'probationary', 'suspended', 'gone']),
      /** One line of the clocks, for those who handle cases. */
      clock: z.string().nullable(),
      lost: zLost.nullable(),
      lastContact: zDay.nullable(),
      outcomes: z.array(zOutcome),
      cases: z.array(zCaseRow),
      can: zCan,
    }),
  }),
  own: read({
    path: '/status/own',
    access: 'session',
    summary: '本人的党员权利和处理结论',
    input: z.object({}),
    output: z.object({ rights: z.string(), outcomes: z.array(zOutcome) }),
  }),
  lost: read({
    path: '/status/lost',
    access: READ,
    summary: '失联党员台账',
    input: z.object({ orgId: zOrgId, all: zFlag.optional() }),
    output: pageOf(zLost).extend({ can: zCan }),
  }),
  lostPaper: download({
    path: '/status/lost/paper',
    access: READ,
    summary: '失联党员台账',
    input: z.object({ orgId: zOrgId, format: z.enum(['docx', 'xlsx', 'html']).default('docx') }),
  }),
  recordLost: write({
    path: '/status/lost/record',
    access: WRITE,
    summary: '登记失联',
    input: { personId: zPersonId, since: zDay, cause: zLostCause, on: zDay },
    output: z.object({ lostId: zLostId }),
  }),
  recordSearch: write({
    path: '/status/lost/search',
    access: WRITE,
    summary: '登记查找记录',
    input: {
      lostId: zLostId,
      on: zDay,
      how: zSearchWay,
      searcher: zWords(30),
      result: zSearchResult,
    },
    output: z.object({ searchId: z.string() }),
  }),
  recordFound: write({
    path: '/status/lost/found',
    access: WRITE,
    summary: '登记取得联系',
    input: { lostId: zLostId, on: zDay },
    output: nothing,
  }),
  recordDeath: write({
    path: '/status/death',
    access: DEATH,
    summary: '登记去世',
    input: { personId: zPersonId, on: zDay, paper: zLine(80).default('') },
    output: nothing,
  }),
  takeBackDeath: write({
    path: '/status/death/undo',
    access: DEATH,
    summary: '撤销误登的去世',
    input: { personId: zPersonId, on: zDay },
    output: nothing,
  }),
  settings: read({
    path: '/status/settings',
    access: READ,
    summary: '按上级规定的期限',
    input: z.object({ orgId: zOrgId }),
    output: z.object({ ...settings, can: zCan }),
  }),
  setSettings: write({
    path: '/status/settings/set',
    access: { permission: 'status.settings' },
    summary: '规定期限',
    input: { orgId: zOrgId, from: zDay, ...settings },
    output: nothing,
  }),
};
