import { download, read, write, z, zCan, zDay, zLine, zMonth, zWords, zYear } from './lib.ts';
import { zCaseId, zDoer, zLocalStepId, zMove, zRegister } from './admissions-words.ts';
import { zOrgId } from './organisations.ts';

const READ = { permission: 'admissions.read' } as const;
const SETTINGS = { permission: 'admissions.settings' } as const;

/** Years that a plan covers. */
export const PLAN_SPANS = { one: '年度计划', five: '五年规划' } as const;
const zSpan = z.enum(['one', 'five']);

/** What the structure of those on the way is shown by. */
export const PORTRAITS = {
  sex: '性别',
  age: '年龄',
  education: '学历',
  occupation: '职业',
  sector: '单位类别',
} as const;
export type PortraitTable = keyof typeof PORTRAITS;
const zPortrait = z.enum(['sex', 'age', 'education', 'occupation', 'sector']);

const zCaseName = z.object({
  caseId: zCaseId,
  name: z.string(),
  orgName: z.string(),
  stateName: z.string(),
});
const zCount = z.number().int();

const zCalendarLine = z.object({
  caseId: zCaseId,
  name: z.string(),
  orgName: z.string(),
  move: zMove,
  label: z.string(),
  actor: zDoer,
  on: zDay,
  /** The first day on which it may be done, or the last one in time. */
  kind: z.enum(['earliest', 'latest']),
  /** Reckoned as if the steps before it were done on their first possible days. */
  assumed: z.boolean(),
  /** A year without a holiday table is touched. */
  provisional: z.boolean(),
  basis: z.string(),
});

/** Plans, structure, forecast, and what a committee fixes for those below. */
export const admissionArrange = {
  plans: read({
    path: '/admissions/plans',
    access: READ,
    summary: '发展党员计划',
    input: z.object({
      orgId: zOrgId,
      span: zSpan.default('one'),
      /** The year, or the first of five; without it the plan that covers today. */
      year: zYear.optional(),
    }),
    output: z.object({
      year: zCount,
      /** Last year of the plan. */
      to: zCount,
      /** First years of the organisation's plans of this kind, the latest first. */
      known: z.array(zCount),
      rows: z.array(
        z.object({
          orgId: zOrgId,
          orgName: z.string(),
          quota: zCount.nullable(),
          paper: z.string(),
          /** Of five years: the yearly plans handed out so far, added up. */
          handedOut: zCount.nullable(),
          used: zCount,
          targets: zCount,
        }),
      ),
      can: zCan,
    }),
  }),
  setPlan: write({
    path: '/admissions/plans',
    access: SETTINGS,
    summary: '下达计划',
    input: {
      orgId: zOrgId,
      span: zSpan.default('one'),
      year: z.number().int().min(1921).max(2199),
      quota: z.number().int().min(0).max(100_000),
      paper: zLine(100).default(''),
    },
    output: z.object({}),
  }),
  accepted: read({
    path: '/admissions/plans/accepted',
    access: READ,
    summary: '计划内已接收的预备党员',
    input: z.object({ orgId: zOrgId, from: zYear, to: zYear }),
    output: z.object({
      rows: z.array(z.object({ ...zCaseName.shape, on: zDay })),
    }),
  }),
  structure: read({
    path: '/admissions/structure',
    access: READ,
    summary: '发展党员队伍结构',
    input: z.object({ orgId: zOrgId }),
    output: z.object({
      totals: z.record(zRegister, zCount),
      tables: z.array(
        z.object({
          key: zPortrait,
          lines: z.array(
            z.object({ key: z.string(), name: z.string(), counts: z.record(zRegister, zCount) }),
          ),
        }),
      ),
    }),
  }),
  structurePeople: read({
    path: '/admissions/structure/people',
    access: READ,
    summary: '一个数字由哪些人组成',
    input: z.object({ orgId: zOrgId, register: zRegister, table: zPortrait, key: zWords(40) }),
    output: z.object({ rows: z.array(zCaseName) }),
  }),
  idle: read({
    path: '/admissions/idle',
    access: READ,
    summary: '近三年未发展党员的党支部',
    input: z.object({ orgId: zOrgId }),
    output: z.object({
      since: zDay,
      branches: zCount,
      rows: z.array(
        z.object({
          orgId: zOrgId,
          orgName: z.string(),
          sector: z.string(),
          /** Day of the last admission that is known; null: none is. */
          last: zDay.nullable(),
          /** First day of the branch. */
          begun: zDay,
          applicants: zCount,
          activists: zCount,
          targets: zCount,
        }),
      ),
    }),
  }),
  idlePaper: download({
    path: '/admissions/idle/paper',
    access: READ,
    summary: '打印近三年未发展党员的党支部',
    input: z.object({
      orgId: zOrgId,
      format: z.enum(['html', 'docx', 'xlsx']).default('html'),
    }),
  }),
  calendar: read({
    path: '/admissions/calendar',
    access: READ,
    summary: '今后一年的发展日历',
    input: z.object({
      orgId: zOrgId,
      /** One month of it; without it all, where they are not too many. */
      month: zMonth.optional(),
    }),
    output: z.object({
      from: zDay,
      until: zDay,
      months: z.array(z.object({ month: zMonth, lines: zCount })),
      /** The month whose lines these are; null: all of them. */
      month: zMonth.nullable(),
      lines: z.array(zCalendarLine),
    }),
  }),
  calendarPaper: download({
    path: '/admissions/calendar/paper',
    access: READ,
    summary: '打印发展日历',
    input: z.object({
      orgId: zOrgId,
      month: zMonth.optional(),
      format: z.enum(['html', 'docx', 'xlsx']).default('html'),
    }),
  }),
  settings: read({
    path: '/admissions/settings',
    access: READ,
    summary: '发展党员的口径',
    input: z.object({ orgId: zOrgId }),
    output: z.object({
      countyCheck: z.boolean(),
      observeMonths: z.number().int(),
      noticeWorkdays: z.number().int(),
      trainingHours: z.number().int(),
      approves: z.boolean(),
      can: zCan,
    }),
  }),
  setSettings: write({
    path: '/admissions/settings',
    access: SETTINGS,
    summary: '设定口径',
    input: {
      orgId: zOrgId,
      from: zDay,
      countyCheck: z.boolean(),
      observeMonths: z.number().int().min(1).max(12),
      noticeWorkdays: z.number().int().min(5).max(30),
      trainingHours: z.number().int().min(24).max(200),
      approves: z.boolean(),
    },
    output: z.object({}),
  }),
  locals: read({
    path: '/admissions/local-steps',
    access: READ,
    summary: '本地步骤',
    input: z.object({ orgId: zOrgId }),
    output: z.object({
      steps: z.array(
        z.object({
          stepId: zLocalStepId,
          name: z.string(),
          before: zMove,
          beforeLabel: z.string(),
          actor: zDoer,
          paper: z.string(),
          required: z.boolean(),
          source: z.string(),
          from: zDay,
          to: zDay.nullable(),
          orgName: z.string(),
          /** Fixed by the organisation asked for; others come from above. */
          own: z.boolean(),
        }),
      ),
      /** Steps of the chart that one may come before. */
      places: z.array(z.object({ move: zMove, label: z.string() })),
      can: zCan,
    }),
  }),
  addLocal: write({
    path: '/admissions/local-steps',
    access: SETTINGS,
    summary: '增设本地步骤',
    input: {
      orgId: zOrgId,
      name: zWords(40),
      before: zMove,
      actor: zDoer,
      paper: zLine(60).default(''),
      required: z.boolean(),
      source: zWords(100),
      from: zDay,
    },
    output: z.object({ stepId: zLocalStepId }),
  }),
  dropLocal: write({
    path: '/admissions/local-steps/end',
    access: SETTINGS,
    summary: '停用本地步骤',
    input: { stepId: zLocalStepId, on: zDay },
    output: z.object({}),
  }),
};
