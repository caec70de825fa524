import { read, write, z, zDay, zLine, zText, zWords, zYear } from './lib.ts';
import {
  zMeetingState,
  zMeetingId,
  zSittingId,
  zGroupId,
  zFileId,
  zTime,
  zKindCode,
  zRollKey,
} from './meetings-words.ts';
import { zOrgId } from './organisations.ts';

const prepares = { permission: 'meetings.prepare' } as const;

/** One line of 补录表. Everybody entitled that day was present unless named. */
const lateRow = z.object({
  heldOn: zDay,
  kind: zKindCode,
  groupId: zGroupId.nullable().default(null),
  title: zLine(200).default(''),
  startsAt: zTime.nullable().default(null),
  endsAt: zTime.nullable().default(null),
  place: zLine(100).default(''),
  yearOf: zYear.nullable().default(null),
  special: z.boolean().default(false),
  campaign: zLine(60).default(''),
  chair: zLine(40).default(''),
  recorder: zLine(40).default(''),
  items: z.array(zWords(200)).max(30).default([]),
  decision: zText(4000).default(''),
  /** Names as written; `leave` where a reason is known. Only those who were not there. */
  away: z
    .array(
      z.object({
        name: zWords(40),
        state: z.enum(['leave', 'absent']),
        reason: zLine(100).default(''),
      }),
    )
    .max(500)
    .default([]),
  /** People of that time who have no file here: 已转出. */
  former: z
    .array(z.object({ name: zWords(40), state: z.enum(['present', 'leave', 'absent']) }))
    .max(200)
    .default([]),
  guests: z.array(zWords(40)).max(200).default([]),
  /** Names unknown: 据纸质记录, with the scan. */
  totals: z
    .object({
      entitled: z.number().int().min(1).max(9999),
      present: z.number().int().min(0).max(9999),
      fileId: zFileId,
    })
    .nullable()
    .default(null),
});
const lateRows = z.array(lateRow).min(1).max(60);
const problem = z.object({ row: z.number().int(), field: z.string(), text: z.string() });

/** 补录表 and the sign-in page. */
export const lateEntry = {
  checkLate: write({
    path: '/meetings/late/check',
    access: prepares,
    summary: '核对补录表',
    input: { orgId: zOrgId, rows: lateRows },
    output: z.object({
      problems: z.array(problem),
      rows: z.array(z.object({ entitled: z.number().int(), present: z.number().int() })),
    }),
  }),
  enterLate: write({
    path: '/meetings/late',
    access: prepares,
    summary: '保存补录表',
    input: { orgId: zOrgId, rows: lateRows },
    /** Final where a head entered them; else they wait for 定稿. */
    output: z.object({ meetingIds: z.array(zMeetingId), state: zMeetingState }),
  }),
  openCheckIn: write({
    path: '/meetings/check-in/open',
    access: prepares,
    summary: '打开签到页',
    input: { sittingId: zSittingId },
    /** The page is `/signin/<code>`; it closes at the end of the day. */
    output: z.object({ code: z.string() }),
  }),
  closeCheckIn: write({
    path: '/meetings/check-in/close',
    access: prepares,
    summary: '关闭签到页',
    input: { sittingId: zSittingId },
    output: z.object({}),
  }),
  checkInPage: read({
    path: '/meetings/check-in/page',
    access: 'public',
    summary: '签到页',
    input: z.object({ code: zWords(60) }),
    output: z.object({
      /** What meets; several of one sitting one after the other. */
      title: z.string(),
      branch: z.string(),
      heldOn: zDay,
      names: z.array(z.object({ key: zRollKey, name: z.string(), tapped: z.boolean() })),
    }),
  }),
  tapCheckIn: write({
    path: '/meetings/check-in/tap',
    access: 'public',
    summary: '点自己的名字签到',
    input: { code: zWords(60), key: zRollKey },
    output: z.object({}),
  }),
};
