import type { OrgId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import type { Write } from '#platform/db';
import { ownPlace } from '../policy.ts';
import { ORG_KIND_FACTS } from '../rules/kinds.ts';
import { DEFAULT_ORG_SETTINGS } from '../rules/settings.ts';
import { checkSetup } from '../rules/setup.ts';
import { moveUnder } from '../rules/tree.ts';
import { placeOf, putBelow, type OrgPlace } from '../store/place.ts';
import type { Roster } from '../store/roster.ts';
import {
  changeParent,
  childrenFrom,
  endOrganisation,
  parentOn,
  stateOn,
  treeFrom,
} from '../store/tree.ts';
import { followParent } from './move.ts';
import { checkPapers, recordAct, type ActPapers } from './record-act.ts';
import { endOffices } from './revoke.ts';

type Input = ActPapers & { readonly intoId: OrgId; readonly sourceIds: readonly OrgId[] };

/** Bodies below a source go over to the successor on the day. */
async function takeChildren(write: Write, source: OrgId, input: Input): Promise<Result<null>> {
  for (const child of await childrenFrom(write, source, input.on)) {
    const checked = moveUnder(await treeFrom(write, input.on), child, input.intoId, input.on);
    if (!checked.ok) return checked;
    await changeParent(write, child, input.on, input.intoId);
    const place = await placeOf(write, child);
    if (place !== null) await followParent(write, place);
  }
  return ok(null);
}

async function mergeOne(
  write: Write,
  source: OrgId,
  into: OrgPlace,
  input: Input,
  roster: Roster,
): Promise<Result<number>> {
  if (source === input.intoId) return refuse('organisations.merge_with_itself');
  const own = await ownPlace(write, source);
  if (!own.ok) return own;
  const state = await stateOn(write, source, input.on);
  if (state === null) return refuse('organisations.not_alive');
  if ((await parentOn(write, source, input.on)) === null) return refuse('organisations.root_stays');
  const people = await roster.staysFrom(write, source, input.on);
  const moved = await roster.reassign(write, source, into, people, input.on, input.approvalPaper);
  if (!moved.ok) return moved;
  const children = await takeChildren(write, source, input);
  if (!children.ok) return children;
  await endOffices(write, source, input.on, '党组织合并');
  await endOrganisation(write, source, input.on);
  // For access it stands below its successor from now on; the dated tree keeps where it was.
  const target = await placeOf(write, input.intoId);
  if (target === null) throw new Error('the successor is gone');
  const place = await putBelow(write, own.value, target);
  const recorded = await recordAct(write, 'merge', place, input, { others: [input.intoId] });
  if (!recorded.ok) return recorded;
  return ok(moved.value.moved);
}

/**
 * 合并: members and bodies below go over to the successor on the day, the sources end. Made `alone`.
 * Refuses where members would come to a body that holds none.
 */
export async function merge(
  write: Write,
  input: Input,
  roster: Roster,
): Promise<Result<{ orgId: OrgId; moved: number; advice: readonly Advice[] }>> {
  const into = await ownPlace(write, input.intoId);
  if (!into.ok) return into;
  const state = await stateOn(write, input.intoId, input.on);
  if (state === null) return refuse('organisations.not_alive');
  const papers = checkPapers(write, 'merge', state.sector, input, {
    others: input.sourceIds.length,
  });
  if (!papers.ok) return papers;
  let moved = 0;
  for (const source of new Set(input.sourceIds)) {
    const place = await placeOf(write, input.intoId);
    if (place === null) return refuse('common.not_found');
    const one = await mergeOne(write, source, place, input, roster);
    if (!one.ok) return one;
    moved += one.value;
  }
  if (moved > 0 && !ORG_KIND_FACTS[state.kind].holdsMembers) {
    return refuse('organisations.not_a_branch');
  }
  const advice = [...papers.value, ...(await sizeAdvice(write, input, state.sector, roster))];
  const place = (await placeOf(write, input.intoId)) ?? into.value;
  const recorded = await recordAct(write, 'merge', place, input, {
    advice,
    others: input.sourceIds,
    fields: { moved },
  });
  if (!recorded.ok) return recorded;
  return ok({ orgId: input.intoId, moved, advice });
}

async function sizeAdvice(
  write: Write,
  input: Input,
  sector: Parameters<typeof checkSetup>[0]['sector'],
  roster: Roster,
): Promise<readonly Advice[]> {
  const people = await roster.membersOn(write, input.intoId, input.on);
  const fullMembers = people.filter((one) => one.full).length;
  const facts = { sector, fullMembers, members: people.length, units: [], exception: null };
  const found = checkSetup({ ...facts, kind: 'branch' }, DEFAULT_ORG_SETTINGS);
  return found.ok ? found.value : [];
}
