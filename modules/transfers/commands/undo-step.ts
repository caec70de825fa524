import { versionOn } from '#engines/procedure';
import { ok, refuse, type Result } from '#kernel/result';
import type { Actor, Write } from '#platform/db';
import { load, type Loaded } from '../queries/facts.ts';
import { procedureOf } from '../rules/steps.ts';
import { mayDo } from '../rules/who.ts';
import type { Move } from '../rules/words.ts';
import { caseForUpdate, type CaseId } from '../store/cases.ts';
import { stepsOf, undoSteps, type StepRow } from '../store/steps.ts';
import { advance } from './advance.ts';

/** Steps that changed a roster or a register; a withdrawal and a first step are final in their own way. */
const SETTLED: readonly Move[] = ['confirm', 'issue_letter', 'renew_letter', 'report', 'withdraw'];

/** Only the last step is taken back, by whoever's it was: the other end may have acted on earlier ones. */
export function mayUndo(actor: Actor, loaded: Loaded, stepId: string): Result<StepRow> {
  const { row, steps, ends } = loaded;
  const last = steps.at(-1);
  if (last === undefined || last.id !== stepId) return refuse('transfers.not_the_last_step');
  if (steps.length === 1) return refuse('transfers.first_step_stays');
  if (row.peerTenant !== null) return refuse('transfers.step_settled');
  if (SETTLED.includes(last.move) || row.standing === 'done' || row.standing === 'withdrawn')
    return refuse('transfers.step_settled');
  const doer = versionOn(procedureOf(row.route), last.on).moves[last.move]?.actor ?? 'from_branch';
  return mayDo(actor.scope, row.side, ends, doer)
    ? ok(last)
    : refuse('transfers.step_of_other', { who: doer });
}

/** Takes the last step back with its reason; it stays visible as taken back, at both ends. */
export async function undoStep(
  write: Write,
  input: {
    readonly caseId: CaseId;
    readonly stepId: string;
    readonly reason: string;
    readonly basedOn: number;
  },
): Promise<Result<{ version: number }>> {
  const row = await caseForUpdate(write, input.caseId);
  if (row === null) return refuse('common.not_found');
  if (row.version !== input.basedOn) return refuse('common.changed_meanwhile');
  const loaded = await load(write, row, {});
  const may = mayUndo(write.actor, loaded, input.stepId);
  if (!may.ok) return may;
  await write.tick(row.from.orgId);
  await write.tick(row.to.orgId);
  await undoSteps(write, row, [may.value], input.reason);
  const steps = await stepsOf(write, [row.caseId]);
  const version = await advance(write, row, steps, loaded.facts.settings);
  await write.audit({
    action: 'transfers.undo_step',
    objectKind: 'transfer_case',
    objectId: row.caseId,
    place: row.from,
    ...(row.personId === null ? {} : { forPersonId: row.personId }),
    fields: { move: may.value.move },
    reason: input.reason,
  });
  return ok({ version });
}
