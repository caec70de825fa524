import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownFile } from '../policy.ts';
import { endHardshipRow, insertHardship, type HardshipId } from '../store/hardship.ts';

export interface HardshipInput {
  readonly personId: PersonId;
  readonly kind: string;
  readonly situation: string;
  readonly help: string;
  readonly from: PlainDate;
  readonly readers: readonly PersonId[];
}

/** 困难、老党员: seen by whoever enters it and those named, by nobody else. The log keeps no situation. */
export async function recordHardship(
  write: Write,
  input: HardshipInput,
): Promise<Result<{ hardshipId: HardshipId }>> {
  const own = await ownFile(write, input.personId);
  if (!own.ok) return own;
  const me = write.actor.personId;
  if (me === null) return refuse('members.hardship_needs_person');
  const hardshipId = await insertHardship(write, own.value, input.from, {
    ...input,
    readers: [...new Set([me, ...input.readers])],
  });
  await write.audit({
    action: 'members.record_hardship',
    objectKind: 'member_hardship',
    objectId: hardshipId,
    place: own.value,
    fields: { from: input.from, readers: input.readers.length + 1 },
  });
  return ok({ hardshipId });
}

export async function endHardship(
  write: Write,
  input: { readonly hardshipId: HardshipId; readonly on: PlainDate },
): Promise<Result<Record<string, never>>> {
  if (!(await endHardshipRow(write, input.hardshipId, input.on))) return refuse('common.not_found');
  await write.audit({
    action: 'members.end_hardship',
    objectKind: 'member_hardship',
    objectId: input.hardshipId,
    fields: { on: input.on },
  });
  return ok({});
}
