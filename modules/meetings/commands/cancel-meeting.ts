import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { mayWrite } from '../policy.ts';
import { targetMeeting } from '../queries/target.ts';
import { changeNotice } from '../store/notices.ts';
import { updateMeeting } from '../store/working.ts';

type Input = Omit<Inputs<typeof meetingsContract>['cancelMeeting'], 'commandId'>;

/** A meeting that will not be held; with its reason it stays to be seen, and those told of it are told at once. */
export async function cancelMeeting(
  write: Write,
  input: Input,
): Promise<Result<Record<string, never>>> {
  const target = await targetMeeting(write, input.meetingId, input.basedOn);
  if (!target.ok) return target;
  const { meeting, place } = target.value;
  const writable = mayWrite(meeting.state);
  if (!writable.ok) return writable;
  if (meeting.state === 'correcting') return refuse('meetings.finalised');
  await updateMeeting(write, meeting, { state: 'cancelled', reason: input.reason });
  await changeNotice(write, meeting.id, { change: 'cancelled', note: input.reason });
  await write.audit({
    action: 'meetings.cancel',
    objectKind: 'meeting',
    objectId: meeting.id,
    place,
    reason: input.reason,
  });
  return ok({});
}
