import { fallsWith, versionOn, type Case, type Done } from '#engines/procedure';
import { ok, refuse, type Result } from '#kernel/result';
import type { Actor, Write } from '#platform/db';
import { ownPlace, type OrgPlace } from '#modules/organisations';
import { mayDo } from '../policy.ts';
import { ADMISSION } from '../rules/steps.ts';
import { caseFileOf, load } from '../queries/facts.ts';
import type { Move } from '../rules/words.ts';
import { caseForUpdate, type CaseId, type CaseRow } from '../store/cases.ts';
import { undoLocals } from '../store/locals.ts';
import { retellHelpers } from '../store/parts.ts';
import { stepsOf, undoSteps, type StepRow } from '../store/steps.ts';
import { advance } from './advance.ts';

/** Steps that changed the roster: the roster's own correction undoes them, not this. */
const SETTLED: readonly Move[] = [
  'assign_branch',
  'approve_regularise',
  'approve_extend',
  'approve_cancel',
];

const HELPERS = [
  { move: 'assign_contacts', role: 'contact', told: 'contacts' },
  { move: 'determine_introducers', role: 'introducer', told: 'introducers' },
] as const;

/** Whoever a fallen step named accompanies no longer; those of the steps that stand do. */
async function withoutFallen(
  write: Write,
  row: CaseRow,
  falls: readonly Done<Move>[],
  standing: readonly StepRow[],
): Promise<void> {
  for (const { move, role, told } of HELPERS) {
    if (!falls.some((one) => one.move === move)) continue;
    const chosen = standing
      .filter((step) => step.move === move)
      .map((step) => ({ people: step.told[told] ?? [], from: step.on }));
    await retellHelpers(write, row.place, row.caseId, role, chosen);
  }
}

/** Whether a step may be taken back with all done after it: those of a body above only from above. */
export function mayUndo(
  actor: Actor,
  place: OrgPlace,
  file: Case<Move>,
  stepId: string,
): Result<readonly Done<Move>[]> {
  const falls = fallsWith(file, stepId);
  if (falls.length === 0) return refuse('common.not_found');
  if (falls.some((one) => SETTLED.includes(one.move))) return refuse('admissions.step_settled');
  if (falls.length === file.done.length) return refuse('admissions.first_step_stays');
  for (const one of falls) {
    const doer = versionOn(ADMISSION, one.on).moves[one.move]?.actor ?? 'branch';
    const may = mayDo(actor, place, doer);
    if (!may.ok) return may;
  }
  return ok(falls);
}

/**
 * Takes a step back, and with it all done after it; they stay visible as taken back, with the reason.
 * Refuses steps that already changed the roster.
 */
export async function undoStep(
  write: Write,
  input: {
    readonly caseId: CaseId;
    readonly stepId: string;
    readonly reason: string;
    readonly basedOn: number;
  },
): Promise<Result<{ version: number; fell: Move[] }>> {
  const row = await caseForUpdate(write, input.caseId);
  if (row === null) return refuse('common.not_found');
  const own = await ownPlace(write, row.place.orgId);
  if (!own.ok) return own;
  if (row.version !== input.basedOn) return refuse('common.changed_meanwhile');
  await write.tick(row.place.orgId);
  const loaded = await load(write, row, write.today, {}, null);
  const may = mayUndo(write.actor, own.value, loaded.file, input.stepId);
  if (!may.ok) return may;
  const falls = may.value;
  const first = loaded.steps.find((step) => step.id === input.stepId)?.seq ?? 0;
  // What hung on a step that falls, falls with it.
  const locals = loaded.locals.done.filter((one) => one.afterSeq >= first);
  await undoLocals(
    write,
    locals.map((one) => one.doneId),
  );
  await undoSteps(
    write,
    own.value,
    row.caseId,
    falls,
    locals.map((one) => one.name),
    input.reason,
  );
  const steps = await stepsOf(write, [row.caseId]);
  await withoutFallen(write, row, falls, steps);
  const done = loaded.locals.done.filter((one) => !locals.includes(one));
  const version = await advance(
    write,
    { ...loaded, locals: { ...loaded.locals, done } },
    caseFileOf(steps, loaded.file.pauses),
  );
  await write.audit({
    action: 'admissions.undo_step',
    objectKind: 'admission_case',
    objectId: row.caseId,
    place: own.value,
    forPersonId: row.personId,
    fields: { moves: falls.map((one) => one.move) },
    reason: input.reason,
  });
  return ok({ version, fell: falls.map((one) => one.move) });
}
