import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import { MEETING_KINDS, type Body, type MeetingKind } from './kinds.ts';

/** A person on the day of a meeting, as roster, posts and attachments have them. */
export interface PersonOnDay {
  readonly personId: string;
  /** `home`: in this roster; `guest`: attached here, roster elsewhere (situation 1); `none`: neither. */
  readonly place: 'home' | 'guest' | 'none';
  readonly category: 'full' | 'probationary';
  readonly standing: 'normal' | 'suspended';
  /** 留党察看: `none`; 留置、逮捕: `paused` (EL20 art. 5). */
  readonly rights: 'yes' | 'none' | 'paused';
  /** 流出: still in 应到, outside alarms. */
  readonly floating: boolean;
  /** 年老体弱 (EDU19 art. 23). */
  readonly frail: boolean;
  readonly onCommittee: boolean;
  readonly inGroup: boolean;
  /** Member of the leading body that meets. */
  readonly inLeadingBody: boolean;
  /** Left out of 应到 of a vote: upper consent and vote of the meeting both given (`meeting.exclude`). */
  readonly excluded: boolean;
}

/** `attend`: 应到; `sit_in`: 列席; `none`: not on the sheet. */
export interface RollEntry {
  readonly personId: string;
  readonly column: 'attend' | 'sit_in';
  /** Counts among those entitled to vote. */
  readonly voting: boolean;
  /** Absence counts in reminders about attendance. */
  readonly alarm: boolean;
  /** Why not voting, or outside alarms; Chinese, shown beside the name. */
  readonly note: string;
}

const inBody = (body: Body, person: PersonOnDay): boolean => {
  if (body === 'committee') return person.onCommittee;
  if (body === 'leading_body') return person.inLeadingBody;
  return person.place === 'home' && (body === 'members' || person.inGroup);
};

function noteOf(person: PersonOnDay, sitsIn: boolean): string {
  if (sitsIn) return person.place === 'guest' ? '组织关系不在本支部，列席' : '列席';
  if (person.category === 'probationary') return '预备党员，无表决权';
  if (person.rights === 'none') return '无表决权';
  if (person.rights === 'paused') return '表决权停止';
  if (person.excluded) return '经批准不计入应到会人数';
  return person.frail ? '年老体弱' : person.floating ? '流动党员' : '';
}

/** Entry of a person on the sheet of a meeting of that kind, or null. 停止党籍 stands on no sheet. */
export function entitlementOf(kind: MeetingKind, person: PersonOnDay): RollEntry | null {
  if (person.standing === 'suspended') return null;
  const { body } = MEETING_KINDS[kind];
  const member = inBody(body, person);
  const guest =
    !member &&
    person.place === 'guest' &&
    (body === 'members' || (body === 'group' && person.inGroup));
  if (!member && !guest) return null;
  const column = member ? 'attend' : 'sit_in';
  // A leading body votes by its own members, whose roster may stand elsewhere.
  const voting =
    member &&
    person.rights === 'yes' &&
    !person.excluded &&
    (body === 'leading_body' || person.category === 'full');
  return {
    personId: person.personId,
    column,
    voting,
    alarm: member && !person.frail && !person.floating,
    note: noteOf(person, guest),
  };
}

/** Sheet of a meeting from everybody on that day; whom it was made of later changes it no more. */
export interface Roll {
  readonly frozen: boolean;
  readonly entries: readonly RollEntry[];
}

export const rollOf = (kind: MeetingKind, people: readonly PersonOnDay[]): Roll => ({
  frozen: false,
  entries: people.map((person) => entitlementOf(kind, person)).filter((entry) => entry !== null),
});

export const freeze = (roll: Roll): Roll => ({ ...roll, frozen: true });

export type RollRefusal = Refusal<
  'meetings.roll_frozen' | 'meetings.already_on_roll' | 'meetings.not_on_roll'
>;

/**
 * Adds somebody. Once the meeting has begun the roll is frozen: only guests may still sit in; who was
 * forgotten comes by a correction.
 */
export function addToRoll(roll: Roll, entry: RollEntry): Result<Roll, RollRefusal> {
  if (roll.entries.some((known) => known.personId === entry.personId))
    return refuse('meetings.already_on_roll');
  if (roll.frozen && entry.column === 'attend') return refuse('meetings.roll_frozen');
  return ok({ ...roll, entries: [...roll.entries, entry] });
}

export function removeFromRoll(roll: Roll, personId: string): Result<Roll, RollRefusal> {
  if (!roll.entries.some((known) => known.personId === personId))
    return refuse('meetings.not_on_roll');
  if (roll.frozen) return refuse('meetings.roll_frozen');
  return ok({ ...roll, entries: roll.entries.filter((known) => known.personId !== personId) });
}

/** A committee meeting needs a committee; without one its powers are the members' meeting's (DEV26 art. 8). */
export const checkBody = (
  kind: MeetingKind,
  hasCommittee: boolean,
): Result<MeetingKind, Refusal<'meetings.no_committee'>> =>
  kind === 'committee_meeting' && !hasCommittee ? refuse('meetings.no_committee', {}) : ok(kind);

/**
 * Review before a vote (admission and the like): by the committee, which may meet on the same day; without
 * a committee by a members' meeting of its own on an earlier day (situation 2).
 */
export function checkReview(
  reviewedOn: string | null,
  votedOn: string,
  hasCommittee: boolean,
): Result<
  null,
  Refusal<'meetings.review_missing' | 'meetings.review_same_day' | 'meetings.review_after_vote'>
> {
  if (reviewedOn === null) return refuse('meetings.review_missing');
  if (reviewedOn > votedOn) return refuse('meetings.review_after_vote', { reviewedOn, votedOn });
  return reviewedOn === votedOn && !hasCommittee
    ? refuse('meetings.review_same_day', { votedOn })
    : ok(null);
}

export type Chair =
  | 'secretary'
  | 'acting_secretary'
  | 'deputy_secretary'
  | 'committee_member'
  | 'group_leader'
  | 'member';

/** Who may chair: the secretary; else a deputy or committee member asked to; in a small branch any member authorised in writing. */
export function checkChair(
  kind: MeetingKind,
  chair: Chair,
  authorisedInWriting: boolean,
): Result<null, Refusal<'meetings.chair_not_authorised'>> {
  const heads: readonly Chair[] = ['secretary', 'acting_secretary', 'deputy_secretary'];
  const free = MEETING_KINDS[kind].body === 'group' && chair === 'group_leader';
  return free || heads.includes(chair) || authorisedInWriting
    ? ok(null)
    : refuse('meetings.chair_not_authorised', {});
}
