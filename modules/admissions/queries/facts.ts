import { lastOf, type Case, type Finding } from '#engines/procedure';
import type { OrgId, PersonId } from '#kernel/ids';
import { addMonths, type PlainDate } from '#kernel/plain-date';
import { basisOf } from '#kernel/rule';
import type { Read } from '#platform/db';
import { facesOf, historiesOf, namesOf, rightsOn } from '#modules/members';
import { heldMeetings, type HeldMeeting } from '#modules/meetings';
import { bodiesAbove, calendarOf, committeeOn, type BodyAbove } from '#modules/organisations';
import { rejoinBar } from '#modules/status';
import { ruleNamed } from '../rules/catalogue.ts';
import type { AdmissionFacts, Helper, Observed, PersonVote, Told } from '../rules/facts.ts';
import { missingLocals } from '../rules/local.ts';
import { APPROVING, type Move } from '../rules/words.ts';
import type { CaseRow } from '../store/cases.ts';
import { filesOf, type PaperFile } from '../store/files.ts';
import { localsDone, localStepsAt, type LocalDoneRow, type LocalStepRow } from '../store/locals.ts';
import {
  helpersOf,
  objectionsOf,
  pausesOf,
  settingsAt,
  type HelperRow,
  type ObjectionRow,
  type PauseRow,
} from '../store/parts.ts';
import { stepsOf, type StepRow } from '../store/steps.ts';

export interface Loaded {
  readonly row: CaseRow;
  readonly steps: readonly StepRow[];
  readonly file: Case<Move>;
  readonly facts: AdmissionFacts;
  /** Steps of one's own beside the chart, and those that were done. */
  readonly locals: {
    readonly steps: readonly LocalStepRow[];
    readonly done: readonly LocalDoneRow[];
  };
  /** What else hangs on the case, as it was read for the facts. */
  readonly parts: {
    readonly helpers: readonly HelperRow[];
    readonly pauses: readonly PauseRow[];
    readonly objections: readonly ObjectionRow[];
    readonly files: readonly PaperFile[];
  };
  /** The committee that consents and approves, with its name; null where none is known above. */
  readonly approver: BodyAbove | null;
}

export const caseFileOf = (steps: readonly StepRow[], pauses: Case['pauses']): Case<Move> => ({
  done: steps.map((step) => ({
    id: step.id,
    move: step.move,
    on: step.on,
    ...(step.until === null ? {} : { until: step.until }),
    by: step.enteredBy,
  })),
  pauses,
});

const OBSERVING: readonly Move[] = ['observe', 'observe_probation'];

const observedOf = (steps: readonly StepRow[]): Observed[] =>
  steps
    .filter((step) => OBSERVING.includes(step.move))
    .map((step) => ({ on: step.on, kind: step.told.kind ?? 'observation' }));

/** Last day of each move, and the end of probation where it began. */
function daysOf(steps: readonly StepRow[]): Record<string, PlainDate> {
  const days: Record<string, PlainDate> = {};
  for (const step of steps) days[step.move] = step.on;
  const accepted = days['accept'];
  const extended = steps.findLast((step) => step.move === 'approve_extend')?.until ?? null;
  if (accepted !== undefined) days['probation_ends'] = extended ?? addMonths(accepted, 12);
  return days;
}

/** People as the rules ask who may be contact or introducer, as of a day. */
export async function helperFacts(
  read: Read,
  ids: readonly PersonId[],
  day: PlainDate,
): Promise<ReadonlyMap<PersonId, Helper>> {
  const people = [...new Set(ids)];
  const [names, histories] = await Promise.all([namesOf(read, people), historiesOf(read, people)]);
  return new Map(
    people.map((personId) => {
      const history = histories.get(personId);
      const rights = rightsOn(history, day);
      const stay = history?.stays.find(
        (one) => one.from <= day && (one.to === null || day < one.to),
      );
      return [
        personId,
        {
          personId,
          name: names.get(personId) ?? '',
          category: stay?.category ?? null,
          suspended: rights.standing === 'suspended',
          onProbation: rights.standing === 'full' && !rights.vote,
          sanctioned: rights.introduce === 'unsuitable',
        },
      ];
    }),
  );
}

/** A temporary committee stands above as a committee does, without the power (DEV26 art. 22). */
const isCommittee = (kind: string): boolean =>
  APPROVING.has(kind) || kind === 'temporary_committee';

/** The nearest committee above that has the power to approve (DEV26 art. 22), or the nearest at all. */
function approverOf(above: readonly BodyAbove[], noPower: readonly string[]): BodyAbove | null {
  const committees = above.filter((body) => isCommittee(body.kind));
  return (
    committees.find(
      (body) => body.kind !== 'temporary_committee' && !noPower.includes(body.orgPath),
    ) ??
    committees[0] ??
    above[0] ??
    null
  );
}

/** A committee has three members or more; below that its powers are those of the members' meeting (DEV26 art. 8). */
const COMMITTEE_FROM = 3;

export async function hasCommittee(read: Read, orgId: OrgId, day: PlainDate): Promise<boolean> {
  const posts = await committeeOn(read, orgId, day);
  return new Set(posts.map((post) => post.personId)).size >= COMMITTEE_FROM;
}

/** The vote of a meeting held that a step rests on, with the opinions written before it. */
/** The name in its subject tells whom a vote was taken on; one that names somebody else is not this person's. */
export function voteOf(
  meeting: HeldMeeting,
  voteId: string,
  told: Told,
  name: string,
): PersonVote | null {
  const vote = meeting.votes.find((one) => one.voteId === voteId);
  if (vote === undefined) return null;
  return {
    entitled: vote.entitled,
    present: vote.present,
    inFavour: vote.inFavour,
    against: vote.against,
    abstained: vote.abstained,
    written: told.written ?? { inFavour: 0, against: 0 },
    secret: vote.byPaper,
    alone: vote.onPerson && name !== '' && vote.subject.replaceAll(/\s/g, '').includes(name),
    tellers: told.tellers ?? [],
  };
}

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

/** The article a finding rests on, for its sentence; the regulation alone where the rule is not sure. */
export const withBasis = (one: Finding): Finding => {
  if (one.rule === '') return one;
  const rule = ruleNamed(one.rule);
  return {
    ...one,
    params: { ...one.params, basis: basisOf(rule), summary: rule.summary },
  };
};

/** A case with all that its rules look at, for an act of a day. */
export async function load(
  read: Read,
  row: CaseRow,
  on: PlainDate,
  told: Told,
  vote: PersonVote | null,
): Promise<Loaded> {
  const { caseId, place } = row;
  const asked = [...(told.contacts ?? []), ...(told.introducers ?? [])];
  const [
    steps,
    allPauses,
    helpers,
    settings,
    above,
    faces,
    objections,
    files,
    rejoin,
    calendar,
    asHelpers,
    localSteps,
    localDone,
  ] = await Promise.all([
    stepsOf(read, [caseId]),
    pausesOf(read, [caseId]),
    helpersOf(read, [caseId]),
    settingsAt(read, place.orgPath, on),
    bodiesAbove(read, place.orgId, on),
    facesOf(read, [row.personId]),
    objectionsOf(read, caseId),
    filesOf(read, caseId),
    rejoinBar(read, row.personId, on),
    calendarOf(read),
    helperFacts(read, asked, on),
    localStepsAt(read, place.orgPath),
    localsDone(read, [caseId]),
  ]);
  const pauses = allPauses.get(caseId) ?? [];
  const standing = (role: 'contact' | 'introducer'): PersonId[] =>
    helpers.filter((one) => one.role === role && one.to === null).map((one) => one.personId);
  const approver = approverOf(above, settings.noPower);
  const face = faces.get(row.personId);
  const notice = steps.findLast((step) => step.move === 'begin_notice');
  const file = caseFileOf(steps, pauses);
  const general = above.findIndex((body) => body.kind === 'general_branch');
  const facts: AdmissionFacts = {
    applicant: {
      personId: row.personId,
      bornOn: face?.bornOn ?? null,
      mobile: row.mobile,
      leagueMember: row.league,
      rejoin,
    },
    settings,
    calendar,
    underGeneralBranch: general === 0,
    approver: {
      kind: approver?.kind ?? 'committee',
      temporary: approver?.kind.startsWith('temporary') ?? false,
      underTownship: approver !== null && settings.noPower.includes(approver.orgPath),
    },
    helpers: asHelpers,
    contacts: standing('contact'),
    introducers: standing('introducer'),
    observed: observedOf(steps),
    days: daysOf(steps),
    notice:
      notice?.until === undefined || notice.until === null
        ? null
        : { from: notice.on, until: notice.until },
    openObjections: objections.filter((one) => one.answeredOn === null).length,
    extended: lastOf(file, 'approve_extend') !== null,
    archived: new Set([...steps.flatMap((step) => step.papers), ...files.map((one) => one.paper)]),
    vote,
    told,
  };
  const locals = {
    steps: localSteps,
    done: localDone,
  };
  const parts = { helpers, pauses, objections, files };
  return { row, steps, file, facts, approver, locals, parts };
}

/** Local steps still to be done before a move on a day. */
export const missingBefore = (
  loaded: Pick<Loaded, 'steps' | 'locals'>,
  move: Move,
  day: PlainDate,
) => missingLocals(loaded.locals.steps, loaded.locals.done, loaded.steps, move, day);
