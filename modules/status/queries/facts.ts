import { type Case, type Finding } from '#engines/procedure';
import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { basisOf } from '#kernel/rule';
import { workCalendar } from '#kernel/work-days';
import type { Read } from '#platform/db';
import { historiesOf, rightsOn } from '#modules/members';
import { heldMeetings, type HeldMeeting } from '#modules/meetings';
import { bodiesAbove, committeeOn, type BodyAbove } from '#modules/organisations';
import { ruleNamed } from '../rules/catalogue.ts';
import type { PersonVote, StatusFacts, Told } from '../rules/facts.ts';
import type { Move } from '../rules/words.ts';
import { casesOfPerson, type CaseRow } from '../store/cases.ts';
import { lostOf, searchesOf } from '../store/lost.ts';
import { settingsAt } from '../store/settings.ts';
import { stepsOf, type StepRow } from '../store/steps.ts';

/** Years of the holiday table; loaded once. */
export const CALENDAR = workCalendar();

export interface Loaded {
  readonly row: CaseRow;
  readonly steps: readonly StepRow[];
  readonly file: Case<Move>;
  readonly facts: StatusFacts;
}

export const caseFileOf = (steps: readonly StepRow[]): Case<Move> => ({
  done: steps.map((step) => ({
    id: step.id,
    move: step.move,
    on: step.on,
    ...(step.until === null ? {} : { until: step.until }),
    by: step.enteredBy,
  })),
  pauses: [],
});

const COMMITTEES = new Set(['committee', 'working_committee']);

/** The nearest committee above: handling is filed there and approved by it. */
export async function approverOf(
  read: Read,
  orgId: OrgId,
  day: PlainDate,
): Promise<BodyAbove | null> {
  const above = await bodiesAbove(read, orgId, day);
  return above.find((body) => COMMITTEES.has(body.kind)) ?? above[0] ?? null;
}

/** Below three members a committee's powers are those of the members' meeting (`handle.start`). */
const COMMITTEE_FROM = 3;

export async function hasCommittee(read: Read, orgId: OrgId, day: PlainDate): Promise<boolean> {
  const posts = await committeeOn(read, orgId, day);
  return new Set(posts.map((post) => post.personId)).size >= COMMITTEE_FROM;
}

/** A finalised meeting of the branch, or null. */
export async function meetingOf(
  read: Read,
  orgId: OrgId,
  meetingId: string,
): Promise<HeldMeeting | null> {
  const [meeting] = await heldMeetings(read, {
    orgId,
    from: '1921-07-01' as PlainDate,
    bodies: ['members', 'committee'],
    meetingId,
  });
  return meeting ?? null;
}

/** The name in its subject tells whom a vote was taken on; one that names somebody else is not this person's. */
export function voteOf(meeting: HeldMeeting, voteId: string, name: string): PersonVote | null {
  const vote = meeting.votes.find((one) => one.voteId === voteId);
  if (vote === undefined) return null;
  return {
    entitled: vote.entitled,
    present: vote.present,
    inFavour: vote.inFavour,
    against: vote.against,
    abstained: vote.abstained,
    alone: vote.onPerson && name !== '' && vote.subject.replaceAll(/\s/g, '').includes(name),
  };
}

/** The article a finding rests on, for its sentence; the regulation alone where the rule is not sure. */
export const withBasis = (one: Finding): Finding => {
  if (one.rule === '') return one;
  const rule = ruleNamed(one.rule);
  return { ...one, params: { ...one.params, basis: basisOf(rule), summary: rule.summary } };
};

/** Since when 停止党籍 holds on a day, or null. */
export async function suspendedSince(
  read: Read,
  personId: PersonId,
  day: PlainDate,
): Promise<PlainDate | null> {
  const stays = (await historiesOf(read, [personId])).get(personId)?.stays ?? [];
  const at = stays.find(
    (one) => one.standing === 'suspended' && one.from <= day && (one.to === null || day < one.to),
  );
  return at?.from ?? null;
}

/** A case with all that its rules look at, for an act of a day. */
export async function load(
  read: Read,
  row: CaseRow,
  on: PlainDate,
  told: Told,
  vote: PersonVote | null,
): Promise<Loaded> {
  const { personId } = row;
  const steps = await stepsOf(read, [row.caseId]);
  const file = caseFileOf(steps);
  const history = (await historiesOf(read, [personId])).get(personId);
  const losses = (await lostOf(read, [personId])).get(personId) ?? [];
  const last = losses.at(-1);
  const searches =
    last === undefined ? [] : ((await searchesOf(read, [last.lostId])).get(last.lostId) ?? []);
  const others = (await casesOfPerson(read, personId)).filter(
    (one) =>
      one.kind === 'discipline' &&
      one.caseId !== row.caseId &&
      one.state !== 'begun' &&
      one.state !== 'dropped',
  );
  const days: Partial<Record<Move, PlainDate>> = {};
  for (const step of steps) days[step.move] = step.on;
  const facts: StatusFacts = {
    kind: row.kind,
    standing: rightsOn(history, on).standing,
    suspendedSince: await suspendedSince(read, personId, on),
    lost:
      last === undefined
        ? null
        : { since: last.since, foundOn: last.foundOn, searches: searches.length },
    disciplined: others.length > 0,
    settings: await settingsAt(read, row.place.orgPath, on),
    days,
    until: row.until,
    sanction: steps.findLast((step) => step.move === 'record')?.told.sanction ?? null,
    vote,
    told,
  };
  return { row, steps, file, facts };
}
