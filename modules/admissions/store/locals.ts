import type { Id, OrgId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { dated, sql, type DatedTable, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { LocalDone, LocalStep } from '../rules/local.ts';
import type { Move } from '../rules/words.ts';
import type { CaseId } from './cases.ts';

const LOCAL: DatedTable = { table: 'admission_local_step', key: 'step_id' };

export type LocalStepId = Id<'LocalStep'>;
export interface LocalStepRow extends LocalStep {
  readonly stepId: LocalStepId;
  readonly orgId: OrgId;
  readonly orgPath: OrgPath;
  readonly source: string;
}

const stepRows = (read: Read) =>
  read.db
    .selectFrom('admission_local_step')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null);

const toStep = (row: Awaited<ReturnType<ReturnType<typeof stepRows>['execute']>>[number]) => ({
  stepId: row.step_id as LocalStepId,
  orgId: row.org_id as OrgId,
  orgPath: row.org_path as OrgPath,
  name: row.name,
  before: row.before_move as Move,
  actor: row.actor,
  paper: row.paper,
  required: row.required,
  source: row.source,
  from: row.valid_from,
  to: row.valid_to,
});

/** Local steps that were ever in force at a place: those of bodies above it and its own. */
export async function localStepsAt(read: Read, path: OrgPath): Promise<LocalStepRow[]> {
  const rows = await stepRows(read).orderBy('valid_from').orderBy('step_id').execute();
  return rows.filter((row) => path.startsWith(row.org_path)).map(toStep);
}

/** A local step as it stands last, or null. */
export async function localStepOf(read: Read, stepId: LocalStepId): Promise<LocalStepRow | null> {
  const row = await stepRows(read)
    .where('step_id', '=', stepId)
    .orderBy('valid_from', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : toStep(row);
}

export async function beginLocalStep(
  write: Write,
  place: OrgPlace,
  step: Omit<LocalStepRow, 'stepId' | 'orgId' | 'orgPath' | 'to'>,
): Promise<LocalStepId> {
  const stepId = write.newId<'LocalStep'>();
  await dated.begin(write, LOCAL, step.from, {
    step_id: stepId,
    org_id: place.orgId,
    org_path: place.orgPath,
    name: step.name,
    before_move: step.before,
    actor: step.actor,
    paper: step.paper,
    required: step.required,
    source: step.source,
  });
  return stepId;
}

export async function endLocalStep(
  write: Write,
  stepId: LocalStepId,
  on: PlainDate,
): Promise<boolean> {
  return (await dated.end(write, LOCAL, stepId, on)) !== null;
}

export interface LocalDoneRow extends LocalDone {
  readonly doneId: Id<'LocalDone'>;
  readonly caseId: CaseId;
  readonly name: string;
  readonly on: PlainDate;
  readonly paper: string;
  readonly note: string;
  readonly byName: string;
  readonly byAs: string;
  readonly enteredAt: Date;
}

/** Local steps done in cases, in the order of their days. */
export async function localsDone(read: Read, caseIds: readonly CaseId[]): Promise<LocalDoneRow[]> {
  if (caseIds.length === 0) return [];
  const rows = await read.db
    .selectFrom('admission_local_done')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`case_id = any(${[...caseIds]}::uuid[])`)
    .where('superseded_at', 'is', null)
    .orderBy('done_on')
    .orderBy('entered_at')
    .execute();
  return rows.map((row) => ({
    doneId: row.id as Id<'LocalDone'>,
    caseId: row.case_id as CaseId,
    stepId: row.step_id,
    name: row.name,
    afterSeq: row.after_seq,
    on: row.done_on,
    paper: row.paper,
    note: row.note,
    byName: row.by_name,
    byAs: row.by_as,
    enteredAt: row.entered_at,
  }));
}

export async function insertLocalDone(
  write: Write,
  place: OrgPlace,
  one: Pick<LocalDoneRow, 'caseId' | 'stepId' | 'name' | 'afterSeq' | 'on' | 'paper' | 'note'>,
): Promise<void> {
  await write.db
    .insertInto('admission_local_done')
    .values({
      ...write.stamp(place),
      id: write.newId<'LocalDone'>(),
      case_id: one.caseId,
      step_id: one.stepId,
      name: one.name,
      after_seq: one.afterSeq,
      done_on: one.on,
      paper: one.paper,
      note: one.note,
      by_name: write.actor.accountName,
      by_as: write.actor.actingAs,
    })
    .execute();
}

/** Local steps that fall; they stay in the table as no longer standing. */
export async function undoLocals(write: Write, doneIds: readonly Id<'LocalDone'>[]): Promise<void> {
  if (doneIds.length === 0) return;
  await write.db
    .updateTable('admission_local_done')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', 'in', [...doneIds])
    .execute();
}
