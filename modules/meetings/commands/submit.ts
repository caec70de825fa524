import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { targetMeeting } from '../queries/target.ts';
import { updateMeeting } from '../store/working.ts';

type Input = Omit<Inputs<typeof meetingsContract>['submit'], 'commandId'>;

/** The one who prepared the minutes hands them to the head for 定稿 (situation 4). */
export async function submit(write: Write, input: Input): Promise<Result<{ version: number }>> {
  const target = await targetMeeting(write, input.meetingId, input.basedOn);
  if (!target.ok) return target;
  const { meeting, place } = target.value;
  if (meeting.state === 'final') return refuse('meetings.already_final');
  if (meeting.state !== 'started' && meeting.state !== 'ready') return refuse('meetings.not_held');
  await write.audit({
    action: 'meetings.submit',
    objectKind: 'meeting',
    objectId: meeting.id,
    place,
  });
  return ok(await updateMeeting(write, meeting, { state: 'ready' }));
}
