import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read, Write } from '#platform/db';
import type { PersonVote, Told } from '../rules/facts.ts';
import type { Kind, Move } from '../rules/words.ts';
import { uuids, type CaseId, type CaseRow } from './cases.ts';

export interface StepRow {
  readonly id: string;
  readonly caseId: CaseId;
  readonly seq: number;
  readonly move: Move;
  readonly on: PlainDate;
  readonly until: PlainDate | null;
  readonly rules: string;
  readonly meetingId: string | null;
  readonly vote: PersonVote | null;
  readonly told: Told;
  readonly papers: readonly string[];
  readonly fromPaper: boolean;
  readonly byName: string;
  readonly byAs: string;
  readonly enteredAt: Date;
  readonly enteredBy: string;
}

/** Steps of cases that stand, in their order. */
export async function stepsOf(read: Read, caseIds: readonly CaseId[]): Promise<StepRow[]> {
  if (caseIds.length === 0) return [];
  const rows = await read.db
    .selectFrom('status_step')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('case_id', 'in', [...caseIds])
    .where('superseded_at', 'is', null)
    .orderBy('case_id')
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id as CaseId,
    seq: row.seq,
    move: row.move as Move,
    on: row.done_on,
    until: row.until_on,
    rules: row.rules,
    meetingId: row.meeting_id,
    vote: row.vote as PersonVote | null,
    told: row.told as Told,
    papers: row.papers,
    fromPaper: row.from_paper,
    byName: row.by_name,
    byAs: row.by_as,
    enteredAt: row.entered_at,
    enteredBy: row.entered_by,
  }));
}

export type NewStep = Omit<
  StepRow,
  'id' | 'caseId' | 'byName' | 'byAs' | 'enteredAt' | 'enteredBy'
>;

export async function insertStep(write: Write, row: CaseRow, step: NewStep): Promise<string> {
  const id = write.newId<'StatusStep'>();
  await write.db
    .insertInto('status_step')
    .values({
      ...write.stamp(row.place),
      id,
      case_id: row.caseId,
      person_id: row.personId,
      seq: step.seq,
      move: step.move,
      done_on: step.on,
      until_on: step.until,
      rules: step.rules,
      meeting_id: step.meetingId,
      vote: step.vote === null ? null : JSON.stringify(step.vote),
      told: JSON.stringify(step.told),
      papers: [...step.papers],
      from_paper: step.fromPaper,
      by_name: write.actor.accountName,
      by_as: write.actor.actingAs,
      readers: uuids(row.readers),
    })
    .execute();
  return id;
}

export type UndoCause = 'wrong_entry' | 'wrong_person' | 'wrong_day' | 'other_paper';

/** Steps that fall: they stay as no longer standing, with the cause beside; what they concluded falls with them. */
export async function undoSteps(
  write: Write,
  row: CaseRow,
  steps: readonly { readonly id: string; readonly move: Move }[],
  cause: UndoCause,
): Promise<void> {
  await write.db
    .updateTable('status_step')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where(
      'id',
      'in',
      steps.map((step) => step.id),
    )
    .execute();
  await write.db
    .insertInto('status_undo')
    .values({
      ...write.stamp(row.place),
      id: write.newId<'StatusUndo'>(),
      case_id: row.caseId,
      moves: steps.map((step) => step.move),
      cause,
      undone_on: write.today,
      readers: uuids(row.readers),
    })
    .execute();
  await write.db
    .updateTable('status_outcome')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('case_id', '=', row.caseId)
    .where('superseded_at', 'is', null)
    .execute();
}

export async function undosOf(read: Read, caseId: CaseId) {
  const rows = await read.db
    .selectFrom('status_undo')
    .select(['undone_on', 'moves', 'cause'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('case_id', '=', caseId)
    .where('superseded_at', 'is', null)
    .orderBy('entered_at')
    .execute();
  return rows.map((row) => ({
    on: row.undone_on,
    moves: row.moves as Move[],
    cause: row.cause,
  }));
}

export interface Outcome {
  readonly kind: Kind;
  readonly conclusion: string;
  readonly on: PlainDate;
  readonly until: PlainDate | null;
  readonly paper: string;
}

/** What a case concluded, for the handling posts and the person concerned. */
export async function insertOutcome(write: Write, row: CaseRow, one: Outcome): Promise<void> {
  await write.db
    .insertInto('status_outcome')
    .values({
      ...write.stamp(row.place),
      id: write.newId<'StatusOutcome'>(),
      case_id: row.caseId,
      person_id: row.personId,
      kind: one.kind,
      conclusion: one.conclusion,
      concluded_on: one.on,
      until_on: one.until,
      paper: one.paper,
      readers: uuids([...new Set([...row.readers, row.personId])]),
    })
    .execute();
}

/** Conclusions about a person that whoever asks may read: handling posts, or the person. */
export async function outcomesOf(read: Read, personId: PersonId): Promise<Outcome[]> {
  const rows = await read.db
    .selectFrom('status_outcome')
    .select(['kind', 'conclusion', 'concluded_on', 'until_on', 'paper'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('person_id', '=', personId)
    .where('superseded_at', 'is', null)
    .orderBy('concluded_on')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as Kind,
    conclusion: row.conclusion,
    on: row.concluded_on,
    until: row.until_on,
    paper: row.paper,
  }));
}
