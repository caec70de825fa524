import { z, zDay, zId, zLine, zText, zWords } from './lib.ts';
import { zPersonId } from './members.ts';

/** Words and shapes of admissions; `admissions.ts` has the endpoints. */

export const REGISTERS = {
  applicants: '入党申请人',
  activists: '入党积极分子',
  targets: '发展对象',
  probationary: '预备党员',
  done: '已办结',
} as const;
export const zRegister = z.enum(['applicants', 'activists', 'targets', 'probationary', 'done']);

export const DOERS = {
  branch: '党支部',
  committee: '基层党委',
  county: '县级党委组织部门',
} as const;
export const zDoer = z.enum(['branch', 'committee', 'county']);

export const zCaseId = zId<'AdmissionCase'>();
export const zLocalStepId = zId<'LocalStep'>();
/** Names of the steps, in both rule-sets: `determine_activist`. */
export const MOVES = [
  'apply',
  'first_talk',
  'determine_activist',
  'file_activist',
  'assign_contacts',
  'observe',
  'determine_target',
  'consent_target',
  'file_target',
  'begin_notice',
  'close_notice',
  'determine_introducers',
  'review',
  'train',
  'committee_review',
  'prereview',
  'county_check',
  'issue_book',
  'fill_form',
  'accept',
  'deliberate',
  'upper_talk',
  'approve',
  'file_upward',
  'assign_branch',
  'oath',
  'observe_probation',
  'apply_regularise',
  'vote_regularise',
  'vote_extend',
  'vote_cancel',
  'approve_regularise',
  'approve_extend',
  'approve_cancel',
  'file_papers',
  'not_accepted',
  'not_approved',
  'end',
] as const;
export const zMove = z.enum(MOVES);

export const HEARD = {
  group: '党小组',
  contacts: '培养联系人',
  members: '党员',
  masses: '群众',
} as const;
export const RECOMMENDERS = {
  members: '党员推荐',
  league: '团组织推优',
  mass_organisation: '群团组织推荐',
} as const;
export const OBSERVATIONS = {
  observation: '半年考察',
  report: '思想汇报',
  talk: '谈话',
  course: '培训',
} as const;
export const CONCLUSIONS = { qualified: '合格', not_qualified: '不合格' } as const;

const zPeople = z.array(zPersonId).max(10);
const zCount = z.number().int().min(0).max(9999);

/** The fields of a step's form; each step uses a few. */
export const zTold = z.strictObject({
  recommendedBy: z.enum(['members', 'league', 'mass_organisation']).optional(),
  contacts: zPeople.optional(),
  introducers: zPeople.optional(),
  talker: zLine(60).optional(),
  heard: z
    .array(z.enum(['group', 'contacts', 'members', 'masses']))
    .max(4)
    .optional(),
  until: zDay.optional(),
  places: z.array(zWords(100)).max(5).optional(),
  conclusion: z.enum(['qualified', 'not_qualified']).optional(),
  courseDays: z.number().min(0).max(365).optional(),
  courseHours: z.number().min(0).max(2000).optional(),
  bookNumber: zLine(40).optional(),
  leavesOn: zDay.nullable().optional(),
  resolution: zText(5000).optional(),
  months: z.number().int().min(0).max(24).optional(),
  groupId: zId<'Group'>().optional(),
  paper: zLine(100).optional(),
  note: zText(5000).optional(),
  kind: z.enum(['observation', 'report', 'talk', 'course']).optional(),
  written: z.strictObject({ inFavour: zCount, against: zCount }).optional(),
  tellers: zPeople.optional(),
  body: zLine(100).optional(),
});

/** Papers of a dossier by key. */
export const zPaperKey = z.enum([
  'application',
  'talk',
  'recommend',
  'activist_register',
  'thought',
  'autobiography',
  'notice',
  'review',
  'training',
  'prereview',
  'form',
  'probation_register',
  'regularise',
]);

/** What stands in the way of a step, or has to be known of it; `params` hold article and summary of its rule. */
export const zFinding = z.object({
  code: z.string(),
  effect: z.enum(['blocks', 'reason', 'tells']),
  rule: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const zNext = z.object({
  move: zMove,
  label: z.string(),
  actor: zDoer,
  aside: z.boolean(),
  findings: z.array(zFinding),
  earliest: zDay.nullable(),
  latest: zDay.nullable(),
  /** What its form asks for. */
  asks: z.array(z.string()),
  papers: z.array(z.object({ key: zPaperKey, name: z.string(), needed: z.boolean() })),
  meeting: z
    .object({ body: z.enum(['members', 'committee']), by: z.enum(['decision', 'vote']) })
    .nullable(),
  /** Whether who looks may do it; the level above does the steps of a committee. */
  mine: z.boolean(),
});

export const zComing = z.object({
  move: zMove,
  label: z.string(),
  earliest: zDay,
  latest: zDay.nullable(),
  basis: z.string(),
  provisional: z.boolean(),
});
