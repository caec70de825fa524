import type { duesContract } from '#contract/dues';
import type { Inputs } from '#contract/lib';
import { firstDayOf } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { homeOf } from '#modules/members';
import { ownPlace } from '#modules/organisations';
import { cutRelief } from '../store/assessments.ts';

type Input = Omit<Inputs<typeof duesContract>['endRelief'], 'commandId'>;

/** 结束减免: from a month on the member pays what was fixed. Refuses where no relief holds then. */
export async function endRelief(
  write: Write,
  input: Input,
): Promise<Result<Record<string, never>>> {
  const home = await homeOf(write, input.personId);
  if (home === null) return refuse('common.not_found');
  const own = await ownPlace(write, home.orgId);
  if (!own.ok) return own;
  const place = own.value;
  await write.tick(place.orgId);
  const cut = await cutRelief(write, place, input.personId, firstDayOf(input.fromMonth));
  if (!cut) return refuse('dues.relief_none');
  await write.audit({
    action: 'dues.end_relief',
    objectKind: 'person',
    objectId: input.personId,
    place,
    forPersonId: input.personId,
    fields: { from: input.fromMonth },
    reason: input.reason,
  });
  return ok({});
}
