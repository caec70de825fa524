import { pageOf, read, write, z, zDay, zId, zLine, zPage, zWords } from './lib.ts';
import type { Sentence } from './sentence.ts';

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

export const zOrgId = zId<'Organisation'>();

export const zOrganisation = z.object({
  orgId: zOrgId,
  parentId: zOrgId.nullable(),
  name: z.string(),
  shortName: z.string(),
  kind: zOrgKind,
  sector: zSector,
  memberKind: zMemberKind,
  units: z.array(z.string()),
  alive: z.boolean(),
});

export const organisationsContract = {
  tree: read({
    path: '/organisations',
    access: 'session',
    summary: '某日的组织体系',
    input: z.object({ asOf: zDay.optional() }),
    output: z.object({ asOf: zDay, organisations: z.array(zOrganisation) }),
  }),
  establish: write({
    path: '/organisations/establish',
    access: { permission: 'organisations.change' },
    summary: '成立党组织',
    input: {
      parentId: zOrgId,
      name: zWords(60),
      shortName: zWords(30),
      kind: zOrgKind,
      sector: zSector,
      memberKind: zMemberKind.default('general'),
      units: z.array(zWords(60)).max(20).default([]),
      on: zDay,
      approvedBy: zWords(60),
      approvalPaper: zWords(60),
    },
    output: z.object({ orgId: zOrgId }),
  }),
  search: read({
    path: '/organisations/search',
    access: 'session',
    summary: '按名称查组织',
    input: z.object({ q: zLine(40).default(''), ...zPage }),
    output: pageOf(z.object({ orgId: zOrgId, name: z.string(), kind: zOrgKind })),
  }),
};

export const organisationRefusals = {
  'organisations.parent_not_alive': { why: () => '上级党组织在这一天还没有成立或已经撤销' },
  'organisations.name_taken': { why: (p) => `同一上级下已有名为“${p['name']}”的党组织` },
} satisfies Record<string, Sentence>;
