import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { targetMeeting } from '../queries/target.ts';
import { versionsOf } from '../store/held.ts';
import { updateMeeting, updateSitting } from '../store/working.ts';

type Input = Omit<Inputs<typeof meetingsContract>['dropCorrection'], 'commandId'>;

/** The correction is given up: the working copy is again the version that stands. */
export async function dropCorrection(
  write: Write,
  input: Input,
): Promise<Result<{ version: number }>> {
  const target = await targetMeeting(write, input.meetingId, input.basedOn);
  if (!target.ok) return target;
  const { meeting, sitting, place } = target.value;
  const standing = (await versionsOf(write, meeting.id)).at(-1);
  if (meeting.state !== 'correcting' || standing === undefined)
    return refuse('meetings.correction_before_final');
  await write.audit({
    action: 'meetings.drop_correction',
    objectKind: 'meeting',
    objectId: meeting.id,
    place,
  });
  if (sitting.held_on !== standing.held_on)
    await updateSitting(write, sitting, { held_on: standing.held_on });
  return ok(
    await updateMeeting(write, meeting, {
      state: 'final',
      reason: '',
      title: standing.title,
      held_on: standing.held_on,
      year_of: standing.year_of,
      special: standing.special,
      campaign: standing.campaign,
      starts_at: standing.content.held?.startsAt ?? null,
      ends_at: standing.content.held?.endsAt ?? null,
      content: standing.content,
      prepared_by: standing.prepared_by,
      prepared_name: standing.prepared_name,
    }),
  );
}
