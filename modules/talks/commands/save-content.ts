import type { Inputs } from '#contract/lib';
import type { talksContract } from '#contract/talks';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { contentOf, saveContentRow, sideOf } from '../store/own.ts';

/**
 * One of the two writes down what was said. Nobody else can, in whatever post: there is no entering
 * for somebody (代录) here. The log keeps that it was written, not a word of it.
 */
export async function saveContent(
  write: Write,
  input: Omit<Inputs<typeof talksContract>['saveContent'], 'commandId'>,
): Promise<Result<{ version: number }>> {
  const me = write.actor.personId;
  if (me === null) return refuse('talks.for_the_two');
  const side = await sideOf(write, me, input.talkId);
  if (side === null) return refuse('common.not_found');
  const known = await contentOf(write, input.talkId);
  if ((known?.version ?? 0) !== input.basedOn) return refuse('common.changed_meanwhile');
  const saved = await saveContentRow(write, {
    talkId: input.talkId,
    orgId: side.org_id,
    orgPath: side.org_path,
    readers: side.other_id === null ? [me] : [me, side.other_id],
    writer: me,
    content: write.secrets.encrypt(write.actor.tenantId, input.text),
    basedOn: input.basedOn,
  });
  if (!saved) return refuse('common.changed_meanwhile');
  await write.audit({
    action: 'talks.write_content',
    objectKind: 'talk_content',
    objectId: input.talkId,
    place: { orgId: side.org_id, orgPath: side.org_path },
    fields: { version: input.basedOn + 1 },
  });
  return ok({ version: input.basedOn + 1 });
}
