import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { mayWrite } from '../policy.ts';
import { targetSitting } from '../queries/target.ts';
import { noticesOf, replaceNotices } from '../store/notices.ts';
import { meetingsOfSitting, updateMeeting, updateSitting } from '../store/working.ts';

type Input = Omit<Inputs<typeof meetingsContract>['announce'], 'commandId'>;

/**
 * Notice to those invited. What is to be discussed is told on screen only where every member is invited;
 * committees and groups read it in the text sent to them.
 */
export async function announce(write: Write, input: Input): Promise<Result<{ version: number }>> {
  const target = await targetSitting(write, input.sittingId, input.basedOn);
  if (!target.ok) return target;
  const { sitting, place } = target.value;
  if (sitting.started_at !== null) return refuse('meetings.already_started');
  const meetings = await meetingsOfSitting(write, sitting.id);
  for (const meeting of meetings) {
    const writable = mayWrite(meeting.state);
    if (!writable.ok) return writable;
    if (meeting.state === 'planned') await updateMeeting(write, meeting, { state: 'announced' });
  }
  const before = new Map((await noticesOf(write, sitting.id)).map((row) => [row.meeting_id, row]));
  const notices = meetings.map((meeting) => ({
    meeting_id: meeting.id,
    sitting_id: sitting.id,
    body: meeting.body,
    group_id: meeting.group_id,
    held_on: sitting.held_on,
    starts_at: sitting.starts_at,
    place: sitting.place,
    title: meeting.title,
    items: meeting.body === 'members' ? meeting.content.items.map((item) => item.title) : [],
    note: input.note,
    // Told again, it still says that it was moved.
    change: before.get(meeting.id)?.change ?? null,
    was: before.get(meeting.id)?.was ?? '',
  }));
  await replaceNotices(write, place, notices);
  await write.audit({
    action: 'meetings.announce',
    objectKind: 'sitting',
    objectId: sitting.id,
    place,
    fields: { on: sitting.held_on, startsAt: sitting.starts_at },
  });
  return ok(await updateSitting(write, sitting, { announced_at: write.enteredAt }));
}
