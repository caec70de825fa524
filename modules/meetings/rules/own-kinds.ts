import {
  dutiesOf,
  MEETING_KINDS,
  rhythmOf,
  type Body,
  type DutyFacts,
  type Evidence,
  type KindEntry,
  type MeetingKind,
  type MeetingSettings,
  type Rhythm,
} from './kinds.ts';

/** A kind as meetings use it: built in, or one that an organisation set up for itself. */
export interface PlannedKind {
  /** What is stored: key of the built-in kind, or the id of the own one. */
  readonly kind: string;
  readonly name: string;
  readonly body: Body;
  /** The built-in kind whose quorum and votes hold. */
  readonly like: MeetingKind;
  readonly builtIn: boolean;
  readonly orgId: string | null;
  readonly rhythm: Rhythm | null;
  readonly rhythmRule: string | null;
  readonly study: boolean;
  readonly firstTopic: boolean;
  readonly asksYearOf: boolean;
  readonly evidences: readonly Evidence[];
  readonly template: readonly string[];
}

/** What an organisation says of a kind of its own. */
export interface OwnKind {
  readonly kindId: string;
  readonly orgId: string;
  readonly name: string;
  readonly body: Body;
  readonly rhythm: Rhythm | null;
  readonly study: boolean;
  readonly firstTopic: boolean;
  readonly template: readonly string[];
}

/** Kinds whose agenda begins with 第一议题 by custom of the field. */
const FIRST_TOPIC: readonly MeetingKind[] = [
  'members_meeting',
  'committee_meeting',
  'leading_group_meeting',
  'centre_group',
];

const LIKE: Record<Body, MeetingKind> = {
  members: 'special_meeting',
  committee: 'two_committees_meeting',
  group: 'group_meeting',
  leading_body: 'leading_group_meeting',
};

export const isBuiltIn = (kind: string): kind is MeetingKind => kind in MEETING_KINDS;

export function builtInKind(kind: MeetingKind, settings: MeetingSettings): PlannedKind {
  const entry: KindEntry = MEETING_KINDS[kind];
  return {
    kind,
    name: entry.name,
    body: entry.body,
    like: kind,
    builtIn: true,
    orgId: null,
    rhythm: rhythmOf(kind, settings),
    rhythmRule: entry.rhythmRule,
    study: entry.hours,
    firstTopic: FIRST_TOPIC.includes(kind),
    asksYearOf: entry.yearWindow,
    evidences: entry.evidences,
    template: [],
  };
}

export function ownKind(own: OwnKind): PlannedKind {
  const like = LIKE[own.body];
  return {
    kind: own.kindId,
    name: own.name,
    body: own.body,
    like,
    builtIn: false,
    orgId: own.orgId,
    rhythm: own.rhythm,
    rhythmRule: own.rhythm === null ? null : 'meeting.local',
    study: own.study,
    firstTopic: own.firstTopic,
    asksYearOf: false,
    evidences: MEETING_KINDS[own.study ? 'forum' : like].evidences,
    template: own.template,
  };
}

/** Rhythm of a kind as a duty of the rules: an own kind takes the calendar of the kind it is like. */
export const asDuty = (
  kind: PlannedKind,
): { kind: MeetingKind; rhythm: Rhythm; rule: string } | null =>
  kind.rhythm === null || kind.rhythmRule === null
    ? null
    : { kind: kind.like, rhythm: kind.rhythm, rule: kind.rhythmRule };

/** Whether an organisation owes this kind: the usual duties, the local ones it keeps, and its own with a rhythm. */
export function isDuty(kind: PlannedKind, facts: DutyFacts, settings: MeetingSettings): boolean {
  if (!kind.builtIn) return kind.rhythm !== null;
  return dutiesOf(facts, settings).some((duty) => duty.kind === kind.kind);
}
