import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { mayWrite } from '../policy.ts';
import { freshRoll } from '../queries/people.ts';
import { targetMeeting } from '../queries/target.ts';
import { updateMeeting } from '../store/working.ts';

type Input = Omit<Inputs<typeof meetingsContract>['refreshRoll'], 'commandId'>;

/**
 * The roll is taken anew as of the day, as the roster now has it: somebody was entered late. Presence
 * of those who stay on it is kept, and so are people known by name. Of a final record only by 更正.
 */
export async function refreshRoll(
  write: Write,
  input: Input,
): Promise<Result<{ version: number }>> {
  const target = await targetMeeting(write, input.meetingId, input.basedOn);
  if (!target.ok) return target;
  const { meeting, sitting, place, kind } = target.value;
  const writable = mayWrite(meeting.state);
  if (!writable.ok) return writable;
  if (sitting.started_at === null) return refuse('meetings.not_started');
  if (meeting.content.totals !== null) return refuse('meetings.vote_without_roll');
  const content = await freshRoll(write, place.orgId, kind, meeting, meeting.held_on);
  await write.audit({
    action: 'meetings.refresh_roll',
    objectKind: 'meeting',
    objectId: meeting.id,
    place,
    fields: { from: meeting.content.roll.length, to: content.roll.length },
  });
  return ok(await updateMeeting(write, meeting, { content }));
}
