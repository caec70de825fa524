import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { targetMeeting, targetSitting, type TargetSitting } from '../queries/target.ts';
import { movedNotice } from '../rules/notice.ts';
import { checkYear } from '../rules/rhythm.ts';
import { changeNotice, noticesOf } from '../store/notices.ts';
import {
  meetingsOfSitting,
  removeSitting,
  updateMeeting,
  updateSitting,
  type MeetingId,
} from '../store/working.ts';

type Input = Omit<Inputs<typeof meetingsContract>['joinSitting'], 'commandId'>;

/** One afternoon holds that many, as when a sitting is arranged. */
const MOST = 8;

async function joinOne(
  write: Write,
  { sitting, place }: TargetSitting,
  meetingId: MeetingId,
): Promise<Result<null>> {
  const joining = await targetMeeting(write, meetingId);
  if (!joining.ok) return joining;
  const { meeting, kind } = joining.value;
  const waiting = meeting.state === 'planned' || meeting.state === 'announced';
  if (!waiting) return refuse('meetings.sitting_elsewhere');
  if (meeting.sitting_id === sitting.id) return ok(null);
  const year = checkYear(kind.like, sitting.held_on, meeting.year_of);
  if (!year.ok) return year;
  const told = (await noticesOf(write, meeting.sitting_id)).find(
    (row) => row.meeting_id === meeting.id,
  );
  await updateMeeting(write, meeting, { sitting_id: sitting.id, held_on: sitting.held_on });
  await removeSitting(write, meeting.sitting_id);
  if (told !== undefined) {
    const { held_on, starts_at, place: where } = sitting;
    const now = { held_on, starts_at, place: where };
    await changeNotice(write, meeting.id, {
      sitting_id: sitting.id,
      ...now,
      ...movedNotice(told, now),
    });
  }
  await write.audit({
    action: 'meetings.join',
    objectKind: 'meeting',
    objectId: meeting.id,
    place,
    fields: { sitting: [meeting.sitting_id, sitting.id] },
  });
  return ok(null);
}

/** Planned meetings move into another sitting: 并会、套会. Only before any has begun. All or none. */
export async function joinSitting(
  write: Write,
  input: Input,
): Promise<Result<{ version: number }>> {
  const target = await targetSitting(write, input.sittingId, input.basedOn);
  if (!target.ok) return target;
  const { sitting } = target.value;
  if (sitting.started_at !== null) return refuse('meetings.sitting_elsewhere');
  for (const meetingId of input.meetingIds) {
    const joined = await joinOne(write, target.value, meetingId);
    if (!joined.ok) return joined;
  }
  const all = await meetingsOfSitting(write, sitting.id);
  if (all.length > MOST) return refuse('meetings.sitting_full', { most: MOST });
  return ok(await updateSitting(write, sitting, {}));
}
