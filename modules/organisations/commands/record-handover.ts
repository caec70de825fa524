import type { Id, OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '../policy.ts';
import { insertHandover, type HandoverItem } from '../store/handovers.ts';

/** 书记交接: the list as both signed it, kept as it was on the day. */
export async function recordHandover(
  write: Write,
  input: {
    readonly orgId: OrgId;
    readonly fromName: string;
    readonly toName: string;
    readonly witness: string;
    readonly handedOn: PlainDate;
    readonly items: readonly HandoverItem[];
    readonly note: string;
  },
): Promise<Result<{ handoverId: Id<'OrgHandover'> }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  if (input.handedOn > write.today) {
    return refuse('organisations.act_in_future', { act: '交接', on: input.handedOn });
  }
  const handoverId = await insertHandover(write, own.value, input);
  await write.audit({
    action: 'organisations.record_handover',
    objectKind: 'org_handover',
    objectId: handoverId,
    place: own.value,
    fields: { handedOn: input.handedOn, items: input.items.length },
  });
  return ok({ handoverId });
}
