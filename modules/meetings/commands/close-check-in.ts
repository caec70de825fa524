import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { targetSitting } from '../queries/target.ts';
import { updateSitting } from '../store/working.ts';

type Input = Omit<Inputs<typeof meetingsContract>['closeCheckIn'], 'commandId'>;

/** Closes the page; names tapped so far stay. */
export async function closeCheckIn(
  write: Write,
  input: Input,
): Promise<Result<Record<string, never>>> {
  const target = await targetSitting(write, input.sittingId);
  if (!target.ok) return target;
  const { sitting, place } = target.value;
  await updateSitting(write, sitting, { check_in_code: null, check_in_until: null });
  await write.audit({
    action: 'meetings.close_check_in',
    objectKind: 'sitting',
    objectId: sitting.id,
    place,
  });
  return ok({});
}
