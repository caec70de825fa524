import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { mayWrite } from '../policy.ts';
import { targetSitting } from '../queries/target.ts';
import type { Marks } from '../rules/minutes.ts';
import { meetingsOfSitting, updateMeeting, updateSitting } from '../store/working.ts';

type Input = Omit<Inputs<typeof meetingsContract>['setPresence'], 'commandId'>;

function marksOf(input: Input, today: PlainDate): Result<Marks> {
  const marks: Record<string, Marks[string]> = {};
  for (const mark of input.marks) {
    if (marks[mark.key] !== undefined) return refuse('meetings.marked_twice');
    if (mark.reason !== '' && mark.state !== 'leave')
      return refuse('meetings.reason_without_leave');
    if (mark.sent !== undefined && mark.state !== 'leave' && mark.state !== 'absent')
      return refuse('meetings.sent_without_absence');
    if (mark.sent !== undefined && mark.sent.on > today)
      return refuse('meetings.not_yet_held', { day: mark.sent.on });
    const away = [...new Set(mark.away)].toSorted((a, b) => a - b);
    const sent = mark.sent === undefined ? {} : { sent: mark.sent };
    marks[mark.key] = { state: mark.state, reason: mark.reason, away, ...sent };
  }
  return ok(marks);
}

/**
 * Marks many at once: for the sitting, so that each of its meetings inherits them, or for one meeting
 * that differs (situation 5). Refuses people who are on no roll and items that are on no agenda.
 */
export async function setPresence(
  write: Write,
  input: Input,
): Promise<Result<{ version: number }>> {
  const target = await targetSitting(write, input.sittingId, input.basedOn);
  if (!target.ok) return target;
  const { sitting, place } = target.value;
  if (sitting.started_at === null) return refuse('meetings.not_started');
  const made = marksOf(input, write.today);
  if (!made.ok) return made;
  const marks = made.value;
  const all = await meetingsOfSitting(write, sitting.id);
  const meetings =
    input.meetingId === undefined ? all : all.filter((one) => one.id === input.meetingId);
  if (meetings.length === 0) return refuse('common.not_found');
  const keys = new Set(meetings.flatMap((one) => one.content.roll.map((line) => line.key)));
  if (Object.keys(marks).some((key) => !keys.has(key))) return refuse('meetings.not_on_roll');
  const items = Math.max(...meetings.map((one) => one.content.items.length));
  const beyond = input.marks.flatMap((mark) => mark.away).find((item) => item > items);
  if (beyond !== undefined) return refuse('meetings.item_number', { item: beyond });
  const open = meetings.filter((one) => mayWrite(one.state).ok);
  if (open.length === 0) return refuse('meetings.finalised');
  await write.audit({
    action: 'meetings.presence',
    objectKind: 'sitting',
    objectId: sitting.id,
    place,
    fields: { people: input.marks.length, only: input.meetingId ?? null },
  });
  if (input.meetingId !== undefined) {
    for (const meeting of open) {
      const own = { ...meeting.content.marks, ...marks };
      await updateMeeting(write, meeting, { content: { ...meeting.content, marks: own } });
    }
    return ok(await updateSitting(write, sitting, {}));
  }
  return ok(await updateSitting(write, sitting, { marks: { ...sitting.marks, ...marks } }));
}
