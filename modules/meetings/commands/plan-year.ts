import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import type { MeetingId } from '../store/working.ts';
import { addSitting } from './add-sitting.ts';

type Input = Omit<Inputs<typeof meetingsContract>['planYear'], 'commandId'>;

/** Saves the plan of a year: each line a planned meeting of its own, to be joined or moved later. */
export async function planYear(
  write: Write,
  input: Input,
): Promise<Result<{ meetingIds: MeetingId[] }>> {
  const meetingIds: MeetingId[] = [];
  for (const line of input.lines) {
    const sitting = {
      orgId: input.orgId,
      heldOn: line.on,
      startsAt: null,
      endsAt: null,
      place: '',
      meetings: [
        {
          orgId: input.orgId,
          kind: line.kind,
          groupId: line.groupId,
          title: line.title,
          yearOf: null,
          special: false,
          campaign: '',
          form: 'meeting' as const,
        },
      ],
    };
    const made = await addSitting(write, sitting, true);
    if (!made.ok) return made;
    meetingIds.push(...made.value.meetingIds);
  }
  return ok({ meetingIds });
}
