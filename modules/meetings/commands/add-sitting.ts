import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { newMeeting } from '../queries/new-meeting.ts';
import { spanOf } from '../rules/credit.ts';
import { insertMeetings, insertSitting, type MeetingId, type SittingId } from '../store/working.ts';

type Input = Omit<Inputs<typeof meetingsContract>['addSitting'], 'commandId'>;

/** Whether both times are given in the wrong order. */
export const timesWrong = (times: {
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}): boolean => times.startsAt !== null && times.endsAt !== null && spanOf(times, times) === null;

/**
 * One coming together with its meetings, of one or several bodies (situation 5). All or none. `inPlan`: a
 * line of the year's plan, without the open matters of today.
 */
export async function addSitting(
  write: Write,
  input: Input,
  inPlan = false,
): Promise<Result<{ sittingId: SittingId; meetingIds: MeetingId[] }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  if (timesWrong(input)) return refuse('meetings.time_order');
  const sittingId = await insertSitting(write, own.value, input);
  const meetingIds: MeetingId[] = [];
  for (const wanted of input.meetings) {
    const made = await newMeeting(write, sittingId, input.heldOn, wanted, inPlan);
    if (!made.ok) return made;
    if (wanted.orgId !== input.orgId) await write.tick(wanted.orgId);
    const { place, meeting } = made.value;
    meetingIds.push(...(await insertMeetings(write, place, [meeting])));
    await write.audit({
      action: 'meetings.plan',
      objectKind: 'meeting',
      objectId: meetingIds.at(-1) ?? '',
      place,
      fields: { kind: meeting.kind, on: meeting.heldOn },
    });
  }
  return ok({ sittingId, meetingIds });
}
