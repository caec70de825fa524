import { nextMoves, versionOn } from '#engines/procedure';
import type { Inputs, Outputs } from '#contract/lib';
import type { statusContract } from '#contract/status';
import type { Id } from '#kernel/ids';
import { addMonths } from '#kernel/plain-date';
import type { Read, Write } from '#platform/db';
import { heldMeetings } from '#modules/meetings';
import { historiesOf, namesOf, rightsOn } from '#modules/members';
import { orgNames } from '#modules/organisations';
import { mayUndo } from '../commands/undo-step.ts';
import { checkStep } from '../commands/do-step.ts';
import { canAt, mayDo } from '../policy.ts';
import type { PersonVote, Told } from '../rules/facts.ts';
import { asksOf } from '../rules/forms.ts';
import { GUARDS } from '../rules/guards.ts';
import { FAMILIES, labelOf } from '../rules/steps.ts';
import { caseOf, type CaseId } from '../store/cases.ts';
import { undosOf } from '../store/steps.ts';
import { CALENDAR, hasCommittee, load, withBasis, type Loaded } from './facts.ts';
import { caseLines } from './list.ts';

type In = Inputs<typeof statusContract>;
type Out = Outputs<typeof statusContract>;

/** Findings that only the filled form can answer are not told before it is filled. */
const FORM_CODES =
  /^status\.(?:clause_missing|disciplined_already|paper_number_missing|ground_missing|since_missing|reason_not_noted|not_educated|not_heard|correction_length|no_measure|found_day_missing|sanction_missing|organ_missing|effect_end_missing)$/;

export const voteText = (vote: PersonVote | null): string =>
  vote === null
    ? ''
    : `应到会有表决权${vote.entitled}人，实到${vote.present}人，赞成${vote.inFavour}票、反对${vote.against}票、弃权${vote.abstained}票`;

function nextsOf(read: Read, loaded: Loaded): Out['detail']['nexts'] {
  const { row } = loaded;
  const all = FAMILIES[row.kind];
  const procedure = versionOn(all, read.today);
  return nextMoves(all, GUARDS, loaded.file, loaded.facts, read.today, CALENDAR).map((one) => {
    const step = procedure.moves[one.move];
    return {
      ...one,
      findings: one.findings.filter((found) => !FORM_CODES.test(found.code)).map(withBasis),
      asks: [...asksOf(row.kind, one.move)],
      papers: (step?.papers ?? []).map((paper) => ({
        key: paper.key as never,
        name: paper.name,
        needed: paper.effect === 'blocks',
      })),
      meeting:
        step?.meeting === undefined ? null : { body: step.meeting.body, by: step.meeting.by },
      mine: mayDo(read.actor, row, one.actor).ok,
    };
  });
}

/** The log of views: each look into a case is kept, without saying whose it is. */
async function logView(write: Write, caseId: CaseId, what: string): Promise<void> {
  const row = await caseOf(write, caseId);
  if (row === null) return;
  await write.audit({
    action: 'status.view',
    objectKind: 'status_case',
    objectId: caseId,
    place: row.place,
    fields: { what },
  });
}

/** One case with its steps, what comes next and who reads it; who looks is written down. */
export async function detail(write: Write, input: In['detail']): Promise<Out['detail'] | null> {
  const row = await caseOf(write, input.caseId);
  if (row === null) return null;
  await logView(write, row.caseId, 'case');
  return look(write, row.caseId);
}

/** A case as it stands, for papers too. */
export async function look(read: Read, caseId: CaseId): Promise<Out['detail'] | null> {
  const row = await caseOf(read, caseId);
  if (row === null) return null;
  const loaded = await load(read, row, read.today, {}, null);
  const [line] = await caseLines(read, [row]);
  if (line === undefined) return null;
  const history = (await historiesOf(read, [row.personId])).get(row.personId);
  const names = await namesOf(read, row.readers);
  const may = canAt(read, row.place, 'status.write');
  const write =
    line.ended && !row.ended ? { code: 'status.not_member', params: { basis: '' } } : may;
  const approver =
    row.approverId === null
      ? undefined
      : (await orgNames(read, [row.approverId])).get(row.approverId);
  return {
    ...line,
    version: row.version,
    approver: approver?.name ?? '',
    readers: row.readers.map((id) => names.get(id) ?? '上级党委经办同志'),
    rights: rightsOn(history, read.today).words,
    aboveReads: row.aboveReads,
    defaults: loaded.facts.settings,
    steps: loaded.steps.map((step) => {
      const undo = write === true ? mayUndo(read.actor, loaded, step.id) : null;
      return {
        stepId: step.id,
        move: step.move,
        label: labelOf(row.kind, step.move),
        on: step.on,
        until: step.until,
        told: step.told as never,
        vote: voteText(step.vote),
        fromPaper: step.fromPaper,
        byName: step.byName,
        byAs: step.byAs,
        enteredAt: step.enteredAt.toISOString(),
        undo: undo === null ? write : undo.ok ? true : undo.refusal,
      };
    }),
    undone: (await undosOf(read, caseId)).map((one) => ({
      ...one,
      moves: one.moves.map((move) => labelOf(row.kind, move)),
    })),
    nexts: line.ended ? [] : nextsOf(read, loaded),
    can: { write },
  };
}

interface Form {
  readonly told: Told;
  readonly meetingId?: Id<'Meeting'>;
  readonly voteId?: string;
  readonly papers: readonly string[];
}

const NO_FORM: Form = { told: {}, papers: [] };

/** The form as far as it is filled; one that cannot be read counts as empty. */
function readForm(text: string): Form {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return NO_FORM;
    const form = value as Partial<Form>;
    return {
      ...form,
      told: typeof form.told === 'object' && form.told !== null ? form.told : {},
      papers: Array.isArray(form.papers) ? form.papers : [],
    };
  } catch {
    return NO_FORM;
  }
}

/** What speaks against a step as its form stands; the same rules as doing it. */
export async function check(read: Read, input: In['check']): Promise<Out['check'] | null> {
  const row = await caseOf(read, input.caseId);
  if (row === null) return null;
  const { found } = await checkStep(read, row, {
    caseId: row.caseId,
    move: input.move,
    on: input.on,
    ...readForm(input.form),
  });
  return { findings: [...found] };
}

/** Finalised meetings of the last two years a step may rest on, with their votes on people. */
export async function meetings(read: Read, input: In['meetings']): Promise<Out['meetings'] | null> {
  const row = await caseOf(read, input.caseId);
  if (row === null) return null;
  const { orgId } = row.place;
  const small = input.body === 'committee' && !(await hasCommittee(read, orgId, read.today));
  const bodies = small ? (['committee', 'members'] as const) : [input.body];
  const held = await heldMeetings(read, { orgId, from: addMonths(read.today, -24), bodies });
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
