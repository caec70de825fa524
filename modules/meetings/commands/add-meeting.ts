import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { newMeeting } from '../queries/new-meeting.ts';
import { rollOn } from '../queries/people.ts';
import { arrangementAt } from '../queries/arrangement.ts';
import { targetSitting } from '../queries/target.ts';
import { insertMeetings, updateSitting, type MeetingId } from '../store/working.ts';

type Input = Omit<Inputs<typeof meetingsContract>['addMeeting'], 'commandId'>;

/** One more meeting in a sitting; where that has begun, with the roll frozen at once. */
export async function addMeeting(
  write: Write,
  input: Input,
): Promise<Result<{ meetingId: MeetingId }>> {
  const target = await targetSitting(write, input.sittingId, input.basedOn);
  if (!target.ok) return target;
  const { sitting } = target.value;
  const made = await newMeeting(write, sitting.id, sitting.held_on, input.meeting);
  if (!made.ok) return made;
  const { place, meeting } = made.value;
  const started = sitting.started_at !== null;
  const arrangement = await arrangementAt(write, place, sitting.held_on);
  const kind = arrangement.known.get(meeting.kind);
  if (kind === undefined) return refuse('meetings.unknown_kind');
  const roll = started
    ? await rollOn(write, place.orgId, kind, meeting.groupId, sitting.held_on)
    : [];
  if (started && roll.length === 0) return refuse('meetings.roll_empty');
  const [meetingId] = await insertMeetings(write, place, [
    {
      ...meeting,
      state: started ? 'started' : 'planned',
      content: { ...meeting.content, roll },
    },
  ]);
  if (meetingId === undefined) throw new Error('no meeting was written');
  await updateSitting(write, sitting, {});
  await write.audit({
    action: 'meetings.plan',
    objectKind: 'meeting',
    objectId: meetingId,
    place,
    fields: { kind: meeting.kind, on: meeting.heldOn },
  });
  return ok({ meetingId });
}
