import { download, pageOf, read, write, z, zDay, zId, zPage, zWords } from './lib.ts';
import type { Sentence } from './sentence.ts';

const zOrgId = zId<'Organisation'>();
const zCalendarId = zId<'DutyCalendar'>();
export const DUTY_STATES = {
  done: '已办',
  ahead: '待办',
  missed: '未办',
  entered_later: '补录',
} as const;
/** Branches keep a roster and owe what branches owe; the bodies over them owe other things. */
export const DUTY_BODIES = { branches: '党支部', bodies_above: '上级党组织' } as const;
export type DutyBody = keyof typeof DUTY_BODIES;
const zState = z.enum(['done', 'ahead', 'missed', 'entered_later']);

/** One thing due, with why, on what ground, and the form that does it. */
export const zDue = z.object({
  key: z.string(),
  title: z.string(),
  reason: z.string(),
  basis: z.string(),
  dueOn: zDay,
  state: zState,
  orgId: zOrgId,
  orgName: z.string(),
  /** The button: 记一次会. */
  act: z.string(),
  /** The form, half filled, as an address within the application. */
  to: z.string(),
});

const zCell = z.object({
  kind: z.string(),
  state: zState,
  done: z.number().int(),
  enteredLater: z.number().int(),
  ahead: z.number().int(),
  missed: z.number().int(),
});

const READ = { permission: 'duties.read' } as const;
const ABOVE = { permission: 'duties.matrix' } as const;
const span = { from: zDay.optional(), to: zDay.optional() };

export const dutiesContract = {
  home: read({
    path: '/duties/home',
    access: 'session',
    summary: '首页：到期事项和近期日程',
    input: z.object({}),
    output: z.object({
      today: zDay,
      /** By lateness; `total` says how many there are beside. */
      due: z.array(zDue).max(7),
      total: z.number().int(),
      strip: z.array(
        z.object({
          date: zDay,
          entries: z.array(z.object({ key: z.string(), title: z.string(), to: z.string() })),
        }),
      ),
      /** Organisations below with something missed, by kind of duty; empty for a branch. */
      below: z.array(
        z.object({
          kind: z.string(),
          name: z.string(),
          missed: z.number().int(),
          ahead: z.number().int(),
          of: z.number().int(),
        }),
      ),
      /** From when `below` is; null where nobody looks below. */
      belowAt: z.iso.datetime().nullable(),
      /** Being reckoned for the first time: ask again in a moment. */
      belowPending: z.boolean(),
    }),
  }),
  matrix: read({
    path: '/duties/matrix',
    access: ABOVE,
    summary: '履职一览表',
    input: z.object({
      ...zPage,
      ...span,
      kind: zWords(80).optional(),
      state: zState.optional(),
      body: z.enum(Object.keys(DUTY_BODIES) as [DutyBody, ...DutyBody[]]).optional(),
      q: z.string().max(60).optional(),
      sort: z.enum(['name', 'lateness']).optional(),
    }),
    output: pageOf(
      z.object({
        orgId: zOrgId,
        name: z.string(),
        missedSince: zDay.nullable(),
        cells: z.array(zCell),
      }),
    ).extend({
      from: zDay,
      to: zDay,
      kinds: z.array(z.object({ kind: z.string(), name: z.string() })),
    }),
  }),
  cell: read({
    path: '/duties/cell',
    access: READ,
    summary: '一个党组织的一类事项',
    input: z.object({ orgId: zOrgId, kind: zWords(80), ...span }),
    output: z.object({
      name: z.string(),
      duties: z.array(
        zDue.extend({
          from: zDay,
          fulfilledOn: zDay.nullable(),
        }),
      ),
    }),
  }),
  matrixSheet: download({
    path: '/duties/matrix/sheet',
    access: ABOVE,
    summary: '履职一览表（Excel）',
    input: z.object({ ...span }),
  }),
  week: download({
    path: '/duties/week',
    access: READ,
    summary: '一周事项单（打印）',
    input: z.object({ day: zDay.optional() }),
  }),
  weekWord: download({
    path: '/duties/week/word',
    access: READ,
    summary: '一周事项单（Word）',
    input: z.object({ day: zDay.optional() }),
  }),
  calendars: read({
    path: '/duties/calendars',
    access: 'session',
    summary: '本人的日程订阅',
    input: z.object({}),
    output: z.object({
      calendars: z.array(
        z.object({ calendarId: zCalendarId, name: z.string(), madeAt: z.iso.datetime() }),
      ),
    }),
  }),
  makeCalendar: write({
    path: '/duties/calendars',
    access: 'session',
    summary: '订阅日程（得到一个只有本人知道的地址）',
    input: {},
    output: z.object({ path: z.string() }),
  }),
  endCalendar: write({
    path: '/duties/calendars/end',
    access: 'session',
    summary: '停止一个日程订阅',
    input: { calendarId: zCalendarId },
    output: z.object({}),
  }),
  calendar: download({
    path: '/duties/calendar',
    access: 'public',
    summary: '日程（iCalendar）',
    input: z.object({ key: zWords(80) }),
  }),
};

export const dutiesRefusals = {
  'duties.no_post': {
    why: () => '还没有选择以什么身份办事',
    instead: '请先选择职务',
  },
  'duties.span_too_long': {
    why: () => '一次最多查看两年的事项',
    instead: '请缩短起止日期',
  },
} satisfies Record<string, Sentence>;
