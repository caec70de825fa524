import { download, read, z, zDay, zLine, zYear } from './lib.ts';
import { zMeetingId, zSittingId } from './meetings-words.ts';
import { zOrgId } from './organisations.ts';

const format = { format: z.enum(['html', 'docx']).default('html') };
const READ = { permission: 'meetings.read' } as const;
const ofYear = z.object({ orgId: zOrgId, year: zYear, ...format });

/** The papers of meetings, each as print page and Word. */
export const papers = {
  noticePaper: download({
    path: '/meetings/papers/notice',
    access: READ,
    summary: '会议通知',
    input: z.object({ sittingId: zSittingId, ...format }),
  }),
  signInPaper: download({
    path: '/meetings/papers/sign-in',
    access: READ,
    summary: '签到表',
    input: z.object({ meetingId: zMeetingId, ...format }),
  }),
  minutesPaper: download({
    path: '/meetings/papers/minutes',
    access: READ,
    summary: '会议记录',
    input: z.object({ meetingId: zMeetingId, ...format }),
  }),
  packagePaper: download({
    path: '/meetings/papers/package',
    access: READ,
    summary: '会议包（通知、签到表、手写记录纸）',
    input: z.object({ sittingId: zSittingId, ...format }),
  }),
  planPaper: download({
    path: '/meetings/papers/plan',
    access: READ,
    summary: '年度组织生活计划表',
    input: ofYear,
  }),
  followUpPaper: download({
    path: '/meetings/papers/follow-ups',
    access: READ,
    summary: '决议落实表',
    input: ofYear,
  }),
  hoursPaper: download({
    path: '/meetings/papers/hours',
    access: READ,
    summary: '学时登记表',
    input: ofYear,
  }),
  findByCode: read({
    path: '/meetings/by-code',
    access: READ,
    summary: '按纸上的编号找会议',
    input: z.object({ code: zLine(40) }),
    output: z.object({
      sittingId: zSittingId,
      meetingId: zMeetingId.nullable(),
      orgId: zOrgId,
      heldOn: zDay,
    }),
  }),
};
