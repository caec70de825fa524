/** How often: `times` in each calendar month, quarter, half-year or year. */
export interface Rhythm {
  readonly times: number;
  readonly per: 'month' | 'quarter' | 'half_year' | 'year';
}

/** Whose meeting it is; each meeting belongs to exactly one body. */
export type Body = 'members' | 'committee' | 'group' | 'leading_body';

/** Who of the entitled must be there: none, ≥ 1/2, > 1/2, ≥ 2/3. */
export type QuorumRule = 'none' | 'half' | 'over_half' | 'two_thirds';

/** 六有: what a meeting keeps; pictures stay optional everywhere. */
export const EVIDENCES = {
  sign_in: '签到',
  agenda: '议程',
  material: '材料',
  record: '记录',
  notes: '笔记',
  pictures: '图片',
} as const;
export type Evidence = keyof typeof EVIDENCES;

export interface KindEntry {
  readonly name: string;
  readonly body: Body;
  /** Default; a committee may set another. Null: as needed. */
  readonly rhythm: Rhythm | null;
  readonly rhythmRule: string | null;
  readonly quorum: QuorumRule;
  readonly quorumRule: string | null;
  readonly passRule: string | null;
  /** Time there counts as study. */
  readonly hours: boolean;
  /** Belongs to the year before when held in January to March (`life.orgmeeting.q4`). */
  readonly yearWindow: boolean;
  readonly evidences: readonly Evidence[];
}

const SIX: readonly Evidence[] = ['sign_in', 'agenda', 'material', 'record', 'notes', 'pictures'];
const MEETING: readonly Evidence[] = ['sign_in', 'agenda', 'record', 'pictures'];
const base = {
  rhythmRule: null,
  quorum: 'none',
  quorumRule: null,
  passRule: null,
  hours: false,
  yearWindow: false,
} as const;
const members = {
  ...base,
  body: 'members',
  quorum: 'half',
  quorumRule: 'meeting.general.quorum',
  passRule: 'meeting.general.pass',
} as const;
const leading = { ...base, body: 'leading_body', quorum: 'half', evidences: MEETING } as const;
const local = (times: number, per: Rhythm['per']) =>
  ({ rhythm: { times, per }, rhythmRule: 'meeting.local' }) as const;

/** Kinds of meetings. The key is stored; a tenant's own kinds stand in the table of kinds beside these. */
export const MEETING_KINDS = {
  members_meeting: {
    ...members,
    name: '支部党员大会',
    rhythm: { times: 1, per: 'quarter' },
    rhythmRule: 'meeting.general.quarterly',
    hours: true,
    evidences: SIX,
  },
  committee_meeting: {
    ...base,
    name: '支部委员会会议',
    body: 'committee',
    rhythm: { times: 1, per: 'month' },
    rhythmRule: 'meeting.committee.monthly',
    quorum: 'half',
    quorumRule: 'meeting.committee.quorum',
    passRule: 'meeting.committee.pass',
    evidences: MEETING,
  },
  group_meeting: {
    ...base,
    name: '党小组会',
    body: 'group',
    rhythm: { times: 1, per: 'month' },
    rhythmRule: 'meeting.group.monthly',
    hours: true,
    evidences: SIX,
  },
  party_class: {
    ...base,
    name: '党课',
    body: 'members',
    rhythm: { times: 1, per: 'quarter' },
    rhythmRule: 'meeting.class.frequency',
    hours: true,
    evidences: SIX,
  },
  theme_day: {
    ...base,
    name: '主题党日',
    body: 'members',
    rhythm: { times: 1, per: 'month' },
    rhythmRule: 'life.themeday.monthly',
    hours: true,
    evidences: SIX,
  },
  org_life_meeting: {
    ...members,
    name: '组织生活会',
    rhythm: { times: 1, per: 'year' },
    rhythmRule: 'life.orgmeeting.yearly',
    yearWindow: true,
    evidences: SIX,
  },
  democratic_life_meeting: {
    ...leading,
    name: '民主生活会',
    rhythm: { times: 1, per: 'year' },
    rhythmRule: 'demo.yearly',
    quorum: 'two_thirds',
    quorumRule: 'demo.quorum',
    yearWindow: true,
  },
  centre_group: {
    ...leading,
    name: '理论学习中心组学习',
    rhythm: { times: 1, per: 'quarter' },
    rhythmRule: 'study.centre.frequency',
    quorum: 'none',
    hours: true,
    evidences: SIX,
  },
  forum: {
    ...base,
    ...local(2, 'month'),
    name: '双周讲坛',
    body: 'members',
    hours: true,
    evidences: SIX,
  },
  governance_meeting: { ...leading, ...local(1, 'half_year'), name: '全面从严治党专题会' },
  discipline_meeting: { ...leading, ...local(1, 'half_year'), name: '党风廉政专题会' },
  ideology_meeting: { ...leading, ...local(1, 'quarter'), name: '意识形态工作会议' },
  leading_group_meeting: { ...leading, name: '党组（党委）会议', rhythm: null },
  two_committees_meeting: {
    ...base,
    name: '两委会议',
    body: 'committee',
    quorum: 'half',
    rhythm: null,
    evidences: MEETING,
  },
  special_meeting: { ...members, name: '专题会', rhythm: null, evidences: MEETING },
} as const satisfies Record<string, KindEntry>;

export type MeetingKind = keyof typeof MEETING_KINDS;
export const MEETING_KIND_KEYS = Object.keys(MEETING_KINDS) as readonly MeetingKind[];

/** 三会一课. */
export const THREE_AND_ONE: readonly MeetingKind[] = [
  'members_meeting',
  'committee_meeting',
  'group_meeting',
  'party_class',
];

/** What a committee may fix for its branches; shown as 按上级规定. */
export interface MeetingSettings {
  /** Other rhythms than the default; null: none. */
  readonly rhythms: Partial<Record<MeetingKind, Rhythm | null>>;
  /** Days after the meeting from which an entry carries the neutral mark 补录. */
  readonly backfillAfterDays: number;
  /** Last day (`MM-DD`) of the next year on which a yearly life meeting still belongs to the year before. */
  readonly yearWindowEnd: string;
  readonly yearWindowStart: string;
  readonly minutesPerHour: number;
  /** 回避 leaves the count of a vote. */
  readonly recusedLeaveCount: boolean;
  readonly hoursPerYear: { readonly member: number; readonly officer: number };
}

export const DEFAULT_MEETING_SETTINGS: MeetingSettings = {
  rhythms: {},
  backfillAfterDays: 14,
  yearWindowStart: '10-01',
  yearWindowEnd: '03-31',
  minutesPerHour: 60,
  recusedLeaveCount: false,
  hoursPerYear: { member: 32, officer: 56 },
};

export interface DutyFacts {
  readonly orgKind: 'branch' | 'leading_body';
  /** Without a committee its powers go to the members' meeting and its monthly meeting falls away (situation 2). */
  readonly hasCommittee: boolean;
  readonly groups: number;
  /** Local kinds the body keeps (双周讲坛 and the like). */
  readonly keeps: readonly MeetingKind[];
}

export interface Duty {
  readonly kind: MeetingKind;
  readonly rhythm: Rhythm;
  readonly rule: string;
}

const BRANCH_DUTIES: readonly MeetingKind[] = [...THREE_AND_ONE, 'theme_day', 'org_life_meeting'];
const LEADING_DUTIES: readonly MeetingKind[] = ['centre_group', 'democratic_life_meeting'];

export const rhythmOf = (kind: MeetingKind, settings: MeetingSettings): Rhythm | null => {
  const own = settings.rhythms[kind];
  return own === undefined ? MEETING_KINDS[kind].rhythm : own;
};

/** Which meetings a body has to hold, and how often. */
export function dutiesOf(facts: DutyFacts, settings: MeetingSettings): Duty[] {
  const usual = facts.orgKind === 'branch' ? BRANCH_DUTIES : LEADING_DUTIES;
  return [...new Set([...usual, ...facts.keeps])].flatMap((kind) => {
    if (kind === 'committee_meeting' && !facts.hasCommittee) return [];
    if (kind === 'group_meeting' && facts.groups === 0) return [];
    const rhythm = rhythmOf(kind, settings);
    const rule = MEETING_KINDS[kind].rhythmRule;
    return rhythm === null || rule === null ? [] : [{ kind, rhythm, rule }];
  });
}
