import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { arrangementAt } from '../queries/arrangement.ts';
import { openMattersOf } from '../queries/new-meeting.ts';
import { freshRoll } from '../queries/people.ts';
import { targetSitting } from '../queries/target.ts';
import { meetingsOfSitting, placeOfRow, updateMeeting, updateSitting } from '../store/working.ts';

type Input = Omit<Inputs<typeof meetingsContract>['start'], 'commandId'>;

/**
 * The roll of each meeting is taken as of the day and frozen: who joins or leaves the branch later
 * changes it no more. Open matters of earlier meetings come on the agenda.
 */
export async function startSitting(
  write: Write,
  input: Input,
): Promise<Result<{ version: number }>> {
  const target = await targetSitting(write, input.sittingId, input.basedOn);
  if (!target.ok) return target;
  const { sitting, place } = target.value;
  if (sitting.started_at !== null) return refuse('meetings.already_started');
  if (sitting.held_on > write.today)
    return refuse('meetings.not_yet_held', { day: sitting.held_on });
  for (const meeting of await meetingsOfSitting(write, sitting.id)) {
    const where = placeOfRow(meeting);
    const kind = (await arrangementAt(write, where, sitting.held_on)).known.get(meeting.kind);
    if (kind === undefined) return refuse('meetings.unknown_kind');
    const fresh = await freshRoll(write, where.orgId, kind, meeting, sitting.held_on);
    if (!fresh.roll.some((line) => line.column === 'attend')) return refuse('meetings.roll_empty');
    const matters = await openMattersOf(
      write,
      where.orgId,
      meeting.kind,
      sitting.held_on,
      fresh.items,
    );
    const content = { ...fresh, items: [...fresh.items, ...matters] };
    await updateMeeting(write, meeting, { state: 'started', content });
    await write.audit({
      action: 'meetings.start',
      objectKind: 'meeting',
      objectId: meeting.id,
      place: where,
      fields: { roll: content.roll.length },
    });
  }
  const changed = await updateSitting(write, sitting, { started_at: write.enteredAt });
  await write.audit({
    action: 'meetings.start_sitting',
    objectKind: 'sitting',
    objectId: sitting.id,
    place,
  });
  return ok(changed);
}
