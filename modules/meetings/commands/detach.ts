import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { targetMeeting } from '../queries/target.ts';
import { removeFile } from '../store/files.ts';

type Input = Omit<Inputs<typeof meetingsContract>['detach'], 'commandId'>;

/** Takes a file away that was added by mistake; from a final record none is taken away. */
export async function detach(write: Write, input: Input): Promise<Result<Record<string, never>>> {
  const target = await targetMeeting(write, input.meetingId);
  if (!target.ok) return target;
  const { meeting, place } = target.value;
  if (meeting.state === 'final') return refuse('meetings.file_kept');
  if (!(await removeFile(write, meeting.id, input.fileId))) return refuse('common.not_found');
  await write.audit({
    action: 'meetings.detach',
    objectKind: 'meeting',
    objectId: meeting.id,
    place,
    fields: { file: input.fileId },
  });
  return ok({});
}
