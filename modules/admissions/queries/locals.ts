import { stateOf } from '#engines/procedure';
import type { Inputs, Outputs } from '#contract/lib';
import type { admissionsContract } from '#contract/admissions';
import { refuse } from '#kernel/result';
import type { Read } from '#platform/db';
import { orgNames, placeOf } from '#modules/organisations';
import { mayDo } from '../policy.ts';
import { isLocalNow, isUsual } from '../rules/local.ts';
import { ADMISSION } from '../rules/steps.ts';
import { localStepsAt } from '../store/locals.ts';
import { missingBefore, type Loaded } from './facts.ts';
import { labelOf, usual } from './list.ts';
import { canFix } from './plans.ts';

type In = Inputs<typeof admissionsContract>;
type Out = Outputs<typeof admissionsContract>;

/** 本地步骤 that hold at an organisation or did: its own and those of bodies above. */
export async function locals(read: Read, input: In['locals']): Promise<Out['locals'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const steps = await localStepsAt(read, place.orgPath);
  const names = await orgNames(
    read,
    steps.map((one) => one.orgId),
  );
  return {
    steps: steps.map(({ orgId, orgPath: _, ...one }) => ({
      ...one,
      beforeLabel: labelOf(one.before),
      orgName: names.get(orgId)?.shortName ?? '',
      own: orgId === input.orgId,
    })),
    places: usual()
      .steps.filter((one) => isUsual(one.move))
      .map(({ move, label }) => ({ move, label })),
    can: { set: await canFix(read, place) },
  };
}

/** Local steps of a case: done, with whether each may be taken back. */
export const localsOut = (
  read: Read,
  loaded: Loaded,
  write: Out['detail']['can'][string],
): Out['detail']['locals'] => {
  const last = loaded.steps.at(-1)?.seq ?? 0;
  return loaded.locals.done.map((one) => ({
    doneId: one.doneId,
    name: one.name,
    after: one.afterSeq,
    on: one.on,
    paper: one.paper,
    note: one.note,
    byName: one.byName,
    byAs: one.byAs,
    enteredAt: one.enteredAt.toISOString(),
    undo:
      write !== true
        ? write
        : one.afterSeq < last
          ? refuse('admissions.local_settled', { name: one.name }).refusal
          : true,
  }));
};

/** Local steps of a case that may be done now. */
export function localNexts(read: Read, loaded: Loaded): Out['detail']['localNexts'] {
  const state = stateOf(ADMISSION, loaded.file);
  return loaded.locals.steps
    .filter(
      (step) =>
        isLocalNow(step, state, read.today) &&
        missingBefore(loaded, step.before, read.today).some((one) => one.stepId === step.stepId),
    )
    .map((step) => ({
      stepId: step.stepId,
      name: step.name,
      before: labelOf(step.before),
      actor: step.actor,
      paper: step.paper,
      required: step.required,
      source: step.source,
      mine: mayDo(read.actor, loaded.row.place, step.actor).ok,
    }));
}
