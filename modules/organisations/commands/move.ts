import type { OrgId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import type { Write } from '#platform/db';
import { ownPlace } from '../policy.ts';
import { moveUnder } from '../rules/tree.ts';
import { placeOf, putBelow, type OrgPlace } from '../store/place.ts';
import { changeParent, nameTaken, parentOn, stateOn, treeFrom } from '../store/tree.ts';
import { checkPapers, recordAct, type ActPapers } from './record-act.ts';

/** After a change of edges: the access path follows the parent of today. */
export async function followParent(write: Write, place: OrgPlace): Promise<OrgPlace> {
  const parentId = await parentOn(write, place.orgId, write.today);
  const above = parentId === null ? null : await placeOf(write, parentId);
  return above === null ? place : putBelow(write, place, above);
}

/**
 * 调整隶属关系 from a day on, also a day gone by: figures of that time follow the dated tree, access
 * follows today's parent. Made `alone`: all other writes of the tenant wait. Refuses cycles on any day.
 */
export async function move(
  write: Write,
  input: ActPapers & { readonly orgId: OrgId; readonly parentId: OrgId },
): Promise<Result<{ orgId: OrgId; advice: readonly Advice[] }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const target = await ownPlace(write, input.parentId);
  if (!target.ok) return target;
  const state = await stateOn(write, input.orgId, input.on);
  if (state === null) return refuse('organisations.not_alive');
  const before = await parentOn(write, input.orgId, input.on);
  if (before === null) return refuse('organisations.root_stays');
  if (before === input.parentId) return refuse('organisations.same_parent');
  // Out of one's own scope nothing is moved: the old parent stands in it too.
  const left = await ownPlace(write, before);
  if (!left.ok) return left;
  const papers = checkPapers(write, 'move', state.sector, input);
  if (!papers.ok) return papers;
  const moved = moveUnder(await treeFrom(write, input.on), input.orgId, input.parentId, input.on);
  if (!moved.ok) return moved;
  if (await nameTaken(write, input.parentId, state.name, input.on, input.orgId)) {
    return refuse('organisations.name_taken', { name: state.name });
  }
  await changeParent(write, input.orgId, input.on, input.parentId);
  const place = await followParent(write, own.value);
  const recorded = await recordAct(write, 'move', place, input, {
    advice: papers.value,
    others: [before, input.parentId],
    fields: { from: before, to: input.parentId },
  });
  if (!recorded.ok) return recorded;
  return ok({ orgId: input.orgId, advice: papers.value });
}
