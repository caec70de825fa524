import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { mayWrite } from '../policy.ts';
import { targetMeeting } from '../queries/target.ts';
import { checkYear } from '../rules/rhythm.ts';
import { decisionOf } from '../store/follow-ups.ts';
import { updateMeeting } from '../store/working.ts';
import { timesWrong } from './add-sitting.ts';

type Input = Omit<Inputs<typeof meetingsContract>['saveMinutes'], 'commandId'>;

/** Minutes as one whole, over and over until 定稿. Says so when somebody else saved meanwhile. */
export async function saveMinutes(
  write: Write,
  input: Input,
): Promise<Result<{ version: number }>> {
  const target = await targetMeeting(write, input.meetingId, input.basedOn);
  if (!target.ok) return target;
  const { meeting, kind, place } = target.value;
  const writable = mayWrite(meeting.state);
  if (!writable.ok) return writable;
  if (timesWrong(input)) return refuse('meetings.time_order');
  const year = checkYear(kind.like, meeting.held_on, input.yearOf ?? meeting.year_of);
  if (!year.ok) return year;
  const beyond = Object.values(meeting.content.marks)
    .flatMap((mark) => mark.away)
    .find((item) => item > input.items.length);
  if (beyond !== undefined) return refuse('meetings.item_number', { item: beyond });
  for (const item of input.items) {
    if (item.followUpOf === null) continue;
    const decision = await decisionOf(write, item.followUpOf);
    if (decision === null || decision.org_id !== meeting.org_id) return refuse('common.not_found');
  }
  const changed = await updateMeeting(write, meeting, {
    title: input.title === '' ? kind.name : input.title,
    starts_at: input.startsAt,
    ends_at: input.endsAt,
    year_of: year.value,
    special: input.special,
    campaign: input.campaign,
    content: {
      ...meeting.content,
      chair: input.chair,
      recorder: input.recorder,
      items: input.items,
      note: input.note,
    },
    prepared_by: write.actor.accountId,
    prepared_name: write.actor.accountName,
  });
  await write.audit({
    action: 'meetings.minutes',
    objectKind: 'meeting',
    objectId: meeting.id,
    place,
    fields: { items: input.items.length, state: meeting.state },
  });
  return ok(changed);
}
