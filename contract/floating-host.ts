import {
  pageOf,
  read,
  write,
  z,
  zDay,
  zFlag,
  zLine,
  zMoney,
  zMonth,
  zPage,
  zWords,
  zYear,
  zCan,
} from './lib.ts';
import { zArrivalId, zAwayId, zGrade, zLifeId, zPhoneText } from './floating-words.ts';
import { zPersonId } from './members.ts';
import { zOrgId } from './organisations.ts';

const READ = { permission: 'floating.read' } as const;
const WRITE = { permission: 'floating.write' } as const;
const done = z.object({});
const within = { orgId: zOrgId, below: zFlag.optional() };

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

/** 流入党员: who came, and what the host tells the home branch. */
export const floatingHost = {
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
};
