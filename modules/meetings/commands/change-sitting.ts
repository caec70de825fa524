import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { mayWrite } from '../policy.ts';
import { arrangementAt } from '../queries/arrangement.ts';
import { targetSitting } from '../queries/target.ts';
import { checkYear, usualYear } from '../rules/rhythm.ts';
import { meetingsOfSitting, placeOfRow, updateMeeting, updateSitting } from '../store/working.ts';
import { timesWrong } from './add-sitting.ts';

type Input = Omit<Inputs<typeof meetingsContract>['changeSitting'], 'commandId'>;

/**
 * Date, times and place of a sitting. The day of a meeting whose roll is frozen stays: the roll is that
 * of the day; such a meeting is cancelled and held anew.
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
  if (moved && sitting.started_at !== null) return refuse('meetings.already_started');
  for (const meeting of await meetingsOfSitting(write, sitting.id)) {
    const writable = mayWrite(meeting.state);
    if (!writable.ok) return writable;
    if (!moved) continue;
    const arrangement = await arrangementAt(write, placeOfRow(meeting), input.heldOn);
    const kind = arrangement.known.get(meeting.kind);
    if (kind === undefined) return refuse('meetings.unknown_kind');
    const kept = checkYear(kind.like, input.heldOn, meeting.year_of);
    const year = kept.ok ? kept.value : usualYear(kind.like, input.heldOn, arrangement.settings);
    await updateMeeting(write, meeting, { held_on: input.heldOn, year_of: year });
  }
  const changed = await updateSitting(write, sitting, {
    held_on: input.heldOn,
    starts_at: input.startsAt,
    ends_at: input.endsAt,
    place: input.place,
  });
  await write.audit({
    action: 'meetings.change_sitting',
    objectKind: 'sitting',
    objectId: sitting.id,
    place,
    fields: { on: [sitting.held_on, input.heldOn], place: [sitting.place, input.place] },
  });
  return ok(changed);
}
