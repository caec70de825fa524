import { deciderOf, leadershipOf } from './committee.ts';
import { ORG_KIND_FACTS, type OrgKind, type Sector } from './kinds.ts';
import { DEFAULT_ORG_SETTINGS, type OrgSettings } from './settings.ts';

export interface ProfileFacts {
  readonly kind: OrgKind;
  readonly sector: Sector;
  readonly memberKind: 'general' | 'office' | 'retired' | 'student' | 'floating';
  /** Null where the roster is out of sight: then only the committee in office decides. */
  readonly fullMembers: number | null;
  readonly committeeInOffice: boolean;
}

/** What other modules have to do differently for a body (situations 2 and 14). */
export interface Profile {
  readonly kind: OrgKind;
  readonly isBranch: boolean;
  readonly holdsMembers: boolean;
  readonly temporary: boolean;
  readonly village: boolean;
  readonly retired: boolean;
  readonly floating: boolean;
  /** Whether a monthly committee meeting is due, and whose powers the members' meeting has otherwise. */
  readonly committee: boolean;
  readonly decider: 'committee' | 'members_meeting';
  /** Off for retired branches: 年老体弱 stay at home, and nobody counts them. */
  readonly attendanceAlarms: boolean;
  /** 50-years list: in retired branches in April, before the heat; elsewhere by 1 July. */
  readonly fiftyYearsListMonth: 4 | 6;
}

const BRANCHES: readonly OrgKind[] = [
  'branch',
  'joint_branch',
  'temporary_branch',
  'temporary_joint_branch',
];

/** The profile of a body from its kind, its members' kind and its numbers on a day. */
export function profileFrom(
  facts: ProfileFacts,
  settings: OrgSettings = DEFAULT_ORG_SETTINGS,
): Profile {
  const isBranch = BRANCHES.includes(facts.kind);
  const full = facts.fullMembers ?? (facts.committeeInOffice ? settings.committeeFromFull : 0);
  const leadership = leadershipOf(full, facts.committeeInOffice, settings);
  const retired = facts.memberKind === 'retired';
  return {
    kind: facts.kind,
    isBranch,
    holdsMembers: ORG_KIND_FACTS[facts.kind].holdsMembers,
    temporary: ORG_KIND_FACTS[facts.kind].temporary,
    village: facts.sector === 'village',
    retired,
    floating: facts.memberKind === 'floating',
    committee: isBranch ? leadership.committee : true,
    decider: isBranch ? deciderOf(leadership) : 'committee',
    attendanceAlarms: !retired,
    fiftyYearsListMonth: retired ? 4 : 6,
  };
}

/** Words for the header of a page, the telling ones only. */
export function profileMarks(profile: Profile): string[] {
  const marks: string[] = [];
  if (profile.retired) marks.push('离退休党支部：不作到会提醒');
  if (profile.village) marks.push('村党组织');
  if (profile.floating) marks.push('流动党员党支部');
  if (profile.temporary) marks.push('临时党组织：一般不发展党员、不收缴党费、不换届');
  if (profile.isBranch && !profile.committee) {
    marks.push('不设支委会，由支部党员大会讨论决定');
  }
  if (profile.kind === 'leading_group') marks.push('党组不直接管理党员');
  return marks;
}
