import { isWithin } from '#kernel/org-path';
import { ok, refuse, type Refusal, type Result } from '#kernel/result';
import type { Actor, Read } from '#platform/db';
import { actsFromAbove, stateOn, type OrgPlace } from '#modules/organisations';
import type { Actor as Doer } from './rules/words.ts';

/**
 * What a committee above decides is entered there, as long as somebody there reads the case here; otherwise the
 * branch enters it from the written reply.
 */
export function mayDo(
  actor: Actor,
  row: { readonly place: OrgPlace; readonly aboveReads: boolean },
  doer: Doer,
): Result<null, Refusal<'status.step_of_above'>> {
  return doer === 'branch' || !row.aboveReads || actsFromAbove(actor, row.place)
    ? ok(null)
    : refuse('status.step_of_above');
}

/** For `can`: whether the actor's post has a permission and the place stands in the scope. */
export function canAt(read: Read, place: OrgPlace, permission: string) {
  const { actor } = read;
  const may =
    actor.scope !== null &&
    isWithin(place.orgPath, actor.scope) &&
    actor.permissions.has(permission);
  return may ? (true as const) : refuse('common.not_allowed').refusal;
}

const COMMITTEES = new Set(['committee', 'working_committee']);

/** What the rules leave open is fixed by committees: for themselves or for bodies below. */
export async function mayFix(
  read: Read,
  place: OrgPlace,
): Promise<Result<null, Refusal<'status.fixed_above'>>> {
  const state = await stateOn(read, place.orgId, read.today);
  const itself = state !== null && COMMITTEES.has(state.kind);
  return itself || actsFromAbove(read.actor, place) ? ok(null) : refuse('status.fixed_above');
}
