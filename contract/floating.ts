import { floatingHost } from './floating-host.ts';
import {
  awayFields,
  zAwayId,
  zAwayRow,
  zAwaySpan,
  zContactId,
  zContactMeans,
  zLifeId,
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
  ...floatingHost,
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
