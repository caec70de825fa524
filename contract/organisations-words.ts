import { z, zDay, zId, zLine, zWords } from './lib.ts';

export const ORG_KINDS = {
  committee: '党委',
  working_committee: '工委',
  leading_group: '党组',
  general_branch: '党总支部',
  branch: '党支部',
  joint_branch: '联合党支部',
  temporary_committee: '临时党委',
  temporary_general_branch: '临时党总支部',
  temporary_branch: '临时党支部',
  temporary_joint_branch: '临时联合党支部',
} as const;
export type OrgKind = keyof typeof ORG_KINDS;
/** Kinds whose members are theirs: a roster, a meeting of members, a secretary of a branch. */
export const holdsRoster = (kind: OrgKind): boolean => kind === 'branch' || kind === 'joint_branch';
export const zOrgKind = z.enum(Object.keys(ORG_KINDS) as [OrgKind, ...OrgKind[]]);

export const SECTORS = {
  village: '村',
  community: '社区',
  office: '机关',
  institution: '事业单位',
  state_enterprise: '国有企业',
  private_enterprise: '非公有制企业',
  social_organisation: '社会组织',
  school: '学校',
  mixed: '综合',
} as const;
export type Sector = keyof typeof SECTORS;
export const zSector = z.enum(Object.keys(SECTORS) as [Sector, ...Sector[]]);

export const MEMBER_KINDS = {
  general: '一般',
  office: '在职',
  retired: '离退休',
  student: '学生',
  floating: '流动',
} as const;
export type MemberKind = keyof typeof MEMBER_KINDS;
export const zMemberKind = z.enum(Object.keys(MEMBER_KINDS) as [MemberKind, ...MemberKind[]]);

export const ACTS = {
  establish: '成立',
  rename: '更名',
  change: '资料变更',
  move: '调整隶属',
  merge: '合并',
  split: '拆分',
  revoke: '撤销',
} as const;
export type ActKind = keyof typeof ACTS;
export const zActKind = z.enum(Object.keys(ACTS) as [ActKind, ...ActKind[]]);

export const WAYS_IN = {
  election: '换届选举',
  by_election: '补选',
  appointment: '指派',
  interim: '主持工作',
} as const;
export type WayIn = keyof typeof WAYS_IN;
export const zWayIn = z.enum(['election', 'by_election', 'appointment', 'interim']);

/** Posts that come by election or appointment; the other ways to act come by grant. */
export const BODY_POSTS = {
  secretary: '书记',
  deputy_secretary: '副书记',
  acting_secretary: '主持工作',
  organisation_member: '组织委员',
  publicity_member: '宣传委员',
  discipline_member: '纪检委员',
  committee_member: '委员',
  group_leader: '党小组组长',
} as const;
export type BodyPost = keyof typeof BODY_POSTS;
export const zBodyPost = z.enum(Object.keys(BODY_POSTS) as [BodyPost, ...BodyPost[]]);

export const TERM_STAGES = {
  running: '任期内',
  notice: '提醒期内',
  within_180: '180天内届满',
  within_90: '90天内届满',
  within_30: '30天内届满',
  over: '已届满',
} as const;
export type TermStage = keyof typeof TERM_STAGES;
export const zTermStage = z.enum(Object.keys(TERM_STAGES) as [TermStage, ...TermStage[]]);

export const NOTICE_MEANS = { letter: '发函', phone: '电话', other: '其他' } as const;
export const zNoticeMeans = z.enum(['letter', 'phone', 'other']);

export const zOrgId = zId<'Organisation'>();
export const zPostId = zId<'Post'>();
export const zGroupId = zId<'Group'>();
/** Of a person; the noun's own file stands above this one. */
export const zHolderId = zId<'Person'>();

/** A warning that blocks nothing, with the rule it rests on. */
export const zAdvice = z.object({
  code: z.string(),
  rule: z.string(),
  text: z.string(),
  basis: z.string(),
});

/** Paper and days of an act on the tree. `approvedOn` is the act's own day where it is not given. */
export const actFields = {
  on: zDay,
  approvedBy: zWords(60),
  approvalPaper: zWords(60),
  approvedOn: zDay.optional(),
  appliedOn: zDay.optional(),
  /** Setting up and revoking in a village: a township committee or higher approved. */
  approverIsTownshipOrHigher: z.boolean().default(true),
  exception: zLine(200).default(''),
  note: zLine(200).default(''),
  scanFileId: zId<'File'>().optional(),
};

export const zOrganisation = z.object({
  orgId: zOrgId,
  parentId: zOrgId.nullable(),
  name: z.string(),
  shortName: z.string(),
  kind: zOrgKind,
  sector: zSector,
  memberKind: zMemberKind,
  units: z.array(z.string()),
  /** Full and probationary members of its own roster; null where the roster is out of sight. */
  members: z.number().int().nullable(),
  fullMembers: z.number().int().nullable(),
});

export const zOrgRef = z.object({ orgId: zOrgId, name: z.string(), kind: zOrgKind });
export const zPaperFormat = z.enum(['html', 'docx']).default('html');
