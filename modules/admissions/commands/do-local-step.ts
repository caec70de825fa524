import { stateOf } from '#engines/procedure';
import type { Id } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace, type OrgPlace } from '#modules/organisations';
import { mayDo } from '../policy.ts';
import { load, missingBefore, type Loaded } from '../queries/facts.ts';
import { isLocalNow } from '../rules/local.ts';
import { ADMISSION } from '../rules/steps.ts';
import { caseForUpdate, type CaseId } from '../store/cases.ts';
import { insertLocalDone, localsDone, undoLocals, type LocalStepId } from '../store/locals.ts';
import { undoSteps } from '../store/steps.ts';
import { advance } from './advance.ts';

interface Asked {
  readonly caseId: CaseId;
  readonly basedOn: number;
}

/** The case of an act on it, locked and unchanged since it was read. */
async function begun(
  write: Write,
  input: Asked,
  on: PlainDate,
): Promise<Result<{ loaded: Loaded; place: OrgPlace }>> {
  const row = await caseForUpdate(write, input.caseId);
  if (row === null) return refuse('common.not_found');
  const own = await ownPlace(write, row.place.orgId);
  if (!own.ok) return own;
  if (row.version !== input.basedOn) return refuse('common.changed_meanwhile');
  await write.tick(row.place.orgId);
  return ok({ loaded: await load(write, row, on, {}, null), place: own.value });
}

async function advanced(write: Write, loaded: Loaded): Promise<number> {
  const done = await localsDone(write, [loaded.row.caseId]);
  return advance(write, { ...loaded, locals: { ...loaded.locals, done } }, loaded.file);
}

/** Does a local step where it may come now; refuses one that is not asked for, was done, or lacks its paper. */
export async function doLocalStep(
  write: Write,
  input: Asked & {
    readonly stepId: LocalStepId;
    readonly on: PlainDate;
    readonly hasPaper: boolean;
    readonly note: string;
  },
): Promise<Result<{ version: number }>> {
  const found = await begun(write, input, input.on);
  if (!found.ok) return found;
  const { loaded, place } = found.value;
  const { row, file, steps, locals } = loaded;
  const step = locals.steps.find((one) => one.stepId === input.stepId);
  if (step === undefined) return refuse('common.not_found');
  const may = mayDo(write.actor, place, step.actor);
  if (!may.ok) return may;
  if (input.on > write.today) return refuse('procedure.in_future', { day: input.on });
  const last = file.done.at(-1);
  if (last !== undefined && input.on < last.on)
    return refuse('procedure.before_last_step', { day: last.on });
  if (file.pauses.some((one) => one.to === null)) return refuse('procedure.paused');
  const missing = missingBefore(loaded, step.before, input.on);
  if (
    !isLocalNow(step, stateOf(ADMISSION, file), input.on) ||
    !missing.some((one) => one.stepId === step.stepId)
  )
    return refuse('admissions.local_not_now', { name: step.name });
  if (step.required && step.paper !== '' && !input.hasPaper)
    return refuse('procedure.paper_missing', { paper: step.paper });
  await insertLocalDone(write, place, {
    caseId: row.caseId,
    stepId: step.stepId,
    name: step.name,
    afterSeq: steps.at(-1)?.seq ?? 0,
    on: input.on,
    paper: input.hasPaper ? step.paper : '',
    note: input.note,
  });
  const version = await advanced(write, loaded);
  await write.audit({
    action: 'admissions.do_local_step',
    objectKind: 'admission_case',
    objectId: row.caseId,
    place,
    forPersonId: row.personId,
    fields: { name: step.name, on: input.on },
  });
  return ok({ version });
}

/** Takes a local step back while no step of the chart came after it; with one, that is taken back first. */
export async function undoLocalStep(
  write: Write,
  input: Asked & { readonly doneId: Id<'LocalDone'>; readonly reason: string },
): Promise<Result<{ version: number }>> {
  const found = await begun(write, input, write.today);
  if (!found.ok) return found;
  const { loaded, place } = found.value;
  const one = loaded.locals.done.find((local) => local.doneId === input.doneId);
  if (one === undefined) return refuse('common.not_found');
  if (one.afterSeq < (loaded.steps.at(-1)?.seq ?? 0))
    return refuse('admissions.local_settled', { name: one.name });
  const step = loaded.locals.steps.find((local) => local.stepId === one.stepId);
  const may = mayDo(write.actor, place, step?.actor ?? 'branch');
  if (!may.ok) return may;
  await undoLocals(write, [one.doneId]);
  await undoSteps(write, place, loaded.row.caseId, [], [one.name], input.reason);
  const version = await advanced(write, loaded);
  await write.audit({
    action: 'admissions.undo_local_step',
    objectKind: 'admission_case',
    objectId: loaded.row.caseId,
    place,
    forPersonId: loaded.row.personId,
    fields: { name: one.name },
    reason: input.reason,
  });
  return ok({ version });
}
