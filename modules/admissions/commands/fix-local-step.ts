import { versionOn } from '#engines/procedure';
import type { OrgId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { placeOf } from '#modules/organisations';
import { isUsual, missingLocals } from '../rules/local.ts';
import { ADMISSION } from '../rules/steps.ts';
import type { Actor, Move } from '../rules/words.ts';
import { casesBefore, setNextLocal, type CaseId } from '../store/cases.ts';
import {
  beginLocalStep,
  endLocalStep,
  localsDone,
  localStepOf,
  localStepsAt,
  type LocalStepId,
} from '../store/locals.ts';
import { stepsOf } from '../store/steps.ts';
import { byCommittee } from './arrange.ts';

/** Writes anew who does what next in the open cases that stand before a step of the chart. */
async function renew(write: Write, path: OrgPath, move: Move): Promise<void> {
  const cases = await casesBefore(write, path, move);
  const ids = cases.map((one) => one.caseId);
  const steps = Map.groupBy(await stepsOf(write, ids), (step) => step.caseId);
  const done = Map.groupBy(await localsDone(write, ids), (one) => one.caseId);
  const actor = versionOn(ADMISSION, write.today).moves[move]?.actor ?? '';
  const known = new Map<string, Awaited<ReturnType<typeof localStepsAt>>>();
  const groups = new Map<string, { readonly actor: Actor | ''; readonly ids: CaseId[] }>();
  for (const { caseId, place } of cases) {
    const there = known.get(place.orgPath) ?? (await localStepsAt(write, place.orgPath));
    known.set(place.orgPath, there);
    const missing = missingLocals(
      there,
      done.get(caseId) ?? [],
      steps.get(caseId) ?? [],
      move,
      write.today,
    ).find((one) => one.required);
    const name = missing?.name ?? '';
    const group = groups.get(name) ?? { actor: missing?.actor ?? actor, ids: [] };
    group.ids.push(caseId);
    groups.set(name, group);
  }
  for (const [nextLocal, group] of groups)
    await setNextLocal(write, group.ids, { nextLocal, nextActor: group.actor });
}

/**
 * 增设本地步骤: from a day on, not later than today, something has to be done before a step of the chart, here
 * and below. The released definition stays what it is.
 */
export async function addLocalStep(
  write: Write,
  input: {
    readonly orgId: OrgId;
    readonly name: string;
    readonly before: Move;
    readonly actor: Actor;
    readonly paper: string;
    readonly required: boolean;
    readonly source: string;
    readonly from: PlainDate;
  },
): Promise<Result<{ stepId: LocalStepId }>> {
  const own = await byCommittee(write, input.orgId);
  if (!own.ok) return own;
  if (input.from > write.today) return refuse('procedure.in_future', { day: input.from });
  if (!isUsual(input.before)) return refuse('admissions.local_nowhere');
  const there = await localStepsAt(write, own.value.orgPath);
  if (there.some((one) => one.name === input.name && one.to === null))
    return refuse('admissions.local_known', { name: input.name });
  const { orgId: _, ...step } = input;
  const stepId = await beginLocalStep(write, own.value, step);
  await renew(write, own.value.orgPath, input.before);
  await write.audit({
    action: 'admissions.add_local_step',
    objectKind: 'organisation',
    objectId: input.orgId,
    place: own.value,
    fields: { ...step },
  });
  return ok({ stepId });
}

/** From a day on, not later than today, the local step is asked for no longer; what was done of it stays. */
export async function dropLocalStep(
  write: Write,
  input: { readonly stepId: LocalStepId; readonly on: PlainDate },
): Promise<Result<Record<string, never>>> {
  const step = await localStepOf(write, input.stepId);
  const place = step === null ? null : await placeOf(write, step.orgId);
  if (step === null || place === null) return refuse('common.not_found');
  const own = await byCommittee(write, step.orgId);
  if (!own.ok) return own;
  if (input.on > write.today) return refuse('procedure.in_future', { day: input.on });
  if (step.to !== null || !(await endLocalStep(write, input.stepId, input.on)))
    return refuse('admissions.local_ended');
  await renew(write, own.value.orgPath, step.before);
  await write.audit({
    action: 'admissions.drop_local_step',
    objectKind: 'organisation',
    objectId: step.orgId,
    place: own.value,
    fields: { name: step.name, on: input.on },
  });
  return ok({});
}
