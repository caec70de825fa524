import type { PlainDate } from '#kernel/plain-date';
import type { Read, Write } from '#platform/db';
import type { Told } from '../rules/facts.ts';
import type { Move } from '../rules/words.ts';
import type { CaseId, CaseRow } from './cases.ts';

export interface StepRow {
  readonly id: string;
  readonly caseId: CaseId;
  readonly seq: number;
  readonly move: Move;
  readonly on: PlainDate;
  readonly until: PlainDate | null;
  readonly told: Told;
  readonly reasons: Readonly<Record<string, string>>;
  /** Recorded for an end that is outside. */
  readonly ofOther: boolean;
  readonly byName: string;
  readonly byAs: string;
  readonly enteredAt: Date;
  readonly enteredBy: string;
}

/** Steps of cases that stand, in their order. */
export async function stepsOf(read: Read, caseIds: readonly CaseId[]): Promise<StepRow[]> {
  if (caseIds.length === 0) return [];
  const rows = await read.db
    .selectFrom('transfer_step')
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
    told: row.told as Told,
    reasons: row.reasons as Record<string, string>,
    ofOther: row.of_other,
    byName: row.by_name,
    byAs: row.by_as,
    enteredAt: row.entered_at,
    enteredBy: row.entered_by,
  }));
}

export type NewStep = Pick<
  StepRow,
  'seq' | 'move' | 'on' | 'until' | 'told' | 'reasons' | 'ofOther'
>;

const ends = (row: Pick<CaseRow, 'caseId' | 'to'>) => ({
  case_id: row.caseId,
  other_path: row.to.orgPath,
});

export async function insertStep(write: Write, row: CaseRow, step: NewStep): Promise<string> {
  const id = write.newId<'TransferStep'>();
  await write.db
    .insertInto('transfer_step')
    .values({
      ...write.stamp(row.from),
      ...ends(row),
      id,
      seq: step.seq,
      move: step.move,
      done_on: step.on,
      until_on: step.until,
      told: JSON.stringify(step.told),
      reasons: JSON.stringify(step.reasons),
      of_other: step.ofOther,
      by_name: write.actor.accountName,
      by_as: write.actor.actingAs,
    })
    .execute();
  return id;
}

/** Steps that fall: they stay in the table as no longer standing, with the reason beside. */
export async function undoSteps(
  write: Write,
  row: CaseRow,
  steps: readonly Pick<StepRow, 'id' | 'move'>[],
  reason: string,
): Promise<void> {
  await write.db
    .updateTable('transfer_step')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where(
      'id',
      'in',
      steps.map((step) => step.id),
    )
    .execute();
  await write.db
    .insertInto('transfer_undo')
    .values({
      ...write.stamp(row.from),
      ...ends(row),
      id: write.newId<'TransferUndo'>(),
      moves: steps.map((step) => step.move),
      reason,
      undone_on: write.today,
      by_as: write.actor.actingAs,
    })
    .execute();
}

export async function undosOf(read: Read, caseId: CaseId) {
  const rows = await read.db
    .selectFrom('transfer_undo')
    .select(['undone_on', 'moves', 'reason', 'by_as'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('case_id', '=', caseId)
    .where('superseded_at', 'is', null)
    .orderBy('entered_at')
    .execute();
  return rows.map((row) => ({
    on: row.undone_on,
    moves: row.moves as Move[],
    reason: row.reason,
    byAs: row.by_as,
  }));
}
