import { z, zDay, zId, zLine, zWords } from './lib.ts';
import { zOrgId } from './organisations.ts';

/** Words and shapes that the endpoints of members share. */

export const CATEGORIES = { full: '正式党员', probationary: '预备党员' } as const;
export type MemberCategory = keyof typeof CATEGORIES;
export const zCategory = z.enum(['full', 'probationary']);
export const SEXES = { male: '男', female: '女' } as const;
export const zSex = z.enum(['male', 'female']);
export const zPersonId = zId<'Person'>();

/** A day as precise as it is known: `1998`, `1998-07` or `1998-07-01`. */
export const zLooseDay = z
  .string()
  .regex(
    /^(19|20|21)\d{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    '应如 1998-07-01 或 1998-07',
  );

/** 增加方式; names in `codes`. */
export const zWayIn = z.enum([
  'opening',
  'admitted',
  'transferred_in',
  'whole_in',
  'restored',
  'found',
  'other_in',
]);
/** 减少方式 that are no procedure of their own; death, leaving and handling are acts of `status`. Names in `codes`. */
export const zPlainWayOut = z.enum(['transferred_out', 'whole_out', 'not_recognised', 'other_out']);

export const ATTACHMENTS = {
  secondment: '借调',
  exchange_post: '挂职',
  village_post: '驻村',
  temporary_branch: '编入临时支部',
  floating_in: '流入',
  dual_life: '双重组织生活',
  not_transferred: '组织关系未转入',
} as const;
export type AttachmentKind = keyof typeof ATTACHMENTS;
export const zAttachment = z.enum(
  Object.keys(ATTACHMENTS) as [AttachmentKind, ...AttachmentKind[]],
);

export const HARDSHIPS = {
  hardship: '生活困难',
  old: '老党员',
  ill: '患病',
  bereaved: '家庭变故',
} as const;
export type HardshipKind = keyof typeof HARDSHIPS;
export const zHardship = z.enum(Object.keys(HARDSHIPS) as [HardshipKind, ...HardshipKind[]]);

const words = zLine(200).nullable();

/** Dated facts of a person; a field that is absent is not touched, null is "unknown". */
export const personFields = {
  name: zWords(40),
  sex: zSex.nullable(),
  ethnic: zLine(20).nullable(),
  bornOn: zLooseDay.nullable(),
  nativePlace: words,
  education: zLine(40).nullable(),
  degree: zLine(40).nullable(),
  school: words,
  work: zLine(40).nullable(),
  title: words,
  stratum: words,
  migrant: z.boolean().nullable(),
  workUnit: words,
  job: words,
  address: words,
  household: words,
  joinedOn: zLooseDay.nullable(),
  joinedBranch: words,
  joinType: words,
  regularisedOn: zLooseDay.nullable(),
  regularisation: words,
  correction: z.number().int().min(-600).max(600),
  extension: z.number().int().min(0).max(12),
  lost: z.boolean(),
  floating: z.boolean(),
  frail: z.boolean(),
};
export const zChanges = z.strictObject(personFields).partial();

/** Filters of the roster, all of them in the URL of the page. */
export const rosterFilters = {
  /** Name, pinyin, initials, or the last four characters of the identity number or phone. */
  q: zLine(40).default(''),
  /** This organisation and those below it. */
  orgId: zOrgId.optional(),
  asOf: zDay.optional(),
  category: zCategory.optional(),
  sex: zSex.optional(),
  ageFrom: z.coerce.number().int().min(0).max(130).optional(),
  ageTo: z.coerce.number().int().min(0).max(130).optional(),
  education: zLine(40).optional(),
  /** A code, or `minority` for all but 汉族. */
  ethnic: zLine(20).optional(),
  work: zLine(40).optional(),
  groupId: zId<'Group'>().optional(),
  /** `left`: who is no longer in a roster within sight, with what was true at the end. */
  mark: z
    .enum(['frail', 'floating', 'lost', 'attached', 'migrant', 'suspended', 'left'])
    .optional(),
};

export const zMemberRow = z.object({
  personId: zPersonId,
  name: z.string(),
  sex: zSex.nullable(),
  ethnic: z.string().nullable(),
  bornOn: zLooseDay.nullable(),
  age: z.number().int().nullable(),
  education: z.string().nullable(),
  work: z.string().nullable(),
  job: z.string().nullable(),
  category: zCategory,
  suspended: z.boolean(),
  joinedOn: zLooseDay.nullable(),
  regularisedOn: zLooseDay.nullable(),
  /** 党龄, whole years. */
  standing: z.number().int().nullable(),
  frail: z.boolean(),
  floating: z.boolean(),
  lost: z.boolean(),
  orgId: zOrgId,
  orgName: z.string(),
  /** Only in the list of those who left: from which day, and how. */
  left: z.object({ on: zDay, way: z.string() }).nullable(),
});
