import {
  download,
  pageOf,
  read,
  write,
  z,
  zCan,
  zDay,
  zFlag,
  zId,
  zLine,
  zPage,
  zText,
  zWords,
} from './lib.ts';
import {
  zAdvice,
  zBodyPost,
  zGroupId,
  zHolderId,
  zNoticeMeans,
  zOrgId,
  zOrgKind,
  zPaperFormat,
  zPostId,
  zTermStage,
  zWayIn,
} from './organisations-words.ts';

const READ = { permission: 'organisations.read' } as const;
const POSTS = { permission: 'organisations.posts' } as const;
const GROUPS = { permission: 'organisations.groups' } as const;
const nothing = z.object({});

/** One tenure. `pending`: elected and not yet approved (书记、副书记 报上级批准). */
export const zPost = z.object({
  postId: zPostId,
  orgId: zOrgId,
  personId: zHolderId,
  name: z.string(),
  kind: zBodyPost,
  duties: z.string(),
  wayIn: zWayIn,
  from: zDay,
  to: zDay.nullable(),
  /** First day in office; null while pending. */
  inOfficeFrom: zDay.nullable(),
  termEndsOn: zDay.nullable(),
  approvedOn: zDay.nullable(),
  approvalPaper: z.string(),
  pending: z.boolean(),
  groupId: zGroupId.nullable(),
  endReason: z.string(),
});

export const zTerm = z.object({
  orgId: zOrgId,
  orgName: z.string(),
  kind: zOrgKind,
  secretary: z.string(),
  electedOn: zDay.nullable(),
  /** Null: no term entered. */
  endsOn: zDay.nullable(),
  /** The day put off to with approval. */
  shiftedTo: zDay.nullable(),
  stage: zTermStage.nullable(),
  daysLeft: z.number().int().nullable(),
  noticedOn: zDay.nullable(),
});

const zGroupMember = z.object({
  personId: zHolderId,
  name: z.string(),
  full: z.boolean(),
  unit: z.string(),
});

const zHandoverItem = z.object({ title: z.string().max(60), lines: z.array(zText(400)).max(200) });

export const organisationsPosts = {
  posts: read({
    path: '/organisations/posts',
    access: 'session',
    summary: '班子与分工（某日或历任）',
    input: z.object({ orgId: zOrgId, asOf: zDay.optional(), history: zFlag.optional() }),
    output: z.object({
      asOf: zDay,
      orgName: z.string(),
      posts: z.array(zPost),
      term: zTerm.nullable(),
      advice: z.array(zAdvice),
      can: zCan,
    }),
  }),
  appoint: write({
    path: '/organisations/posts/appoint',
    access: POSTS,
    summary: '任职（补选、指派、主持工作）',
    input: {
      orgId: zOrgId,
      personId: zHolderId,
      kind: zBodyPost,
      wayIn: zWayIn,
      on: zDay,
      duties: zLine(80).default(''),
      groupId: zGroupId.optional(),
      termEndsOn: zDay.optional(),
      approvedOn: zDay.optional(),
      approvalPaper: zLine(80).default(''),
    },
    output: z.object({ postId: zPostId, pending: z.boolean(), advice: z.array(zAdvice) }),
  }),
  electCommittee: write({
    path: '/organisations/posts/elect',
    access: POSTS,
    summary: '登记换届选举结果',
    input: {
      orgId: zOrgId,
      on: zDay,
      members: z
        .array(z.object({ personId: zHolderId, kind: zBodyPost, duties: zLine(80).default('') }))
        .min(1)
        .max(15),
      termEndsOn: zDay.optional(),
      /** Consent to an early or late election (EL20 art. 3). */
      shiftApprovedOn: zDay.optional(),
      approvedOn: zDay.optional(),
      approvalPaper: zLine(80).default(''),
    },
    output: z.object({
      postIds: z.array(zPostId),
      termEndsOn: zDay.nullable(),
      advice: z.array(zAdvice),
    }),
  }),
  approvePost: write({
    path: '/organisations/posts/approve',
    access: { permission: 'organisations.approve' },
    summary: '批准书记、副书记任职',
    input: { postId: zPostId, approvedOn: zDay, approvalPaper: zWords(80) },
    output: nothing,
  }),
  endPost: write({
    path: '/organisations/posts/end',
    access: POSTS,
    summary: '免职、离任',
    input: { postId: zPostId, on: zDay, reason: zWords(80) },
    output: nothing,
  }),
  changeDuties: write({
    path: '/organisations/posts/duties',
    access: POSTS,
    summary: '调整分工',
    input: { postId: zPostId, from: zDay, duties: zLine(80) },
    output: nothing,
  }),
  terms: read({
    path: '/organisations/terms',
    access: READ,
    summary: '换届到期一览',
    input: z.object({
      q: zLine(40).default(''),
      stage: zTermStage.optional(),
      kind: zOrgKind.optional(),
      ...zPage,
    }),
    output: pageOf(zTerm),
  }),
  shiftTerm: write({
    path: '/organisations/terms/shift',
    access: { permission: 'organisations.approve' },
    summary: '批准延期换届',
    input: {
      orgId: zOrgId,
      newEndsOn: zDay,
      approvedOn: zDay,
      approvedBy: zWords(60),
      approvalPaper: zWords(80),
    },
    output: z.object({ advice: z.array(zAdvice) }),
  }),
  remind: write({
    path: '/organisations/terms/remind',
    access: { permission: 'organisations.approve' },
    summary: '记录换届提醒',
    input: { orgId: zOrgId, on: zDay, means: zNoticeMeans, note: zLine(200).default('') },
    output: nothing,
  }),
  groups: read({
    path: '/organisations/groups',
    access: READ,
    summary: '党小组划分（某日）',
    input: z.object({ orgId: zOrgId, asOf: zDay.optional() }),
    output: z.object({
      asOf: zDay,
      orgName: z.string(),
      groups: z.array(
        z.object({
          groupId: zGroupId,
          name: z.string(),
          from: zDay,
          leader: z.object({ personId: zHolderId, name: z.string() }).nullable(),
          members: z.array(zGroupMember),
          advice: z.array(zAdvice),
        }),
      ),
      ungrouped: z.array(zGroupMember),
      can: zCan,
    }),
  }),
  foundGroup: write({
    path: '/organisations/groups/found',
    access: GROUPS,
    summary: '设立党小组',
    input: { orgId: zOrgId, name: zWords(30), on: zDay },
    output: z.object({ groupId: zGroupId }),
  }),
  renameGroup: write({
    path: '/organisations/groups/rename',
    access: GROUPS,
    summary: '党小组更名',
    input: { groupId: zGroupId, name: zWords(30), on: zDay },
    output: nothing,
  }),
  dissolveGroup: write({
    path: '/organisations/groups/dissolve',
    access: GROUPS,
    summary: '撤销党小组',
    input: { groupId: zGroupId, on: zDay },
    output: z.object({ released: z.number().int() }),
  }),
  assignGroup: write({
    path: '/organisations/groups/assign',
    access: GROUPS,
    summary: '编入党小组',
    input: {
      orgId: zOrgId,
      groupId: zGroupId.nullable(),
      personIds: z.array(zHolderId).min(1).max(500),
      on: zDay,
    },
    output: z.object({ moved: z.number().int() }),
  }),
  handovers: read({
    path: '/organisations/handovers',
    access: READ,
    summary: '书记交接记录',
    input: z.object({ orgId: zOrgId }),
    output: z.object({
      handovers: z.array(
        z.object({
          handoverId: zId<'OrgHandover'>(),
          fromName: z.string(),
          toName: z.string(),
          witness: z.string(),
          handedOn: zDay,
          note: z.string(),
          items: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })),
        }),
      ),
      /** What the list holds now, from the records of this module. */
      proposed: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })),
      fromName: z.string(),
      toName: z.string(),
    }),
  }),
  recordHandover: write({
    path: '/organisations/handovers/record',
    access: POSTS,
    summary: '登记书记交接',
    input: {
      orgId: zOrgId,
      fromName: zWords(40),
      toName: zWords(40),
      witness: zLine(40).default(''),
      handedOn: zDay,
      items: z.array(zHandoverItem).min(1).max(40),
      note: zLine(200).default(''),
    },
    output: z.object({ handoverId: zId<'OrgHandover'>() }),
  }),
  handoverPaper: download({
    path: '/organisations/papers/handover',
    access: READ,
    summary: '交接清单',
    input: z.object({ handoverId: zId<'OrgHandover'>(), format: zPaperFormat }),
  }),
  committeePaper: download({
    path: '/organisations/papers/committee',
    access: READ,
    summary: '班子成员及分工表',
    input: z.object({ orgId: zOrgId, asOf: zDay.optional(), format: zPaperFormat }),
  }),
  groupsPaper: download({
    path: '/organisations/papers/groups',
    access: READ,
    summary: '党小组划分表',
    input: z.object({ orgId: zOrgId, asOf: zDay.optional(), format: zPaperFormat }),
  }),
  termsPaper: download({
    path: '/organisations/papers/terms',
    access: READ,
    summary: '换届到期一览表',
    input: z.object({ format: z.enum(['html', 'docx', 'xlsx']).default('html') }),
  }),
  chartPaper: download({
    path: '/organisations/papers/chart',
    access: READ,
    summary: '组织体系图',
    input: z.object({
      orgId: zOrgId.optional(),
      asOf: zDay.optional(),
      paper: z.enum(['A3', 'A4']).default('A3'),
    }),
  }),
};
