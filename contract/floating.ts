import {
  awayFields,
  zArrivalId,
  zAwayId,
  zAwayRow,
  zAwaySpan,
  zContactId,
  zContactMeans,
  zGrade,
  zLifeId,
  zPhoneText,
  zPlaceKind,
  zReturnWay,
  zAwayReason,
} from './floating-words.ts';
import {
  download,
  pageOf,
  read,
  write,
  z,
  zCan,
  zDay,
  zFlag,
  zLine,
  zMoney,
  zMonth,
  zPage,
  zWords,
  zYear,
} from './lib.ts';
import { zPersonId } from './members.ts';
import { zOrgId } from './organisations.ts';

export * from './floating-words.ts';
export { floatingRefusals } from './floating-refusals.ts';

const READ = { permission: 'floating.read' } as const;
const WRITE = { permission: 'floating.write' } as const;

const done = z.object({});
const sheet = { format: z.enum(['html', 'docx', 'xlsx']).default('html') };
const within = { orgId: zOrgId, below: zFlag.optional() };

const zEvent = z.object({
  key: z.string(),
  on: zDay,
  enteredOn: zDay.nullable(),
  kind: z.enum([
    'left',
    'contact',
    'report',
    'meeting',
    'dues',
    'activity',
    'evaluation',
    'review',
    'arrived',
    'returned',
  ]),
  title: z.string(),
  detail: z.string(),
  by: z.string(),
  /** Set where the record can be taken back here. */
  contactId: zContactId.nullable(),
  lifeId: zLifeId.nullable(),
});

const zArrived = z.object({
  arrivalId: zArrivalId.nullable(),
  awayId: zAwayId.nullable(),
  orgId: zOrgId,
  orgName: z.string(),
  personId: zPersonId,
  name: z.string(),
  homeName: z.string(),
  certificateNo: z.string(),
  /** Null: the home branch has told, the host has not entered it yet. */
  arrivedOn: zDay.nullable(),
  leftOn: zDay.nullable(),
  endedOn: zDay.nullable(),
  keeperName: z.string(),
  /** Meetings here that the home branch has not been told of. */
  untold: z.number().int(),
  told: z.number().int(),
});

/** 流动党员: who is away and who came, contact kept, what the host tells the home. */
export const floatingContract = {
  away: read({
    path: '/floating/away',
    access: READ,
    summary: '流出党员',
    input: z.object({
      ...within,
      state: z.enum(['away', 'returned']).default('away'),
      placeKind: zPlaceKind.optional(),
      span: zAwaySpan.optional(),
      due: zFlag.optional(),
      q: zLine(40).optional(),
      ...zPage,
    }),
    output: pageOf(zAwayRow).extend({
      counts: z.object({
        away: z.number().int(),
        returned: z.number().int(),
        overdue: z.number().int(),
        withKeeper: z.number().int(),
        byPlace: z.record(zPlaceKind, z.number().int()),
        bySpan: z.record(zAwaySpan, z.number().int()),
      }),
      /** Marked as 流动党员 in the roster, with no stay entered here. */
      unregistered: z.array(z.object({ personId: zPersonId, name: z.string() })),
      rhythm: z.string(),
      can: zCan,
    }),
  }),
  thread: read({
    path: '/floating/thread',
    access: READ,
    summary: '一名流动党员的经过',
    input: z.object({ awayId: zAwayId }),
    output: z.object({
      row: zAwayRow,
      events: z.array(zEvent),
      reviewed: z.array(z.number().int()),
      can: zCan,
    }),
  }),
  proposals: read({
    path: '/floating/proposals',
    access: WRITE,
    summary: '登记流出时的人选',
    input: z.object({ orgId: zOrgId }),
    output: z.object({
      people: z.array(
        z.object({ personId: zPersonId, name: z.string(), finds: z.array(z.string()) }),
      ),
      keepers: z.array(
        z.object({
          personId: zPersonId,
          name: z.string(),
          post: z.string(),
          finds: z.array(z.string()),
        }),
      ),
      /** A contact person is asked for (EDU19 art. 33). */
      keeperRequired: z.boolean(),
    }),
  }),
  hosts: read({
    path: '/floating/hosts',
    access: WRITE,
    summary: '按名称找接收党组织',
    input: z.object({ q: zLine(40) }),
    output: z.object({ rows: z.array(z.object({ orgId: zOrgId, name: z.string() })) }),
  }),
  register: write({
    path: '/floating/away',
    access: WRITE,
    summary: '登记流出',
    input: { orgId: zOrgId, personId: zPersonId, ...awayFields },
    output: z.object({ awayId: zAwayId }),
  }),
  change: write({
    path: '/floating/change',
    access: WRITE,
    summary: '更正流出登记',
    input: { awayId: zAwayId, ...awayFields },
    output: done,
  }),
  comeBack: write({
    path: '/floating/back',
    access: WRITE,
    summary: '登记返回',
    input: { awayId: zAwayId, on: zDay, way: zReturnWay },
    output: done,
  }),
  cancel: write({
    path: '/floating/cancel',
    access: WRITE,
    summary: '撤销误登的流出',
    input: { awayId: zAwayId, reason: zWords(200) },
    output: done,
  }),
  phone: write({
    path: '/floating/phone',
    access: 'session',
    summary: '显示联系电话',
    input: { awayId: zAwayId },
    output: z.object({ phone: z.string() }),
  }),
  contacts: read({
    path: '/floating/contacts',
    access: READ,
    summary: '联系记录',
    input: z.object({ ...within, year: zYear, personId: zPersonId.optional(), ...zPage }),
    output: pageOf(
      z.object({
        contactId: zContactId,
        awayId: zAwayId,
        personId: zPersonId,
        name: z.string(),
        orgName: z.string(),
        on: zDay,
        how: zContactMeans,
        report: z.boolean(),
        content: z.string(),
        byName: z.string(),
        enteredLater: z.boolean(),
      }),
    ).extend({ can: zCan }),
  }),
  recordContacts: write({
    path: '/floating/contacts',
    access: 'session',
    summary: '记一次联系（可一次多人）',
    input: {
      awayIds: z.array(zAwayId).min(1).max(100),
      on: zDay,
      how: zContactMeans,
      report: z.boolean().default(false),
      content: zLine(200).default(''),
      /** Left out: whoever enters it. */
      byName: zLine(40).default(''),
    },
    output: z.object({ contactIds: z.array(zContactId) }),
  }),
  cancelContact: write({
    path: '/floating/contacts/cancel',
    access: 'session',
    summary: '撤销一条联系记录',
    input: { contactId: zContactId, reason: zWords(200) },
    output: done,
  }),
  mine: read({
    path: '/floating/mine',
    access: 'session',
    summary: '我联系的流动党员',
    input: z.object({}),
    output: z.object({
      rows: z.array(
        z.object({
          awayId: zAwayId,
          name: z.string(),
          reason: zAwayReason,
          place: z.string(),
          phone: z.string(),
          leftOn: zDay,
          last: zDay.nullable(),
          due: zDay,
          late: z.boolean(),
        }),
      ),
    }),
  }),
  arrived: read({
    path: '/floating/arrived',
    access: READ,
    summary: '流入党员',
    input: z.object({ ...within, state: z.enum(['here', 'ended']).default('here'), ...zPage }),
    output: pageOf(zArrived).extend({
      counts: z.object({
        here: z.number().int(),
        waiting: z.number().int(),
        ended: z.number().int(),
      }),
      can: zCan,
    }),
  }),
  arrive: write({
    path: '/floating/arrived',
    access: WRITE,
    summary: '接收登记：组织关系所在支部已登记的',
    input: { awayId: zAwayId, on: zDay, keeperId: zPersonId.nullable().default(null) },
    output: z.object({ arrivalId: zArrivalId }),
  }),
  receive: write({
    path: '/floating/received',
    access: WRITE,
    summary: '流入登记：组织关系在本系统以外的',
    input: {
      orgId: zOrgId,
      name: zWords(40),
      homeName: zWords(100),
      phone: zPhoneText.optional(),
      certificateNo: zLine(40).default(''),
      on: zDay,
      keeperId: zPersonId.nullable().default(null),
    },
    output: z.object({ arrivalId: zArrivalId }),
  }),
  leave: write({
    path: '/floating/left',
    access: WRITE,
    summary: '登记离开本地',
    input: { arrivalId: zArrivalId, on: zDay },
    output: done,
  }),
  tell: write({
    path: '/floating/tell',
    access: WRITE,
    summary: '向组织关系所在支部反馈参加活动情况',
    input: { orgId: zOrgId, arrivalIds: z.array(zArrivalId).min(1).max(200) },
    output: z.object({ told: z.number().int() }),
  }),
  evaluate: write({
    path: '/floating/evaluation',
    access: WRITE,
    summary: '反馈民主评议结果',
    input: {
      awayId: zAwayId,
      year: zYear,
      grade: zGrade,
      on: zDay,
      words: zLine(200).default(''),
      /** By paper from a host that is not kept here. */
      hostName: zLine(100).default(''),
    },
    output: z.object({ lifeId: zLifeId }),
  }),
  recordLife: write({
    path: '/floating/life',
    access: WRITE,
    summary: '登记在流入地参加的活动或交纳的党费',
    input: {
      awayId: zAwayId,
      what: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('activity'), on: zDay, words: zWords(100) }),
        z.strictObject({
          kind: z.literal('dues'),
          on: zDay,
          fromMonth: zMonth,
          toMonth: zMonth,
          amount: zMoney,
        }),
      ]),
    },
    output: z.object({ lifeId: zLifeId }),
  }),
  review: write({
    path: '/floating/review',
    access: WRITE,
    summary: '活动证年度检验',
    input: { awayIds: z.array(zAwayId).min(1).max(200), year: zYear, on: zDay },
    output: z.object({ reviewed: z.number().int() }),
  }),
  cancelLife: write({
    path: '/floating/life/cancel',
    access: WRITE,
    summary: '撤销一条反馈',
    input: { lifeId: zLifeId, reason: zWords(200) },
    output: done,
  }),
  branches: read({
    path: '/floating/branches',
    access: READ,
    summary: '流动党支部',
    input: z.object({ orgId: zOrgId, year: zYear }),
    output: z.object({
      rows: z.array(
        z.object({
          orgId: zOrgId,
          name: z.string(),
          own: z.number().int(),
          here: z.number().int(),
          meetings: z.number().int(),
          people: z.array(z.object({ name: z.string(), homeName: z.string(), since: zDay })),
        }),
      ),
      basis: z.string(),
    }),
  }),
  settings: read({
    path: '/floating/settings',
    access: READ,
    summary: '联系间隔',
    input: z.object({ orgId: zOrgId }),
    output: z.object({
      contactMonths: z.number().int(),
      abroadMonths: z.number().int(),
      countsPresence: z.boolean(),
      rules: z.array(z.object({ summary: z.string(), basis: z.string() })),
      can: zCan,
    }),
  }),
  setSettings: write({
    path: '/floating/settings',
    access: { permission: 'floating.settings' },
    summary: '规定联系间隔',
    input: {
      orgId: zOrgId,
      from: zDay,
      contactMonths: z.number().int().min(1).max(12),
      abroadMonths: z.number().int().min(1).max(12),
      countsPresence: z.boolean(),
    },
    output: done,
  }),
  awayPaper: download({
    path: '/floating/papers/away',
    access: READ,
    summary: '流出党员台账',
    input: z.object({ ...within, ...sheet }),
  }),
  arrivedPaper: download({
    path: '/floating/papers/arrived',
    access: READ,
    summary: '流入党员台账',
    input: z.object({ ...within, ...sheet }),
  }),
  contactPaper: download({
    path: '/floating/papers/contacts',
    access: READ,
    summary: '流动党员联系记录',
    input: z.object({ ...within, year: zYear, ...sheet }),
  }),
  certificatePaper: download({
    path: '/floating/papers/certificate',
    access: READ,
    summary: '流动党员活动证',
    input: z.object({ awayId: zAwayId, format: z.enum(['html', 'docx']).default('html') }),
  }),
};
