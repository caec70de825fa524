import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import type { Actor } from '#platform/db';
import { actsFromAbove, type OrgPlace } from '#modules/organisations';
import type { Actor as Doer } from './rules/words.ts';

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
