import { pageOf, read, write, z, zDay, zId, zLine, zPage, zWords } from './lib.ts';
import { zOrgId } from './organisations.ts';
import type { Sentence } from './sentence.ts';

export const CATEGORIES = { full: '正式党员', probationary: '预备党员' } as const;
export type MemberCategory = keyof typeof CATEGORIES;
export const zCategory = z.enum(['full', 'probationary']);
export const SEXES = { male: '男', female: '女' } as const;
export const zSex = z.enum(['male', 'female']);
export const zPersonId = zId<'Person'>();

export const zMemberRow = z.object({
  personId: zPersonId,
  name: z.string(),
  sex: zSex.nullable(),
  bornOn: zDay.nullable(),
  category: zCategory,
  joinedOn: zDay.nullable(),
  regularisedOn: zDay.nullable(),
  orgId: zOrgId,
  orgName: z.string(),
});

export const membersContract = {
  roster: read({
    path: '/members',
    access: { permission: 'members.read' },
    summary: '党员花名册',
    input: z.object({
      q: zLine(40).default(''),
      orgId: zOrgId.optional(),
      category: zCategory.optional(),
      ...zPage,
    }),
    output: pageOf(zMemberRow),
  }),
  enter: write({
    path: '/members/enter',
    access: { permission: 'members.write' },
    summary: '登记一名党员',
    input: {
      orgId: zOrgId,
      name: zWords(40),
      sex: zSex,
      bornOn: zDay,
      category: zCategory,
      joinedOn: zDay,
      regularisedOn: zDay.optional(),
      /** Day from which the person stands in this roster. */
      from: zDay,
    },
    output: z.object({ personId: zPersonId }),
  }),
};

export const memberRefusals = {
  'members.dates_out_of_order': { why: (p) => `${p['later']}不能早于${p['earlier']}` },
  'members.not_in_roster': { why: () => '这名党员当天不在本组织的花名册里' },
} satisfies Record<string, Sentence>;
