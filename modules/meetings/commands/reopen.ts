import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { targetMeeting } from '../queries/target.ts';
import { updateMeeting } from '../store/working.ts';

type Input = Omit<Inputs<typeof meetingsContract>['reopen'], 'commandId'>;

/** 更正 begins: the working copy opens again, with its reason; the final version stands until the next one. */
export async function reopen(write: Write, input: Input): Promise<Result<{ version: number }>> {
  const target = await targetMeeting(write, input.meetingId, input.basedOn);
  if (!target.ok) return target;
  const { meeting, place } = target.value;
  if (meeting.state !== 'final') return refuse('meetings.correction_before_final');
  await write.audit({
    action: 'meetings.reopen',
    objectKind: 'meeting',
    objectId: meeting.id,
    place,
    reason: input.reason,
  });
  return ok(
    await updateMeeting(write, meeting, {
      state: 'correcting',
      reason: input.reason,
      prepared_by: write.actor.accountId,
      prepared_name: write.actor.accountName,
    }),
  );
}
