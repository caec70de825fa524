import { pageOf, read, write, z, zDay, zFlag, zLine, zPage, zText, zWords, zYear } from './lib.ts';
import { zPersonId } from './members.ts';
import {
  zBody,
  zMeetingState,
  zForm,
  zRhythm,
  zActivityDay,
  zMeetingId,
  zSittingId,
  zGroupId,
  zTime,
  zKindCode,
  zKindSet,
  zKind,
  zNoticeChange,
  zRollLine,
  zMeetingRow,
} from './meetings-words.ts';
import { zOrgId } from './organisations.ts';

const reads = { permission: 'meetings.read' } as const;
const prepares = { permission: 'meetings.prepare' } as const;
const arranges = { permission: 'meetings.arrange' } as const;

const when = {
  heldOn: zDay,
  startsAt: zTime.nullable().default(null),
  endsAt: zTime.nullable().default(null),
  place: zLine(100).default(''),
};

const basedOn = z.number().int().min(1);
const sitting = { sittingId: zSittingId, basedOn };
const meeting = { meetingId: zMeetingId, basedOn };
const versions = z.object({ version: z.number().int() });

/** A meeting to be put into a sitting. */
const newMeeting = z.object({
  orgId: zOrgId,
  kind: zKindCode,
  groupId: zGroupId.nullable().default(null),
  title: zLine(200).default(''),
  yearOf: zYear.nullable().default(null),
  /** 专题: held as needed besides the yearly one, fulfils no duty. */
  special: z.boolean().default(false),
  campaign: zLine(60).default(''),
  form: zForm.default('meeting'),
});

const personHours = z.object({
  personId: zPersonId,
  name: z.string(),
  minutes: z.number().int(),
  sessions: z.number().int(),
});

/** Kinds, year plan, sittings, notices, lists. */
export const planning = {
  kinds: read({
    path: '/meetings/kinds',
    access: 'session',
    summary: '会议种类',
    input: z.object({ orgId: zOrgId, on: zDay.optional() }),
    output: z.object({
      kinds: z.array(zKind),
      activityDay: zActivityDay.nullable(),
      activityDayText: z.string(),
      lateAfterDays: z.number().int(),
      keeps: z.array(zKindCode),
      /** Rules shown beside fields. */
      rules: z.array(
        z.object({ id: z.string(), summary: z.string(), basis: z.string(), sure: z.boolean() }),
      ),
    }),
  }),
  setKind: write({
    path: '/meetings/kinds',
    access: arranges,
    summary: '增加或修改自设会议种类',
    input: {
      orgId: zOrgId,
      kind: zKindCode.optional(),
      name: zWords(30),
      body: zBody,
      rhythm: zRhythm.nullable().default(null),
      study: z.boolean().default(false),
      firstTopic: z.boolean().default(false),
      template: z.array(zWords(100)).max(20).default([]),
      from: zDay,
    },
    output: z.object({ kind: zKindCode }),
  }),
  endKind: write({
    path: '/meetings/kinds/end',
    access: arranges,
    summary: '停用自设会议种类',
    input: { orgId: zOrgId, kind: zKindCode, on: zDay },
    output: z.object({}),
  }),
  setSettings: write({
    path: '/meetings/settings',
    access: arranges,
    summary: '活动日与补录天数',
    input: {
      orgId: zOrgId,
      activityDay: zActivityDay.nullable(),
      lateAfterDays: z.number().int().min(1).max(180).optional(),
      /** Kinds beyond the usual ones that the body keeps, e.g. 双周讲坛. */
      keeps: z.array(zKindCode).max(30).optional(),
      /** Other rhythms than the usual; null takes the rhythm away. */
      rhythms: z.record(zKindCode, zRhythm.nullable()).optional(),
      from: zDay,
    },
    output: z.object({}),
  }),
  list: read({
    path: '/meetings',
    access: reads,
    summary: '会议列表（待开的在前）',
    input: z.object({
      orgId: zOrgId,
      /** With organisations below. */
      below: zFlag.default(false),
      year: zYear.optional(),
      kind: zKindCode.optional(),
      /** 三会一课, or what is neither that nor 主题党日. */
      set: zKindSet.optional(),
      state: zMeetingState.optional(),
      /** Only those still to be held. */
      waiting: zFlag.optional(),
      ...zPage,
    }),
    output: pageOf(zMeetingRow),
  }),
  year: read({
    path: '/meetings/year',
    access: reads,
    summary: '一年的组织生活',
    input: z.object({ orgId: zOrgId, year: zYear }),
    output: z.object({
      kinds: z.array(
        z.object({
          kind: zKind,
          held: z.number().int(),
          planned: z.number().int(),
          /** Times wanted in the year by its rhythm; null: as needed. */
          wanted: z.number().int().nullable(),
          periods: z.array(
            z.object({
              label: z.string(),
              from: zDay,
              until: zDay,
              state: z.enum(['done', 'ahead', 'missed', 'entered_later', 'none']),
            }),
          ),
          meetings: z.array(zMeetingRow),
        }),
      ),
      studyMinutes: z.number().int(),
      /** Present and due attendances of the year, frail members left out. */
      attendance: z.object({ present: z.number().int(), of: z.number().int() }),
    }),
  }),
  planProposal: read({
    path: '/meetings/plan/proposal',
    access: prepares,
    summary: '按规定次数拟出年度计划',
    input: z.object({ orgId: zOrgId, year: zYear }),
    output: z.object({
      lines: z.array(
        z.object({
          kind: zKindCode,
          kindName: z.string(),
          groupId: zGroupId.nullable(),
          on: zDay,
          title: z.string(),
          reason: z.string(),
        }),
      ),
    }),
  }),
  planYear: write({
    path: '/meetings/plan',
    access: prepares,
    summary: '保存年度计划',
    input: {
      orgId: zOrgId,
      lines: z
        .array(
          z.object({
            kind: zKindCode,
            groupId: zGroupId.nullable().default(null),
            on: zDay,
            title: zLine(200).default(''),
          }),
        )
        .min(1)
        .max(200),
    },
    output: z.object({ meetingIds: z.array(zMeetingId) }),
  }),
  addSitting: write({
    path: '/meetings/sittings',
    access: prepares,
    summary: '安排一次会（可几会合开）',
    input: { orgId: zOrgId, ...when, meetings: z.array(newMeeting).min(1).max(8) },
    output: z.object({ sittingId: zSittingId, meetingIds: z.array(zMeetingId) }),
  }),
  changeSitting: write({
    path: '/meetings/sittings/change',
    access: prepares,
    summary: '改时间地点',
    input: { ...sitting, ...when },
    output: versions,
  }),
  addMeeting: write({
    path: '/meetings/sittings/add-meeting',
    access: prepares,
    summary: '在同一时间地点加开一个会',
    input: { ...sitting, meeting: newMeeting },
    output: z.object({ meetingId: zMeetingId }),
  }),
  joinSitting: write({
    path: '/meetings/sittings/join',
    access: prepares,
    summary: '把计划中的会并到一次开',
    input: { ...sitting, meetingIds: z.array(zMeetingId).min(1).max(7) },
    output: versions,
  }),
  cancelMeeting: write({
    path: '/meetings/cancel',
    access: prepares,
    summary: '取消一次会',
    input: { ...meeting, reason: zWords(200) },
    output: z.object({}),
  }),
  notice: read({
    path: '/meetings/notice',
    access: reads,
    summary: '会议通知',
    input: z.object({ sittingId: zSittingId }),
    output: z.object({
      version: z.number().int(),
      /** Moved or cancelled after it was given out. */
      change: zNoticeChange.nullable(),
      /** Ready for the chat group. */
      chatText: z.string(),
      title: z.string(),
      lines: z.array(z.object({ label: z.string(), text: z.string() })),
      items: z.array(z.string()),
      invited: z.array(z.string()),
      announcedAt: z.iso.datetime().nullable(),
    }),
  }),
  announce: write({
    path: '/meetings/announce',
    access: prepares,
    summary: '发出通知',
    input: { ...sitting, note: zText(1000).default('') },
    output: versions,
  }),
  rollOn: read({
    path: '/meetings/roll',
    access: reads,
    summary: '某日应到名单',
    input: z.object({ orgId: zOrgId, kind: zKindCode, groupId: zGroupId.optional(), on: zDay }),
    output: z.object({ lines: z.array(zRollLine), text: z.string() }),
  }),
  hours: read({
    path: '/meetings/hours',
    access: reads,
    summary: '学时登记',
    input: z.object({ orgId: zOrgId, year: zYear }),
    output: z.object({ lines: z.array(personHours), minutes: z.number().int() }),
  }),
  mine: read({
    path: '/meetings/mine',
    access: 'session',
    summary: '我的组织生活',
    input: z.object({ year: zYear }),
    output: z.object({
      meetings: z.array(
        z.object({
          meetingId: zMeetingId,
          on: zDay,
          kindName: z.string(),
          title: z.string(),
          state: z.enum(['present', 'leave', 'absent', 'guest']),
          minutes: z.number().int(),
        }),
      ),
      minutes: z.number().int(),
      notices: z.array(
        z.object({
          sittingId: zSittingId,
          on: zDay,
          startsAt: zTime.nullable(),
          place: z.string(),
          title: z.string(),
          items: z.array(z.string()),
          note: z.string(),
          change: zNoticeChange.nullable(),
          /** `2026年3月4日14:30，三楼会议室`: as first told; empty where nothing was changed. */
          was: z.string(),
        }),
      ),
    }),
  }),
};
