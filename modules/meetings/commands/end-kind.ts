import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { arrangementAt } from '../queries/arrangement.ts';
import { endKindOn } from '../store/arrangement.ts';

type Input = Omit<Inputs<typeof meetingsContract>['endKind'], 'commandId'>;

/** A kind of one's own is no longer used from a day on; its old meetings keep it. */
export async function endKind(write: Write, input: Input): Promise<Result<Record<string, never>>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const kind = (await arrangementAt(write, own.value, input.on)).known.get(input.kind);
  if (kind?.builtIn === true) return refuse('meetings.kind_is_built_in');
  if (kind?.orgId !== input.orgId || !(await endKindOn(write, input.kind, input.on)))
    return refuse('meetings.unknown_kind');
  await write.audit({
    action: 'meetings.end_kind',
    objectKind: 'meeting_kind',
    objectId: input.kind,
    place: own.value,
    fields: { on: input.on },
  });
  return ok({});
}
