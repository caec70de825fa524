/** What a committee may fix where the text says 一般 or was not read (rules.md 1 and 17). */
export interface OrgSettings {
  /** BR18 art. 4. */
  readonly branchMinFull: number;
  readonly branchMaxMembers: number;
  readonly jointMaxUnits: number;
  readonly generalBranchMin: number;
  readonly committeeMin: number;
  /** Full members from which a branch has a committee. */
  readonly committeeFromFull: number;
  /** Members of a branch committee: at least, usually at most, at most. */
  readonly branchCommittee: CommitteeSize;
  readonly generalCommittee: CommitteeSize;
  readonly partyCommittee: CommitteeSize;
  readonly termYears: {
    readonly village: number;
    readonly branch: number;
    readonly generalBranch: number;
    readonly committee: number;
  };
  /** Months before the end at which the level above reminds. */
  readonly noticeMonths: number;
  /** Days before the end from which an election is not early. */
  readonly onTimeDays: number;
  /** EL20 art. 3: early or late by more than this many years is out of the ordinary. */
  readonly shiftYears: number;
  readonly secretaryStandingYears: number;
  readonly replyMonths: number;
  /** Practice numbers for a 党小组. */
  readonly groupMin: number;
  readonly groupMinFull: number;
}

export interface CommitteeSize {
  readonly min: number;
  readonly usual: number;
  readonly max: number;
}

export const DEFAULT_ORG_SETTINGS: OrgSettings = {
  branchMinFull: 3,
  branchMaxMembers: 50,
  jointMaxUnits: 5,
  generalBranchMin: 50,
  committeeMin: 100,
  committeeFromFull: 7,
  branchCommittee: { min: 3, usual: 5, max: 7 },
  generalCommittee: { min: 5, usual: 7, max: 9 },
  partyCommittee: { min: 5, usual: 9, max: 9 },
  termYears: { village: 5, branch: 3, generalBranch: 3, committee: 5 },
  noticeMonths: 6,
  onTimeDays: 90,
  shiftYears: 1,
  secretaryStandingYears: 1,
  replyMonths: 1,
  groupMin: 3,
  groupMinFull: 1,
};
