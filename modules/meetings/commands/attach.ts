import type { meetingsContract } from '#contract/meetings';
import type { Inputs, Outputs } from '#contract/lib';
import { chineseDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { takeFile, type Write } from '#platform/db';
import { targetMeeting } from '../queries/target.ts';
import { advise } from '../rules/catalogue.ts';
import { insertFile, meetingsWithFile } from '../store/files.ts';

type Input = Omit<Inputs<typeof meetingsContract>['attach'], 'commandId'>;
type Out = Outputs<typeof meetingsContract>['attach'];

/** Adds a file, also after 定稿 (a scan that came later). The same picture at two meetings is a hint, never refused. */
export async function attach(write: Write, input: Input): Promise<Result<Out>> {
  const target = await targetMeeting(write, input.meetingId);
  if (!target.ok) return target;
  const { meeting, place } = target.value;
  if (meeting.state === 'cancelled') return refuse('meetings.cancelled');
  const taken = await takeFile(write, input.fileId, `meetings:${meeting.id}`, place);
  if (!taken.ok) return taken;
  const file = taken.value;
  await insertFile(write, place, meeting.id, { ...file, use: input.use });
  await write.audit({
    action: 'meetings.attach',
    objectKind: 'meeting',
    objectId: meeting.id,
    place,
    fields: { use: input.use, name: file.name },
  });
  const repeated =
    input.use === 'pictures' ? await meetingsWithFile(write, [file.hash], meeting.id) : [];
  return ok({
    advice: repeated.map((other) =>
      advise(
        'meetings.picture_repeated',
        'record.six',
        `这张图片也用于${chineseDate(other.held_on)}的“${other.title}”，请核对`,
      ),
    ),
  });
}
