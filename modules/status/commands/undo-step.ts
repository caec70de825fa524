import { fallsWith, versionOn, type Done } from '#engines/procedure';
import { ok, refuse, type Result } from '#kernel/result';
import type { Actor, Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { mayDo } from '../policy.ts';
import { caseFileOf, load, type Loaded } from '../queries/facts.ts';
import { FAMILIES } from '../rules/steps.ts';
import type { Move } from '../rules/words.ts';
import { caseForUpdate, type CaseId } from '../store/cases.ts';
import { stepsOf, undoSteps, type UndoCause } from '../store/steps.ts';
import { advance } from './advance.ts';
import { isSettled } from './carry-out.ts';

/** Whether a step may be taken back with all done after it. */
export function mayUndo(
  actor: Actor,
  loaded: Pick<Loaded, 'row' | 'file'>,
  stepId: string,
): Result<readonly Done<Move>[]> {
  const { row } = loaded;
  const falls = fallsWith(loaded.file, stepId);
  if (falls.length === 0) return refuse('common.not_found');
  if (falls.some((one) => isSettled(row.kind, one.move))) return refuse('status.step_settled');
  for (const one of falls) {
    const doer = versionOn(FAMILIES[row.kind], one.on).moves[one.move]?.actor ?? 'branch';
    const may = mayDo(actor, row, doer);
    if (!may.ok) return may;
  }
  return ok(falls);
}

/** Takes a step back, and with it all done after it; they stay visible as taken back. */
export async function undoStep(
  write: Write,
  input: {
    readonly caseId: CaseId;
    readonly stepId: string;
    readonly cause: UndoCause;
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
  const may = mayUndo(write.actor, loaded, input.stepId);
  if (!may.ok) return may;
  await undoSteps(write, row, may.value, input.cause);
  const version = await advance(write, row, caseFileOf(await stepsOf(write, [row.caseId])));
  await write.audit({
    action: 'status.undo_step',
    objectKind: 'status_case',
    objectId: row.caseId,
    place: own.value,
    reason: input.cause,
  });
  return ok({ version, fell: may.value.map((one) => one.move) });
}
