import { addYears, type PlainDate } from '#kernel/plain-date';
import type { RosterField } from './columns.ts';
import type { MemberSettings } from './settings.ts';
import { ageOn, probationEnd } from './standing.ts';

export interface QualityFacts {
  readonly name: string;
  readonly category: 'full' | 'probationary' | null;
  readonly sex: 'male' | 'female' | null;
  readonly ethnic: string | null;
  readonly bornOn: PlainDate | null;
  readonly joinedOn: PlainDate | null;
  readonly regularisedOn: PlainDate | null;
  /** Months by which probation was extended. */
  readonly extensionMonths: number;
  readonly education: string | null;
  readonly work: string | null;
  readonly hasIdentity: boolean;
  /** Day of birth and sex as the number tells them; null without one. */
  readonly identityBornOn: PlainDate | null;
  readonly identitySex: 'male' | 'female' | null;
  readonly hasPhone: boolean;
  readonly hasGroup: boolean;
  readonly branchHasGroups: boolean;
}

/** What a gap breaks, the heaviest first: who may vote, deadlines, figures, matching, reaching people. */
export const BREAKS = {
  roll: '影响应到会人数和表决资格',
  deadline: '影响转正、换届等期限提醒',
  standing: '影响党龄、50年名单',
  dues: '影响党费核定',
  statistics: '影响年报统计',
  matching: '影响与全国系统核对和再次导入',
  contact: '影响通知送达',
} as const;
export type Breaks = keyof typeof BREAKS;
const ORDER = Object.keys(BREAKS) as readonly Breaks[];

export interface QualityFinding {
  readonly code: `members.${string}`;
  readonly field: RosterField;
  readonly breaks: Breaks;
  readonly text: string;
}

type Check = (facts: QualityFacts, on: PlainDate, settings: MemberSettings) => string | null;
type Entry = readonly [QualityFinding['code'], RosterField, Breaks, Check];

const missing =
  (name: string, has: (facts: QualityFacts) => boolean): Check =>
  (facts) =>
    has(facts) ? null : `没有填写${name}`;

const CHECKS: readonly Entry[] = [
  ['members.category_missing', 'category', 'roll', missing('人员类别', (f) => f.category !== null)],
  ['members.probation_over', 'category', 'deadline', probationOver],
  [
    'members.joined_missing',
    'joinedOn',
    'standing',
    missing('入党日期', (f) => f.joinedOn !== null),
  ],
  [
    'members.regularised_missing',
    'regularisedOn',
    'standing',
    (f) => (f.category === 'full' && f.regularisedOn === null ? '正式党员没有转正日期' : null),
  ],
  [
    'members.regularised_before_joined',
    'regularisedOn',
    'standing',
    (f) =>
      f.joinedOn !== null && f.regularisedOn !== null && f.regularisedOn < f.joinedOn
        ? '转正日期早于入党日期'
        : null,
  ],
  [
    'members.probationary_with_regularisation',
    'regularisedOn',
    'standing',
    (f, on) =>
      f.category === 'probationary' && f.regularisedOn !== null && f.regularisedOn <= on
        ? '预备党员却有转正日期'
        : null,
  ],
  [
    'members.joined_too_young',
    'joinedOn',
    'standing',
    (f, _, s) =>
      f.bornOn !== null && f.joinedOn !== null && f.joinedOn < addYears(f.bornOn, s.minimumAge)
        ? `入党时不满${s.minimumAge}岁`
        : null,
  ],
  ['members.work_missing', 'work', 'dues', missing('工作岗位', (f) => f.work !== null)],
  ['members.born_missing', 'bornOn', 'statistics', missing('出生日期', (f) => f.bornOn !== null)],
  [
    'members.age_unlikely',
    'bornOn',
    'statistics',
    (f, on) =>
      f.bornOn !== null && ageOn(f.bornOn, on) > 110
        ? `年龄${ageOn(f.bornOn, on)}岁，请核对`
        : null,
  ],
  ['members.sex_missing', 'sex', 'statistics', missing('性别', (f) => f.sex !== null)],
  ['members.ethnic_missing', 'ethnic', 'statistics', missing('民族', (f) => f.ethnic !== null)],
  [
    'members.education_missing',
    'education',
    'statistics',
    missing('学历', (f) => f.education !== null),
  ],
  // stat.checks: the yearly statistics ask about these.
  [
    'members.student_too_old',
    'work',
    'statistics',
    (f, on) =>
      f.work?.startsWith('student_') === true && f.bornOn !== null && ageOn(f.bornOn, on) >= 55
        ? '学生党员55岁以上'
        : null,
  ],
  [
    'members.identity_missing',
    'idNumber',
    'matching',
    missing('公民身份号码', (f) => f.hasIdentity),
  ],
  [
    'members.birth_differs_from_identity',
    'bornOn',
    'matching',
    (f) =>
      f.bornOn !== null && f.identityBornOn !== null && f.bornOn !== f.identityBornOn
        ? '出生日期与公民身份号码不一致（以档案为准，两个都保留）'
        : null,
  ],
  [
    'members.sex_differs_from_identity',
    'sex',
    'matching',
    (f) =>
      f.sex !== null && f.identitySex !== null && f.sex !== f.identitySex
        ? '性别与公民身份号码不一致'
        : null,
  ],
  ['members.phone_missing', 'phone', 'contact', missing('手机号码', (f) => f.hasPhone)],
  [
    'members.group_missing',
    'group',
    'contact',
    (f) => (f.branchHasGroups && !f.hasGroup ? '没有编入党小组' : null),
  ],
];

function probationOver(
  facts: QualityFacts,
  on: PlainDate,
  settings: MemberSettings,
): string | null {
  if (facts.category !== 'probationary' || facts.joinedOn === null) return null;
  const end = probationEnd(facts.joinedOn, facts.extensionMonths, settings);
  return end.ok && end.value < on ? `预备期已于${end.value}届满，还没有登记转正、延长或取消` : null;
}

/** What is missing or odd in a file, ordered by what it would break. */
export function qualityOf(
  facts: QualityFacts,
  on: PlainDate,
  settings: MemberSettings,
): QualityFinding[] {
  return CHECKS.flatMap(([code, field, breaks, check]) => {
    const text = check(facts, on, settings);
    return text === null ? [] : [{ code, field, breaks, text }];
  }).toSorted((a, b) => byWeight(a, b));
}

/** For a list over many people: the same order, then by code. */
export const byWeight = (a: QualityFinding, b: QualityFinding): number =>
  ORDER.indexOf(a.breaks) - ORDER.indexOf(b.breaks) ||
  CHECKS.findIndex(([code]) => code === a.code) - CHECKS.findIndex(([code]) => code === b.code);
