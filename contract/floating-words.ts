import { z, zDay, zId, zLine } from './lib.ts';
import { zPersonId } from './members.ts';
import { zOrgId } from './organisations.ts';

/** Words and shapes of floating members; `floating.ts` has the endpoints. */

export const AWAY_REASONS = {
  work: '外出务工',
  business: '外出经商',
  study: '外出学习',
  graduate: '毕业后组织关系未转出',
  family: '投亲或异地居住',
  abroad_study: '出国（境）学习研究',
  abroad: '因私出国（境）',
  other: '其他',
} as const;
export type AwayReason = keyof typeof AWAY_REASONS;
export const zAwayReason = z.enum(Object.keys(AWAY_REASONS) as [AwayReason, ...AwayReason[]]);

export const PLACE_KINDS = {
  county: '县内',
  city: '市内县外',
  province: '省内市外',
  country: '省外',
  abroad: '境外',
} as const;
export type PlaceKind = keyof typeof PLACE_KINDS;
export const zPlaceKind = z.enum(Object.keys(PLACE_KINDS) as [PlaceKind, ...PlaceKind[]]);

/** How long somebody has been away. */
export const AWAY_SPANS = {
  under6: '不满6个月',
  under12: '6个月至1年',
  under36: '1年至3年',
  over36: '3年以上',
} as const;
export type AwaySpan = keyof typeof AWAY_SPANS;
export const zAwaySpan = z.enum(Object.keys(AWAY_SPANS) as [AwaySpan, ...AwaySpan[]]);

export const TOLD_BY = { self: '本人报告', relative: '家属转达', branch: '支部了解' } as const;
export const zToldBy = z.enum(['self', 'relative', 'branch']);
export type ToldBy = keyof typeof TOLD_BY;

export const CONTACT_MEANS = {
  phone: '电话',
  wechat: '微信',
  letter: '书信',
  visit: '见面',
  family: '家属转达',
} as const;
export type ContactMeans = keyof typeof CONTACT_MEANS;
export const zContactMeans = z.enum(
  Object.keys(CONTACT_MEANS) as [ContactMeans, ...ContactMeans[]],
);

/** What counts as contact: an entry of the log, or a fact another page has already. */
export const CONTACT_SOURCES = {
  log: '联系记录',
  meeting: '参加会议',
  dues: '交纳党费',
  life: '流入地反馈',
} as const;
export type ContactSource = keyof typeof CONTACT_SOURCES;

export const RETURN_WAYS = {
  returned: '已返回',
  transferred: '组织关系已转出',
  other: '其他',
} as const;
export const zReturnWay = z.enum(['returned', 'transferred', 'other']);
export type ReturnWay = keyof typeof RETURN_WAYS;

export const GRADES = {
  excellent: '优秀',
  qualified: '合格',
  basically_qualified: '基本合格',
  unqualified: '不合格',
} as const;
export const zGrade = z.enum(['excellent', 'qualified', 'basically_qualified', 'unqualified']);
export type Grade = keyof typeof GRADES;

/** What stands beside a stay: none of these blocks, opens a case or says why. */
export const HINTS = {
  overdue: '该联系了',
  transfer: '应转接组织关系',
  expected: '已过预计返回日期',
  graduate: '毕业已满2年',
  keeper: '没有联系人',
  report: '今年还没有汇报',
} as const;
export type HintCode = keyof typeof HINTS;

export const zAwayId = zId<'FloatingAway'>();
export const zContactId = zId<'FloatingContact'>();
export const zArrivalId = zId<'FloatingArrival'>();
export const zLifeId = zId<'FloatingLife'>();

export const zContacted = z
  .object({ on: zDay, source: z.enum(['log', 'meeting', 'dues', 'life']) })
  .nullable();

export const zHint = z.object({
  code: z.enum(Object.keys(HINTS) as [HintCode, ...HintCode[]]),
  text: z.string(),
});

/** One stay away as lists show it. */
export const zAwayRow = z.object({
  awayId: zAwayId,
  orgId: zOrgId,
  orgName: z.string(),
  personId: zPersonId,
  name: z.string(),
  reason: zAwayReason,
  placeKind: zPlaceKind,
  place: z.string(),
  fixed: z.boolean(),
  /** Masked; '' where none is known. */
  phone: z.string(),
  toldBy: zToldBy,
  leftOn: zDay,
  expectedOn: zDay.nullable(),
  months: z.number().int(),
  keeperId: zPersonId.nullable(),
  keeperName: z.string(),
  hostOrgId: zOrgId.nullable(),
  hostName: z.string(),
  certificateNo: z.string(),
  returnedOn: zDay.nullable(),
  returnWay: zReturnWay.nullable(),
  last: zContacted,
  /** Day until which the next contact is due; null once back. */
  due: zDay.nullable(),
  hints: z.array(zHint),
});

/** A number as people dial it, also from abroad; '' where none is known. */
export const zPhoneText = zLine(30).refine(
  (value) => value === '' || /^[+\d][\d\s-]{4,29}$/.test(value),
  '电话号码只写数字，可以带区号、国家代码',
);

/** What a branch says of a stay away. */
export const awayFields = {
  reason: zAwayReason,
  placeKind: zPlaceKind,
  place: zLine(100),
  fixed: z.boolean().default(false),
  /** Left out: as it is; '' takes it away. */
  phone: zPhoneText.optional(),
  toldBy: zToldBy.default('self'),
  leftOn: zDay,
  expectedOn: zDay.nullable().default(null),
  keeperId: zPersonId.nullable().default(null),
  hostOrgId: zOrgId.nullable().default(null),
  hostName: zLine(100).default(''),
  certificateNo: zLine(40).default(''),
};
