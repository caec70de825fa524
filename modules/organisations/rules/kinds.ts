import type { Advice } from '#kernel/rule';
import { advise } from './catalogue.ts';

/** What an organisation is. `code`: category of the national system (`org.types.code`). */
export interface KindEntry {
  readonly code: string;
  /** Word that ends its name. */
  readonly word: string;
  readonly holdsMembers: boolean;
  readonly temporary: boolean;
  /** Kinds it may stand directly below; empty names only a root. */
  readonly under: readonly string[];
}

const UPPER = ['committee', 'working_committee'] as const;
const ABOVE_BRANCH = [
  ...UPPER,
  'leading_group',
  'general_branch',
  'temporary_committee',
  'temporary_general_branch',
];

/** 党组 stands with its unit, holds no members and admits nobody; branches of a unit may be shown below it. */
export const ORG_KIND_FACTS = {
  committee: { code: '611', word: '委员会', holdsMembers: false, temporary: false, under: UPPER },
  working_committee: {
    code: '611',
    word: '工作委员会',
    holdsMembers: false,
    temporary: false,
    under: UPPER,
  },
  leading_group: {
    code: '612',
    word: '党组',
    holdsMembers: false,
    temporary: false,
    under: [...UPPER, 'leading_group'],
  },
  general_branch: {
    code: '621',
    word: '总支部',
    holdsMembers: false,
    temporary: false,
    under: [...UPPER, 'leading_group', 'temporary_committee'],
  },
  branch: { code: '631', word: '支部', holdsMembers: true, temporary: false, under: ABOVE_BRANCH },
  joint_branch: {
    code: '632',
    word: '联合党支部',
    holdsMembers: true,
    temporary: false,
    under: ABOVE_BRANCH,
  },
  temporary_committee: {
    code: '911',
    word: '临时委员会',
    holdsMembers: false,
    temporary: true,
    under: UPPER,
  },
  temporary_general_branch: {
    code: '921',
    word: '临时总支部',
    holdsMembers: false,
    temporary: true,
    under: [...UPPER, 'temporary_committee'],
  },
  temporary_branch: {
    code: '931',
    word: '临时党支部',
    holdsMembers: false,
    temporary: true,
    under: ABOVE_BRANCH,
  },
  temporary_joint_branch: {
    code: '932',
    word: '临时联合党支部',
    holdsMembers: false,
    temporary: true,
    under: ABOVE_BRANCH,
  },
} as const satisfies Record<string, KindEntry>;

export type OrgKind = keyof typeof ORG_KIND_FACTS;

/** Whether members stand in its own roster. */
export const holdsMembers = (kind: OrgKind): boolean => ORG_KIND_FACTS[kind].holdsMembers;

export type Sector =
  | 'village'
  | 'community'
  | 'office'
  | 'institution'
  | 'state_enterprise'
  | 'private_enterprise'
  | 'social_organisation'
  | 'school'
  | 'mixed';

export const mayStandUnder = (child: OrgKind, parent: OrgKind): boolean => {
  const under: readonly string[] = ORG_KIND_FACTS[child].under;
  return under.includes(parent);
};

/** Acts a temporary branch in general leaves to the members' own branches (`org.branch.temp.limits`). */
export const TEMPORARY_LIMITS = {
  admit: '发展党员',
  handle: '处分、处置党员',
  collect_dues: '收缴党费',
  elect_delegates: '选举党代表大会代表',
  elect_committee: '进行换届',
} as const;
export type LimitedAct = keyof typeof TEMPORARY_LIMITS;

/**
 * Null where the act is open to the kind. Admission by a temporary body is barred by DEV26 art. 22, the
 * others in general (一般): the caller refuses the first and asks a written reason for the rest.
 */
export function temporaryLimit(
  kind: OrgKind,
  act: LimitedAct,
): (Advice & { readonly barred: boolean }) | null {
  if (!ORG_KIND_FACTS[kind].temporary) return null;
  const barred = act === 'admit';
  const text = `临时党组织${barred ? '不得' : '一般不'}${TEMPORARY_LIMITS[act]}`;
  const rule = barred ? 'org.temp.no-admission' : 'org.branch.temp.limits';
  return { ...advise('organisations.temporary_limit', rule, text), barred };
}
