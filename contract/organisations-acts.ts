import {
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
  zRefusal,
  zWords,
} from './lib.ts';
import {
  actFields,
  zActKind,
  zAdvice,
  zHolderId,
  zMemberKind,
  zOrganisation,
  zOrgId,
  zOrgKind,
  zOrgRef,
  zSector,
} from './organisations-words.ts';

const CHANGE = { permission: 'organisations.change' } as const;
const done = z.object({ orgId: zOrgId, advice: z.array(zAdvice) });
const zUnits = z.array(zWords(60)).max(20);

/** One entry of the register of acts. */
export const zAct = z.object({
  actId: zId<'OrgAct'>(),
  orgId: zOrgId,
  orgName: z.string(),
  act: zActKind,
  on: zDay,
  approvedBy: z.string(),
  approvalPaper: z.string(),
  approvedOn: zDay.nullable(),
  appliedOn: zDay.nullable(),
  exception: z.string(),
  note: z.string(),
  scanFileId: zId<'File'>().nullable(),
  others: z.array(z.string()),
  advice: z.array(z.object({ code: z.string(), rule: z.string(), text: z.string() })),
  enteredAt: z.iso.datetime(),
});

export const zSplitMember = z.object({
  personId: zHolderId,
  name: z.string(),
  full: z.boolean(),
  unit: z.string(),
  group: z.string(),
});

/** The tree and the guarded acts on it. */
export const organisationsTree = {
  tree: read({
    path: '/organisations',
    access: 'session',
    summary: '某日的组织体系',
    input: z.object({ asOf: zDay.optional(), counts: zFlag.optional() }),
    output: z.object({ asOf: zDay, organisations: z.array(zOrganisation) }),
  }),
  search: read({
    path: '/organisations/search',
    access: 'session',
    summary: '按名称查组织',
    input: z.object({ q: zLine(40).default(''), ...zPage }),
    output: pageOf(z.object({ orgId: zOrgId, name: z.string(), kind: zOrgKind })),
  }),
  detail: read({
    path: '/organisations/detail',
    access: 'session',
    summary: '党组织概况（某日）',
    input: z.object({ orgId: zOrgId, asOf: zDay.optional() }),
    output: z.object({
      asOf: zDay,
      organisation: zOrganisation,
      contact: z.string(),
      from: zDay,
      /** Day of its revocation or merger; null while it stands. */
      endedOn: zDay.nullable(),
      above: z.array(zOrgRef),
      children: z.array(zOrganisation),
      /** Of this body and all below it. */
      allMembers: z.number().int().nullable(),
      worksBy: z.enum(['committee', 'members_meeting']),
      marks: z.array(z.string()),
      advice: z.array(zAdvice),
      can: zCan,
    }),
  }),
  setupCheck: read({
    path: '/organisations/setup-check',
    access: 'session',
    summary: '成立条件查询',
    input: z.object({
      kind: zOrgKind,
      sector: zSector,
      members: z.coerce.number().int().min(0).max(100_000),
      fullMembers: z.coerce.number().int().min(0).max(100_000),
      units: z.coerce.number().int().min(0).max(100).default(0),
      exception: zLine(200).default(''),
    }),
    output: z.object({ refusal: zRefusal.nullable(), advice: z.array(zAdvice) }),
  }),
  acts: read({
    path: '/organisations/acts',
    access: { permission: 'organisations.read' },
    summary: '组织设置变动登记',
    input: z.object({
      orgId: zOrgId.optional(),
      act: zActKind.optional(),
      from: zDay.optional(),
      to: zDay.optional(),
      ...zPage,
    }),
    output: pageOf(zAct),
  }),
  splitProposal: read({
    path: '/organisations/split-proposal',
    access: CHANGE,
    summary: '拆分方案',
    input: z.object({ orgId: zOrgId, asOf: zDay.optional() }),
    output: z.object({
      members: z.array(zSplitMember),
      /** What the proposal keeps together; null where nothing has to be split. */
      keeps: z.enum(['unit', 'group', 'person']).nullable(),
      parts: z.array(z.array(zHolderId)),
      refusal: zRefusal.nullable(),
    }),
  }),
  establish: write({
    path: '/organisations/establish',
    access: CHANGE,
    summary: '成立党组织',
    input: {
      parentId: zOrgId,
      name: zWords(60),
      shortName: zWords(30),
      kind: zOrgKind,
      sector: zSector,
      memberKind: zMemberKind.default('general'),
      units: zUnits.default([]),
      /** People to belong to it, where known: the thresholds are then checked. */
      planned: z
        .object({
          members: z.number().int().min(0).max(100_000),
          fullMembers: z.number().int().min(0).max(100_000),
        })
        .optional(),
      ...actFields,
    },
    output: done,
  }),
  rename: write({
    path: '/organisations/rename',
    access: CHANGE,
    summary: '党组织更名',
    input: { orgId: zOrgId, name: zWords(60), shortName: zWords(30), ...actFields },
    output: done,
  }),
  change: write({
    path: '/organisations/change',
    access: CHANGE,
    summary: '变更类别、行业、覆盖单位、联系方式',
    input: {
      orgId: zOrgId,
      on: zDay,
      kind: zOrgKind.optional(),
      sector: zSector.optional(),
      memberKind: zMemberKind.optional(),
      units: zUnits.optional(),
      contact: zLine(120).optional(),
      approvedBy: zLine(60).default(''),
      approvalPaper: zLine(60).default(''),
      note: zLine(200).default(''),
    },
    output: done,
  }),
  move: write({
    path: '/organisations/move',
    access: CHANGE,
    summary: '调整隶属关系',
    input: { orgId: zOrgId, parentId: zOrgId, ...actFields },
    output: done,
  }),
  merge: write({
    path: '/organisations/merge',
    access: CHANGE,
    summary: '合并党组织',
    input: { intoId: zOrgId, sourceIds: z.array(zOrgId).min(1).max(20), ...actFields },
    output: z.object({
      orgId: zOrgId,
      moved: z.number().int(),
      advice: z.array(zAdvice),
    }),
  }),
  split: write({
    path: '/organisations/split',
    access: CHANGE,
    summary: '拆分党支部',
    input: {
      orgId: zOrgId,
      /** Whoever is in no part stays; a general branch keeps nobody. */
      old: z.enum(['stays', 'general_branch', 'revoked']).default('stays'),
      parts: z
        .array(
          z.object({
            name: zWords(60),
            shortName: zWords(30),
            units: zUnits.default([]),
            personIds: z.array(zHolderId).min(1).max(2_000),
          }),
        )
        .min(1)
        .max(20),
      ...actFields,
    },
    output: z.object({
      orgIds: z.array(zOrgId),
      moved: z.number().int(),
      advice: z.array(zAdvice),
    }),
  }),
  revoke: write({
    path: '/organisations/revoke',
    access: CHANGE,
    summary: '撤销党组织',
    input: { orgId: zOrgId, ...actFields },
    output: done,
  }),
};
