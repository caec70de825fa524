import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import type { Actor, Read } from '#platform/db';
import { actsFromAbove, stateOn, type OrgPlace } from '#modules/organisations';
import { APPROVING, type Actor as Doer } from './rules/words.ts';

/**
 * Steps of a committee or a county belong to bodies above the branch; those of the branch may be entered
 * from above (代录). The first organisation of an installation has nobody above and enters what was written to it.
 */
export function mayDo(
  actor: Actor,
  place: OrgPlace,
  doer: Doer,
): Result<null, Refusal<'admissions.step_of_above'>> {
  return doer === 'branch' || actsFromAbove(actor, place)
    ? ok(null)
    : refuse('admissions.step_of_above');
}

/** Plans, and what the rules leave open, are fixed by committees: for themselves or for bodies below. */
export async function mayFix(
  read: Read,
  place: OrgPlace,
): Promise<Result<null, Refusal<'admissions.fixed_above'>>> {
  const state = await stateOn(read, place.orgId, read.today);
  const itself = state !== null && APPROVING.has(state.kind);
  return itself || actsFromAbove(read.actor, place) ? ok(null) : refuse('admissions.fixed_above');
}
