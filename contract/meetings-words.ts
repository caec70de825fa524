import { z, zDay, zId, zLine, zText, zWords } from './lib.ts';
import { zPersonId } from './members.ts';
import { zOrgId } from './organisations.ts';

/** Words and shapes of meetings; `meetings.ts` has the endpoints. */

export const BODIES = {
  members: '党员大会',
  committee: '支部委员会',
  group: '党小组',
  leading_body: '领导班子',
} as const;
export const zBody = z.enum(['members', 'committee', 'group', 'leading_body']);

export const MEETING_STATES = {
  planned: '待开',
  announced: '已通知',
  started: '记录中',
  ready: '待审定',
  final: '已定稿',
  correcting: '更正中',
  cancelled: '已取消',
} as const;
export const zMeetingState = z.enum([
  'planned',
  'announced',
  'started',
  'ready',
  'final',
  'correcting',
  'cancelled',
]);

export const PRESENCE = {
  unknown: '未登记',
  present: '到会',
  leave: '请假',
  absent: '缺席',
} as const;
export const zPresence = z.enum(['unknown', 'present', 'leave', 'absent']);

/** 送教上门 and 邮寄资料 (situation 14) are sessions of their own; what goes with a meeting stands in `zSent`. */
export const FORMS = {
  meeting: '集中开会',
  home_visit: '送教上门',
  post: '邮寄资料',
} as const;
export const zForm = z.enum(['meeting', 'home_visit', 'post']);

/** Kinds of meetings that one list shows together. */
export const zKindSet = z.enum(['three_and_one', 'others']);

/** What became of a meeting after its notice. */
export const NOTICE_CHANGES = { moved: '改期', place: '改地点', cancelled: '取消' } as const;
export const zNoticeChange = z.enum(['moved', 'place', 'cancelled']);

export const EVIDENCES = {
  sign_in: '签到',
  agenda: '议程',
  material: '材料',
  record: '记录',
  notes: '笔记',
  pictures: '图片',
} as const;
export const zEvidence = z.enum(['sign_in', 'agenda', 'material', 'record', 'notes', 'pictures']);
export const FILE_USES = { ...EVIDENCES, signed_print: '签字件', other: '其他附件' } as const;
export const zFileUse = z.enum([
  'sign_in',
  'agenda',
  'material',
  'record',
  'notes',
  'pictures',
  'signed_print',
  'other',
]);

export const ITEM_KINDS = {
  first_topic: '第一议题',
  regular: '议题',
  follow_up: '上次议定事项',
} as const;
export const zItemKind = z.enum(['first_topic', 'regular', 'follow_up']);

export const VOTE_METHODS = { show_of_hands: '举手表决', paper: '票决' } as const;
export const zVoteMethod = z.enum(['show_of_hands', 'paper']);

export const RHYTHM_SPANS = { month: '每月', quarter: '每季度', half_year: '每半年', year: '每年' };
export const zRhythm = z.object({
  per: z.enum(['month', 'quarter', 'half_year', 'year']),
  times: z.number().int().min(1).max(60),
});

/** Day of activities: the first to fourth or last weekday (1 = Monday) of a month. */
export const zActivityDay = z.object({
  week: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal('last')]),
  weekday: z.number().int().min(1).max(7),
});

export const zMeetingId = zId<'Meeting'>();
export const zSittingId = zId<'Sitting'>();
export const zDecisionId = zId<'Decision'>();
export const zGroupId = zId<'Group'>();
export const zFileId = zId<'File'>();
/** Clock time of the place, `14:30`. */
export const zTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应如 14:30');
/** A built-in kind's name or the id of an own one. */
export const zKindCode = z.string().regex(/^[a-z0-9_-]{3,40}$/, '没有这类会议');
/** A person id, or `name:` and a number for somebody known by name only. */
export const zRollKey = z.string().regex(/^[a-z0-9:-]{3,60}$/, '名单中没有这个人');

export const zAdvice = z.object({ code: z.string(), rule: z.string(), text: z.string() });

export const zKind = z.object({
  kind: zKindCode,
  name: z.string(),
  shortName: z.string(),
  body: zBody,
  /** The list it stands in. */
  set: z.enum(['three_and_one', 'theme_day', 'others']),
  builtIn: z.boolean(),
  /** Whose own kind it is; null for built-in ones. */
  orgId: zOrgId.nullable(),
  /** Null: as needed. */
  rhythm: zRhythm.nullable(),
  /** True where the rhythm is a duty by regulation or an own rule, false where it only helps planning. */
  duty: z.boolean(),
  study: z.boolean(),
  firstTopic: z.boolean(),
  /** True where 归属年度 may differ from the year held. */
  asksYearOf: z.boolean(),
  evidences: z.array(zEvidence),
  template: z.array(z.string()),
  /** `《…》第×条` or the regulation alone; empty for own kinds. */
  basis: z.string(),
});

/** Somebody named in the minutes; a name alone for people without a file here. */
export const zNamed = z.object({ personId: zPersonId.nullable(), name: zLine(40) });

/** Brought home or sent by post to somebody who was not there: a note of the mark, neither 到会 nor hours. */
export const zSent = z.object({
  how: z.enum(['home_visit', 'post']),
  on: zDay,
  by: zLine(40).default(''),
  material: zLine(200).default(''),
});

export const zMark = z.object({
  key: zRollKey,
  state: zPresence,
  reason: zLine(100).default(''),
  /** Numbers (from 1) of the items during which a present person was out. */
  away: z.array(z.number().int().min(1).max(60)).max(60).default([]),
  sent: zSent.optional(),
});

export const zRollLine = z.object({
  key: zRollKey,
  personId: zPersonId.nullable(),
  name: z.string(),
  part: z.enum(['entitled', 'guest']),
  votes: z.boolean(),
  frail: z.boolean(),
  unit: z.string(),
  /** 预备党员, 借调, 已转出 …: why somebody stands where they stand. */
  note: z.string(),
  state: zPresence,
  reason: z.string(),
  away: z.array(z.number().int()),
  sent: zSent.nullable(),
  /** False where this meeting differs from its sitting. */
  inherited: z.boolean(),
  /** Tapped the own name on the sign-in page: shown as present until the recorder says otherwise. */
  tapped: z.boolean(),
});

export const zQuorum = z.object({
  present: z.number().int(),
  entitled: z.number().int(),
  needed: z.number().int(),
  met: z.boolean(),
  /** Whether a vote could pass with those present. */
  canPass: z.boolean(),
  /** `应到会有表决权党员20人，实到18人，须半数以上即10人到会，可以开会（依据：…）` */
  text: z.string(),
});

export const zVote = z.object({
  subject: zWords(200),
  method: zVoteMethod.default('show_of_hands'),
  /** A vote on a person: by paper only, never on totals from paper books. */
  onPerson: z.boolean().default(false),
  for: z.number().int().min(0).max(9999),
  against: z.number().int().min(0).max(9999).default(0),
  abstain: z.number().int().min(0).max(9999).default(0),
  /** 回避 */
  recused: z.number().int().min(0).max(9999).default(0),
});

export const zTask = z.object({
  /** Given when finalised; sent back unchanged in a correction. */
  decisionId: zDecisionId.nullable().default(null),
  text: zWords(300),
  responsible: zNamed.nullable().default(null),
  dueOn: zDay.nullable().default(null),
});

/** One item of the agenda and of the minutes; talk stands apart from what was decided. */
export const zItem = z.object({
  kind: zItemKind.default('regular'),
  title: zWords(200),
  presenter: zLine(40).default(''),
  material: zText(2000).default(''),
  talk: zText().default(''),
  decision: zText(4000).default(''),
  votes: z.array(zVote).max(20).default([]),
  tasks: z.array(zTask).max(20).default([]),
  /** The earlier decision that came back, and its outcome once it is done. */
  followUpOf: zDecisionId.nullable().default(null),
  outcome: zText(1000).default(''),
});

export const zFollowUp = z.object({
  decisionId: zDecisionId,
  meetingId: zMeetingId,
  decidedOn: zDay,
  kindName: z.string(),
  itemTitle: z.string(),
  text: z.string(),
  responsible: zNamed.nullable(),
  dueOn: zDay.nullable(),
  overdue: z.boolean(),
  closedOn: zDay.nullable(),
  outcome: z.string(),
});

export const zMeetingFile = z.object({
  fileId: zFileId,
  use: zFileUse,
  name: z.string(),
  mime: z.string(),
  size: z.number().int(),
  /** The same picture is attached to other meetings, which are named. */
  repeatedIn: z.array(z.string()),
});

export const zMeetingRow = z.object({
  meetingId: zMeetingId,
  sittingId: zSittingId,
  orgId: zOrgId,
  orgName: z.string(),
  kind: zKindCode,
  kindName: z.string(),
  title: z.string(),
  heldOn: zDay,
  startsAt: zTime.nullable(),
  place: z.string(),
  yearOf: z.number().int(),
  state: zMeetingState,
  form: zForm,
  entitled: z.number().int().nullable(),
  present: z.number().int().nullable(),
  /** 补录: entered well after the day. Neutral. */
  enteredLater: z.boolean(),
  /** 据纸质记录: only totals are known. */
  paperTotals: z.boolean(),
});

export const zVersion = z.object({
  version: z.number().int(),
  at: z.iso.datetime(),
  preparedBy: z.string(),
  approvedBy: z.string(),
  bySignedPrint: z.boolean(),
  fingerprint: z.string(),
  /** Why corrected; empty for the first. */
  reason: z.string(),
});
