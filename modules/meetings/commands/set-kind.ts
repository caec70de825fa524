import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { arrangementAt } from '../queries/arrangement.ts';
import { isBuiltIn } from '../rules/own-kinds.ts';
import { holdKind } from '../store/arrangement.ts';

type Input = Omit<Inputs<typeof meetingsContract>['setKind'], 'commandId'>;

/** A kind of one's own, for the organisation and those below it, from a day on. Changes only one's own. */
export async function setKind(write: Write, input: Input): Promise<Result<{ kind: string }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  if (input.kind !== undefined && isBuiltIn(input.kind)) return refuse('meetings.kind_is_built_in');
  const { kinds, known } = await arrangementAt(write, own.value, input.from);
  if (kinds.some((kind) => kind.name === input.name && kind.kind !== input.kind))
    return refuse('meetings.kind_name_taken', { name: input.name });
  if (input.kind !== undefined && known.get(input.kind)?.orgId !== input.orgId)
    return refuse('meetings.unknown_kind');
  const kind = await holdKind(write, own.value, input.kind, input.from, input);
  await write.audit({
    action: 'meetings.set_kind',
    objectKind: 'meeting_kind',
    objectId: kind,
    place: own.value,
    fields: { name: input.name, body: input.body, from: input.from },
  });
  return ok({ kind });
}
