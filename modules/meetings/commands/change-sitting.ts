import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { mayWrite } from '../policy.ts';
import { arrangementAt } from '../queries/arrangement.ts';
import { freshRoll } from '../queries/people.ts';
import { targetSitting } from '../queries/target.ts';
import { checkYear, usualYear } from '../rules/rhythm.ts';
import { movedNotice } from '../rules/notice.ts';
import { changeNotice, noticesOf } from '../store/notices.ts';
import {
  meetingsOfSitting,
  placeOfRow,
  updateMeeting,
  updateSitting,
  type MeetingId,
} from '../store/working.ts';
import { timesWrong } from './add-sitting.ts';

type Input = Omit<Inputs<typeof meetingsContract>['changeSitting'], 'commandId'>;

/**
 * Date, times and place of a sitting. A wrong day that is put right takes the rolls of the right day,
 * keeping who was marked; a final meeting of the sitting has to be opened by 更正 first.
 */
export async function changeSitting(
  write: Write,
  input: Input,
): Promise<Result<{ version: number }>> {
  const target = await targetSitting(write, input.sittingId, input.basedOn);
  if (!target.ok) return target;
  const { sitting, place } = target.value;
  if (timesWrong(input)) return refuse('meetings.time_order');
  const moved = input.heldOn !== sitting.held_on;
  const started = sitting.started_at !== null;
  if (moved && started && input.heldOn > write.today)
    return refuse('meetings.not_yet_held', { day: input.heldOn });
  for (const meeting of await meetingsOfSitting(write, sitting.id)) {
    const writable = mayWrite(meeting.state);
    if (!writable.ok) return writable;
    if (!moved) continue;
    const arrangement = await arrangementAt(write, placeOfRow(meeting), input.heldOn);
    const kind = arrangement.known.get(meeting.kind);
    if (kind === undefined) return refuse('meetings.unknown_kind');
    const kept = checkYear(kind.like, input.heldOn, meeting.year_of);
    const year = kept.ok ? kept.value : usualYear(kind.like, input.heldOn, arrangement.settings);
    const fresh = started && meeting.content.totals === null;
    const content = fresh
      ? await freshRoll(write, placeOfRow(meeting).orgId, kind, meeting, input.heldOn)
      : meeting.content;
    await updateMeeting(write, meeting, { held_on: input.heldOn, year_of: year, content });
  }
  const changed = await updateSitting(write, sitting, {
    held_on: input.heldOn,
    starts_at: input.startsAt,
    ends_at: input.endsAt,
    place: input.place,
  });
  const told = { held_on: input.heldOn, starts_at: input.startsAt, place: input.place };
  for (const row of await noticesOf(write, sitting.id)) {
    if (row.change === 'cancelled') continue;
    const id = row.meeting_id as MeetingId;
    await changeNotice(write, id, { ...told, ...movedNotice(row, told) });
  }
  await write.audit({
    action: 'meetings.change_sitting',
    objectKind: 'sitting',
    objectId: sitting.id,
    place,
    fields: { on: [sitting.held_on, input.heldOn], place: [sitting.place, input.place] },
  });
  return ok(changed);
}
