import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { addDays } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { newToken } from '#platform/crypto';
import type { Write } from '#platform/db';
import { targetSitting } from '../queries/target.ts';
import { updateSitting } from '../store/working.ts';

type Input = Omit<Inputs<typeof meetingsContract>['openCheckIn'], 'commandId'>;

/** Opens the sign-in page of a sitting that has begun, until the end of the day. No location, no device data. */
export async function openCheckIn(write: Write, input: Input): Promise<Result<{ code: string }>> {
  const target = await targetSitting(write, input.sittingId);
  if (!target.ok) return target;
  const { sitting, place } = target.value;
  if (sitting.started_at === null) return refuse('meetings.not_started');
  const code = newToken().slice(0, 16);
  await updateSitting(write, sitting, {
    check_in_code: code,
    check_in_until: new Date(`${addDays(write.today, 1)}T00:00:00+08:00`),
  });
  await write.audit({
    action: 'meetings.open_check_in',
    objectKind: 'sitting',
    objectId: sitting.id,
    place,
  });
  return ok({ code });
}
