import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { dated, type Write } from '#platform/db';
import { reopenPostsOf } from '#modules/organisations';
import { ownFile } from '../policy.ts';
import { WAYS_OUT, type WayOut } from '../rules/movement.ts';
import { attachmentsOf, reopenAttachmentRow, type AttachmentId } from '../store/attachment.ts';
import { MEMBERSHIP, staysOf } from '../store/membership.ts';

/**
 * An ending entered by mistake: the membership holds on as if it had not been, and with it the posts and
 * attachments that ended with it. Refuses where the last stay did not end that day in that way.
 */
export async function takeBackEnding(
  write: Write,
  input: { readonly personId: PersonId; readonly on: PlainDate; readonly way: WayOut },
): Promise<Result<Record<string, never>>> {
  const own = await ownFile(write, input.personId);
  if (!own.ok) return own;
  const last = (await staysOf(write, input.personId)).at(-1);
  if (last === undefined || last.valid_to !== input.on || last.way_out !== input.way)
    return refuse('members.ending_not_last');
  await write.tick(own.value.orgId);
  await dated.correct(write, MEMBERSHIP, input.personId, last.id, {
    valid_to: null,
    way_out: null,
    out_paper: '',
    out_to: '',
  });
  await reopenPostsOf(write, input.personId, input.on, WAYS_OUT[input.way]);
  for (const row of await attachmentsOf(write, input.personId))
    if (row.valid_to === input.on)
      await reopenAttachmentRow(write, row.attachment_id as AttachmentId, row.id);
  await write.audit({
    action: 'members.take_back_ending',
    objectKind: 'person',
    objectId: input.personId,
    place: own.value,
    forPersonId: input.personId,
    fields: { on: input.on, way: input.way },
  });
  return ok({});
}
