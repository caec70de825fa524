import { forecast, nextMoves, versionOn } from '#engines/procedure';
import type { Inputs, Outputs } from '#contract/lib';
import type { admissionsContract } from '#contract/admissions';
import type { Id } from '#kernel/ids';
import { addMonths, monthOf, todayAt, type PlainDate } from '#kernel/plain-date';
import { refuse } from '#kernel/result';
import type { Read } from '#platform/db';
import { namesOf } from '#modules/members';
import { heldMeetings } from '#modules/meetings';
import { mayUndo } from '../commands/undo-step.ts';
import { mayDo } from '../policy.ts';
import { ruleNamed } from '../rules/catalogue.ts';
import type { PersonVote, Told } from '../rules/facts.ts';
import { ASKS } from '../rules/forms.ts';
import { GUARDS } from '../rules/guards.ts';
import { localFindings } from '../rules/local.ts';
import { PAPERS } from '../rules/papers.ts';
import { ADMISSION } from '../rules/steps.ts';
import { approvals } from '../rules/vote.ts';
import type { Move } from '../rules/words.ts';
import { caseOf } from '../store/cases.ts';
import { undosOf } from '../store/steps.ts';
import { hasCommittee, load, missingBefore, withBasis, type Loaded } from './facts.ts';
import { canWrite, caseLines, labelOf } from './list.ts';
import { localNexts, localsOut } from './locals.ts';

type In = Inputs<typeof admissionsContract>;
type Out = Outputs<typeof admissionsContract>['detail'];

const EMPTY: Told = {};

/** Findings that only the filled form can answer are not told before it is filled. */
const FORM_CODES =
  /^admissions\.(?:contacts_number|introducers_number|not_recommended|not_heard|notice_short|notice_nowhere|notice_one_place|notice_against|review_failed|training_short|not_qualified|prereview_failed|book_without_number|no_resolution|no_talker|extension_length)$/;

export const voteText = (vote: PersonVote | null): string => {
  if (vote === null) return '';
  const { written } = vote;
  const letters =
    written.inFavour + written.against === 0
      ? ''
      : `，另有书面意见赞成${written.inFavour}、不赞成${written.against}`;
  return `应到会有表决权${vote.entitled}人，实到${vote.present}人，赞成${vote.inFavour}票、反对${vote.against}票、弃权${vote.abstained}票${letters}，合计赞成${approvals(vote)}`;
};

function nextsOf(read: Read, loaded: Loaded): Out['nexts'] {
  const procedure = versionOn(ADMISSION, read.today);
  const open = nextMoves(
    ADMISSION,
    GUARDS,
    loaded.file,
    loaded.facts,
    read.today,
    loaded.facts.calendar,
  );
  return open.map((one) => {
    const step = procedure.moves[one.move];
    return {
      ...one,
      findings: [
        ...one.findings.filter((found) => !FORM_CODES.test(found.code)),
        ...localFindings(missingBefore(loaded, one.move, read.today)),
      ].map(withBasis),
      asks: [...(ASKS[one.move] ?? [])],
      papers: (step?.papers ?? []).map((paper) => ({
        key: paper.key as never,
        name: paper.name,
        needed: paper.effect === 'blocks',
      })),
      meeting:
        step?.meeting === undefined ? null : { body: step.meeting.body, by: step.meeting.by },
      mine: mayDo(read.actor, loaded.row.place, one.actor).ok,
    };
  });
}

async function peopleOf(
  read: Read,
  { helpers }: Loaded['parts'],
): Promise<Pick<Out, 'contacts' | 'introducers' | 'overseers'>> {
  const names = await namesOf(
    read,
    helpers.map((one) => one.personId),
  );
  const of = (role: 'contact' | 'introducer' | 'overseer') =>
    helpers
      .filter((one) => one.role === role)
      .map((one) => ({
        personId: one.personId,
        name: names.get(one.personId) ?? '',
        from: one.from,
        to: one.to,
      }));
  return {
    contacts: of('contact'),
    introducers: of('introducer'),
    overseers: of('overseer'),
  };
}

/** Names of all whom the steps of a case name. */
async function namedIn(read: Read, loaded: Loaded): Promise<Out['named']> {
  const ids = loaded.steps.flatMap(({ told }) => [
    ...(told.contacts ?? []),
    ...(told.introducers ?? []),
    ...(told.tellers ?? []),
  ]);
  return Object.fromEntries(await namesOf(read, ids));
}

type Can = Out['can'][string];

function canUndo(read: Read, loaded: Loaded, stepId: string): Can {
  const may = mayUndo(read.actor, loaded.row.place, loaded.file, stepId);
  return may.ok ? true : may.refusal;
}

function stepsOut(read: Read, loaded: Loaded, write: Can): Out['steps'] {
  return loaded.steps.map((step) => ({
    undo: write === true ? canUndo(read, loaded, step.id) : write,
    stepId: step.id,
    move: step.move,
    label: labelOf(step.move),
    on: step.on,
    until: step.until,
    rules: step.rules,
    told: step.told as never,
    vote: voteText(step.vote),
    meetingId: step.meetingId as Id<'Meeting'> | null,
    reasons: Object.entries(step.reasons).map(([rule, reason]) => ({
      rule: ruleNamed(rule).summary,
      reason,
    })),
    fromPaper: step.fromPaper,
    byName: step.byName,
    byAs: step.byAs,
    enteredAt: step.enteredAt.toISOString(),
    late: monthOf(todayAt(step.enteredAt.getTime())) > monthOf(step.on),
  }));
}

function papersOut(loaded: Loaded): Out['papers'] {
  const { files } = loaded.parts;
  return PAPERS.map((paper) => ({
    key: paper.key as never,
    name: paper.name,
    archived: paper.archived,
    there: loaded.facts.archived.has(paper.key),
    files: files
      .filter((file) => file.paper === paper.key)
      .map((file) => ({
        id: file.id as Id<'AdmissionFile'>,
        fileId: file.fileId,
        name: file.name,
      })),
  }));
}

const comingOut = (read: Read, loaded: Loaded): Out['coming'] =>
  forecast(ADMISSION, loaded.file, read.today, loaded.facts.calendar).map(({ rule, ...one }) => ({
    ...one,
    basis: rule === null ? '' : ruleNamed(rule).basis,
  }));

/** 全程纪实: all that was done, what comes next and what is still in the way. */
export async function detail(read: Read, input: In['detail']): Promise<Out | null> {
  const row = await caseOf(read, input.caseId);
  if (row === null) return null;
  const [loaded, [line], undone] = await Promise.all([
    load(read, row, read.today, EMPTY, null),
    caseLines(read, [row]),
    undosOf(read, row.caseId),
  ]);
  if (line === undefined) return null;
  const [people, named] = await Promise.all([peopleOf(read, loaded.parts), namedIn(read, loaded)]);
  const { pauses, objections } = loaded.parts;
  const paused = pauses.some((one) => one.to === null);
  const write = canWrite(read, row.place);
  return {
    ...line,
    version: row.version,
    rules: versionOn(ADMISSION, read.today).version,
    approver: loaded.approver?.name ?? '',
    mobile: row.mobile,
    ...people,
    named,
    steps: stepsOut(read, loaded, write),
    locals: localsOut(read, loaded, write),
    localNexts: localNexts(read, loaded),
    undone: undone.map((one) => ({
      on: one.on,
      moves: [...one.moves.map((move: Move) => labelOf(move)), ...one.locals],
      reason: one.reason,
    })),
    pauses: [...pauses],
    objections: [...objections],
    papers: papersOut(loaded),
    nexts: nextsOf(read, loaded),
    coming: comingOut(read, loaded),
    can: {
      write,
      pause: paused ? refuse('procedure.paused').refusal : write,
      resume: paused ? write : refuse('admissions.not_paused').refusal,
    },
  };
}

/** Finalised meetings a step may rest on: those of the branch in the last two years, with their votes. */
export async function meetings(
  read: Read,
  input: In['meetings'],
): Promise<Outputs<typeof admissionsContract>['meetings'] | null> {
  const row = await caseOf(read, input.caseId);
  if (row === null) return null;
  const from: PlainDate = addMonths(read.today, -24);
  const { orgId } = row.place;
  const small = input.body === 'committee' && !(await hasCommittee(read, orgId, read.today));
  const bodies = small ? (['committee', 'members'] as const) : [input.body];
  const held = await heldMeetings(read, { orgId, from, bodies });
  return {
    meetings: held.map((one) => ({
      meetingId: one.meetingId,
      on: one.on,
      title: one.title,
      votes: one.votes
        .filter((vote) => vote.onPerson)
        .map((vote) => ({
          voteId: vote.voteId as Id<'Vote'>,
          subject: vote.subject,
          text: `应到${vote.entitled}，实到${vote.present}，赞成${vote.inFavour}、反对${vote.against}、弃权${vote.abstained}`,
        })),
    })),
  };
}
