import type { Advice } from '#kernel/rule';
import { advise } from './catalogue.ts';
import type { OrgKind } from './kinds.ts';
import type { CommitteeSize, OrgSettings } from './settings.ts';

export interface Leadership {
  /** Whether the branch works through a committee on that day. */
  readonly committee: boolean;
  readonly size: CommitteeSize | null;
  readonly secretaries: 1;
  readonly deputies: { readonly min: 0; readonly max: 1 };
  readonly advice: readonly Advice[];
}

/**
 * How a branch is led (`org.brc.required`, `org.brc.none`): from seven full members on it has a
 * committee, below none. A committee in office stays till the end of its term when the number falls
 * below, with a warning (situation 2).
 */
export function leadershipOf(
  fullMembers: number,
  committeeInOffice: boolean,
  settings: OrgSettings,
): Leadership {
  const required = fullMembers >= settings.committeeFromFull;
  const advice: Advice[] = [];
  if (required && !committeeInOffice) {
    const text = `正式党员${fullMembers}人，应当设立支部委员会，请报上级党组织后选举`;
    advice.push(advise('organisations.committee_required', 'org.brc.required', text));
  }
  if (!required && committeeInOffice) {
    const text = `正式党员${fullMembers}人，已不足${settings.committeeFromFull}人，委员会履职至任期届满，换届时不再设立`;
    advice.push(advise('organisations.committee_below_minimum', 'org.brc.none', text));
  }
  const committee = committeeInOffice || required;
  return {
    committee,
    size: committee ? settings.branchCommittee : null,
    secretaries: 1,
    deputies: { min: 0, max: 1 },
    advice,
  };
}

/** Whose powers a meeting has where there is no committee: the members' meeting (DEV26 art. 8). */
export const deciderOf = (leadership: Leadership): 'committee' | 'members_meeting' =>
  leadership.committee ? 'committee' : 'members_meeting';

const SIZE_RULE = {
  branch: 'org.brc.size',
  general: 'org.gbc.size',
  committee: 'org.gc.size',
} as const;

/** Warns where a committee is smaller or larger than usual; the numbers are 一般, so nothing is refused. */
export function committeeSizeAdvice(
  kind: OrgKind,
  members: number,
  settings: OrgSettings,
): readonly Advice[] {
  const level =
    kind === 'branch' || kind === 'joint_branch'
      ? 'branch'
      : kind === 'general_branch'
        ? 'general'
        : 'committee';
  const size = {
    branch: settings.branchCommittee,
    general: settings.generalCommittee,
    committee: settings.partyCommittee,
  }[level];
  const range = `一般${size.min}至${size.usual}人，最多${size.max}人`;
  if (members < size.min) {
    return [
      advise(
        'organisations.committee_too_small',
        SIZE_RULE[level],
        `委员${members}人，${range}，请及时补选`,
      ),
    ];
  }
  return members > size.usual
    ? [advise('organisations.committee_too_large', SIZE_RULE[level], `委员${members}人，${range}`)]
    : [];
}
