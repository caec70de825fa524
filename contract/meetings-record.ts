import {
  pageOf,
  read,
  write,
  z,
  zCan,
  zDay,
  zFlag,
  zLine,
  zPage,
  zText,
  zWords,
  zYear,
} from './lib.ts';
import { zPersonId } from './members.ts';
import {
  zMeetingState,
  zPresence,
  zForm,
  zEvidence,
  zFileUse,
  zMeetingId,
  zSittingId,
  zDecisionId,
  zGroupId,
  zFileId,
  zTime,
  zRollKey,
  zAdvice,
  zKind,
  zNamed,
  zMark,
  zRollLine,
  zQuorum,
  zItem,
  zFollowUp,
  zMeetingFile,
  zMeetingRow,
  zVersion,
} from './meetings-words.ts';
import { zOrgId } from './organisations.ts';

const reads = { permission: 'meetings.read' } as const;
const prepares = { permission: 'meetings.prepare' } as const;

const basedOn = z.number().int().min(1);
const sitting = { sittingId: zSittingId, basedOn };
const meeting = { meetingId: zMeetingId, basedOn };
const versions = z.object({ version: z.number().int() });

/** The minutes as one whole, as the form sends them. */
const minutes = {
  title: zLine(200).default(''),
  startsAt: zTime.nullable().default(null),
  endsAt: zTime.nullable().default(null),
  yearOf: zYear.nullable().default(null),
  special: z.boolean().default(false),
  campaign: zLine(60).default(''),
  chair: zNamed.nullable().default(null),
  recorder: zNamed.nullable().default(null),
  items: z.array(zItem).max(60),
  note: zText(4000).default(''),
};

export const zMeetingDetail = z.object({
  meetingId: zMeetingId,
  sittingId: zSittingId,
  version: z.number().int(),
  sittingVersion: z.number().int(),
  orgId: zOrgId,
  orgName: z.string(),
  kind: zKind,
  groupId: zGroupId.nullable(),
  groupName: z.string(),
  form: zForm,
  state: zMeetingState,
  heldOn: zDay,
  place: z.string(),
  sittingStartsAt: zTime.nullable(),
  sittingEndsAt: zTime.nullable(),
  title: z.string(),
  /** Own times of the meeting; null: those of the sitting. */
  startsAt: zTime.nullable(),
  endsAt: zTime.nullable(),
  yearOf: z.number().int(),
  special: z.boolean(),
  campaign: z.string(),
  chair: zNamed.nullable(),
  recorder: zNamed.nullable(),
  items: z.array(zItem),
  note: z.string(),
  roll: z.array(zRollLine),
  /** The roll is computed until the sitting starts, then frozen. */
  rollFrozen: z.boolean(),
  counts: z.object({
    entitled: z.number().int(),
    present: z.number().int(),
    leave: z.number().int(),
    absent: z.number().int(),
    unknown: z.number().int(),
    guests: z.number().int(),
    /** Frail members not there: outside attendance rates (EDU19 art. 23). */
    frailAway: z.number().int(),
  }),
  quorum: zQuorum,
  /** Voters who must be there for a decision to pass; 0 where the kind has no such rule. */
  neededToDecide: z.number().int(),
  /** Per item, in order. */
  itemQuorums: z.array(zQuorum),
  /** Per item and vote, in order. */
  voteResults: z.array(
    z.array(z.object({ passed: z.boolean(), needed: z.number().int(), text: z.string() })),
  ),
  evidences: z.array(
    z.object({ evidence: zEvidence, name: z.string(), done: z.boolean(), optional: z.boolean() }),
  ),
  files: z.array(zMeetingFile),
  /** Other meetings of the same sitting. */
  siblings: z.array(
    z.object({
      meetingId: zMeetingId,
      kindName: z.string(),
      title: z.string(),
      state: zMeetingState,
    }),
  ),
  /** Open matters that are not on the agenda yet. */
  openMatters: z.array(zFollowUp),
  advice: z.array(zAdvice),
  /** What still hinders 定稿, each with its sentence. */
  hindrances: z.array(z.object({ code: z.string(), text: z.string() })),
  preparedBy: z.string(),
  approvedBy: z.string(),
  bySignedPrint: z.boolean(),
  fingerprint: z.string(),
  finalisedAt: z.iso.datetime().nullable(),
  versions: z.array(zVersion),
  enteredLater: z.boolean(),
  paperTotals: z.boolean(),
  announcedAt: z.iso.datetime().nullable(),
  checkInCode: z.string().nullable(),
  can: zCan,
});

/** One meeting: roll and presence, minutes, 定稿, 更正, follow-ups. */
export const recording = {
  detail: read({
    path: '/meetings/detail',
    access: reads,
    summary: '一次会议',
    input: z.object({ meetingId: zMeetingId }),
    output: zMeetingDetail,
  }),
  start: write({
    path: '/meetings/start',
    access: prepares,
    summary: '开始记录（固定应到名单）',
    input: { ...sitting },
    output: versions,
  }),
  refreshRoll: write({
    path: '/meetings/roll/refresh',
    access: prepares,
    summary: '重新核对应到名单',
    input: { ...meeting },
    output: versions,
  }),
  matchNames: write({
    path: '/meetings/match-names',
    access: prepares,
    summary: '从粘贴的名单或接龙认人',
    input: { sittingId: zSittingId, text: zText(20_000) },
    output: z.object({
      lines: z.array(
        z.object({
          written: z.string(),
          /** `sure` needs no look; `likely` and `several` are confirmed; `unknown` fits nobody on the roll. */
          verdict: z.enum(['sure', 'likely', 'several', 'unknown']),
          state: zPresence,
          reason: z.string(),
          candidates: z.array(z.object({ key: zRollKey, name: z.string(), why: z.string() })),
        }),
      ),
      /** On the roll, but in no line. */
      missing: z.array(z.object({ key: zRollKey, name: z.string() })),
    }),
  }),
  setPresence: write({
    path: '/meetings/presence',
    access: prepares,
    summary: '登记到会',
    input: {
      ...sitting,
      /** Only for this meeting of the sitting; else for all of them. */
      meetingId: zMeetingId.optional(),
      marks: z.array(zMark).min(1).max(2000),
    },
    output: versions,
  }),
  setGuests: write({
    path: '/meetings/guests',
    access: prepares,
    summary: '登记列席',
    input: {
      ...sitting,
      meetingId: zMeetingId,
      guests: z
        .array(
          z.object({
            personId: zPersonId.nullable(),
            name: zWords(40),
            note: zLine(60).default(''),
          }),
        )
        .max(300),
    },
    output: versions,
  }),
  saveMinutes: write({
    path: '/meetings/minutes',
    access: prepares,
    summary: '保存会议记录',
    input: { ...meeting, ...minutes },
    output: versions,
  }),
  attach: write({
    path: '/meetings/files',
    access: prepares,
    summary: '添加附件',
    input: { meetingId: zMeetingId, use: zFileUse, fileId: zFileId },
    output: z.object({ advice: z.array(zAdvice) }),
  }),
  detach: write({
    path: '/meetings/files/remove',
    access: prepares,
    summary: '移除附件',
    input: { meetingId: zMeetingId, fileId: zFileId },
    output: z.object({}),
  }),
  submit: write({
    path: '/meetings/submit',
    access: prepares,
    summary: '送书记审定',
    input: { ...meeting },
    output: versions,
  }),
  drafts: read({
    path: '/meetings/drafts',
    access: reads,
    summary: '还没有定稿的会议记录',
    input: z.object({ orgId: zOrgId }),
    output: z.object({
      rows: z.array(
        z.object({
          meeting: zMeetingRow,
          version: z.number().int(),
          preparedBy: z.string(),
          counts: z.object({ entitled: z.number().int(), present: z.number().int() }),
          hindrances: z.array(z.object({ code: z.string(), text: z.string() })),
        }),
      ),
      can: zCan,
    }),
  }),
  versionText: read({
    path: '/meetings/version',
    access: reads,
    summary: '某一版会议记录的文字',
    input: z.object({ meetingId: zMeetingId, version: z.coerce.number().int().min(1).max(9999) }),
    output: z.object({
      version: zVersion,
      /** The words of which the fingerprint was taken; `gone`: not in the next version any more. */
      lines: z.array(z.object({ text: z.string(), gone: z.boolean() })),
      /** Lines of the next version that this one has not. */
      added: z.array(z.string()),
    }),
  }),
  finalise: write({
    path: '/meetings/finalise',
    access: prepares,
    summary: '定稿',
    input: {
      meetings: z
        .array(z.object({ meetingId: zMeetingId, basedOn }))
        .min(1)
        .max(60),
      /** Scan of the print signed by the head, where somebody else finalises. */
      signedFileId: zFileId.nullable().default(null),
      signedBy: zLine(40).default(''),
    },
    output: z.object({ fingerprints: z.array(z.string()) }),
  }),
  reopen: write({
    path: '/meetings/correct',
    access: prepares,
    summary: '更正',
    input: { ...meeting, reason: zWords(200) },
    output: versions,
  }),
  dropCorrection: write({
    path: '/meetings/correct/drop',
    access: prepares,
    summary: '放弃更正',
    input: { ...meeting },
    output: versions,
  }),
  followUps: read({
    path: '/meetings/follow-ups',
    access: reads,
    summary: '议定事项',
    input: z.object({ orgId: zOrgId, open: zFlag.default(true), ...zPage }),
    output: pageOf(zFollowUp),
  }),
  closeFollowUp: write({
    path: '/meetings/follow-ups/close',
    access: prepares,
    summary: '议定事项办结',
    input: { decisionId: zDecisionId, closedOn: zDay, outcome: zWords(1000) },
    output: z.object({}),
  }),
};
