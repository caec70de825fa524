import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { unchanged, mayWrite } from '../policy.ts';
import { targetMeeting } from '../queries/target.ts';
import type { RollLine, StoredMark } from '../rules/minutes.ts';
import { updateMeeting, updateSitting } from '../store/working.ts';

type Input = Omit<Inputs<typeof meetingsContract>['setGuests'], 'commandId'>;

const THERE: StoredMark = { state: 'present', reason: '', away: [] };

/** Somebody under 列席, also non-members by name only. */
export const guestLine = (
  guest: Input['guests'][number],
  number: number,
  note = guest.note,
): RollLine => ({
  key: guest.personId ?? `name:${number}`,
  personId: guest.personId,
  name: guest.name,
  column: 'sit_in',
  voting: false,
  alarm: false,
  frail: false,
  unit: '',
  note,
});

/** The whole list of 列席 of a meeting: outside 应到 and votes (situation 1). Whoever is listed was there. */
export async function setGuests(write: Write, input: Input): Promise<Result<{ version: number }>> {
  const target = await targetMeeting(write, input.meetingId);
  if (!target.ok) return target;
  const { meeting, sitting, place } = target.value;
  if (sitting.id !== input.sittingId) return refuse('common.not_found');
  const same = unchanged(sitting, input.basedOn);
  if (!same.ok) return same;
  const writable = mayWrite(meeting.state);
  if (!writable.ok) return writable;
  const attending = meeting.content.roll.filter((line) => line.column === 'attend');
  const entitled = input.guests.find((guest) =>
    attending.some((line) => line.personId !== null && line.personId === guest.personId),
  );
  if (entitled !== undefined) return refuse('meetings.guest_is_entitled', { name: entitled.name });
  const lines = input.guests.map((guest, index) => guestLine(guest, index + 1));
  if (new Set(lines.map((line) => line.key)).size !== lines.length)
    return refuse('meetings.already_on_roll');
  const attendingKeys = new Set(attending.map((line) => line.key));
  const kept = Object.entries(meeting.content.marks).filter(([key]) => attendingKeys.has(key));
  await updateMeeting(write, meeting, {
    content: {
      ...meeting.content,
      roll: [...attending, ...lines],
      marks: Object.fromEntries([...kept, ...lines.map((line) => [line.key, THERE] as const)]),
    },
  });
  await write.audit({
    action: 'meetings.guests',
    objectKind: 'meeting',
    objectId: meeting.id,
    place,
    fields: { guests: lines.length },
  });
  return ok(await updateSitting(write, sitting, {}));
}
