import type { PersonId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import { constraintOf, type Write } from '#platform/db';
import { ownFile } from '../policy.ts';
import { staysOf } from '../store/membership.ts';
import {
  insertMerge,
  mergeForUpdate,
  moveSecret,
  reviveStays,
  supersedeMerge,
  supersedeStays,
  type MergeId,
  type Moved,
} from '../store/merge.ts';
import { secretsOf } from '../store/secret.ts';

/**
 * Two files of one person: the alias leaves rosters and search, its anchor and records stay. Refuses two
 * different identity numbers, and two that stand in different rosters.
 */
export async function mergePeople(
  write: Write,
  input: { readonly keptId: PersonId; readonly aliasId: PersonId; readonly reason: string },
): Promise<Result<{ mergeId: MergeId }>> {
  const { keptId, aliasId } = input;
  if (keptId === aliasId) return refuse('members.merge_same');
  const kept = await ownFile(write, keptId);
  if (!kept.ok) return kept;
  const alias = await ownFile(write, aliasId);
  if (!alias.ok) return alias;
  const secrets = await secretsOf(write, [keptId, aliasId]);
  const has = (id: PersonId, what: 'idNumber' | 'phone'): boolean =>
    typeof secrets.get(id)?.[what] === 'string';
  if (has(keptId, 'idNumber') && has(aliasId, 'idNumber'))
    return refuse('members.merge_numbers_differ');
  const openAt = async (id: PersonId) =>
    (await staysOf(write, id)).find((row) => row.valid_to === null)?.org_id;
  const [first, second] = [await openAt(keptId), await openAt(aliasId)];
  if (first === undefined && second !== undefined) return refuse('members.merge_two_places');
  if (first !== undefined && second !== undefined && first !== second)
    return refuse('members.merge_two_places');
  await write.tick(kept.value.orgId);
  const stayIds = await supersedeStays(write, aliasId);
  const moved: Moved = {
    stayIds,
    number: !has(keptId, 'idNumber') && has(aliasId, 'idNumber'),
    phone: !has(keptId, 'phone') && has(aliasId, 'phone'),
  };
  if (moved.number) await moveSecret(write, aliasId, keptId, 'number');
  if (moved.phone) await moveSecret(write, aliasId, keptId, 'phone');
  try {
    const mergeId = await insertMerge(write, kept.value, { ...input, moved });
    await write.audit({
      action: 'members.merge',
      objectKind: 'person',
      objectId: keptId,
      place: kept.value,
      forPersonId: keptId,
      fields: { alias: aliasId },
      reason: input.reason,
    });
    return ok({ mergeId });
  } catch (error) {
    if (constraintOf(error) === 'person_merge_once') return refuse('members.already_merged');
    throw error;
  }
}

/** Takes a merge back: the alias stands where it stood, with its number. */
export async function unmergePeople(
  write: Write,
  input: { readonly mergeId: MergeId; readonly reason: string },
): Promise<Result<Record<string, never>>> {
  const merge = await mergeForUpdate(write, input.mergeId);
  if (merge === null) return refuse('common.not_found');
  if (merge.superseded_at !== null) return refuse('members.not_merged');
  const [keptId, aliasId] = [merge.kept_id as PersonId, merge.person_id as PersonId];
  const kept = await ownFile(write, keptId);
  if (!kept.ok) return kept;
  const alias = await ownFile(write, aliasId);
  if (!alias.ok) return alias;
  const moved = merge.moved as Moved;
  await write.tick(kept.value.orgId);
  await supersedeMerge(write, input.mergeId);
  await reviveStays(write, moved.stayIds);
  if (moved.number) await moveSecret(write, keptId, aliasId, 'number');
  if (moved.phone) await moveSecret(write, keptId, aliasId, 'phone');
  await write.audit({
    action: 'members.unmerge',
    objectKind: 'person',
    objectId: keptId,
    place: kept.value,
    forPersonId: keptId,
    fields: { alias: aliasId },
    reason: input.reason,
  });
  return ok({});
}
