import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { targetMeeting, targetSitting } from '../queries/target.ts';
import { checkYear } from '../rules/rhythm.ts';
import { removeSitting, updateMeeting, updateSitting } from '../store/working.ts';

type Input = Omit<Inputs<typeof meetingsContract>['joinSitting'], 'commandId'>;

/** A planned meeting moves into another sitting: 并会、套会. Only before either has begun. */
export async function joinSitting(
  write: Write,
  input: Input,
): Promise<Result<{ version: number }>> {
  const target = await targetSitting(write, input.sittingId, input.basedOn);
  if (!target.ok) return target;
  const joining = await targetMeeting(write, input.meetingId);
  if (!joining.ok) return joining;
  const { sitting, place } = target.value;
  const { meeting, kind } = joining.value;
  const waiting = meeting.state === 'planned' || meeting.state === 'announced';
  if (sitting.started_at !== null || !waiting) return refuse('meetings.sitting_elsewhere');
  const year = checkYear(kind.like, sitting.held_on, meeting.year_of);
  if (!year.ok) return year;
  await updateMeeting(write, meeting, { sitting_id: sitting.id, held_on: sitting.held_on });
  if (meeting.sitting_id !== sitting.id) await removeSitting(write, meeting.sitting_id);
  await write.audit({
    action: 'meetings.join',
    objectKind: 'meeting',
    objectId: meeting.id,
    place,
    fields: { sitting: [meeting.sitting_id, sitting.id] },
  });
  return ok(await updateSitting(write, sitting, {}));
}
