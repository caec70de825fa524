import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { actsFromAbove, ownPlace } from '#modules/organisations';
import type { TransferSettings } from '../rules/facts.ts';
import { LONGEST_DAYS } from '../rules/letter.ts';
import { placesOf } from '../store/directory.ts';
import { changeSettings } from '../store/settings.ts';

/** What a committee fixes for itself and those below, from a day on: usual validity of letters, days for a step. */
export async function setSettings(
  write: Write,
  input: TransferSettings & { readonly orgId: OrgId; readonly from: PlainDate },
): Promise<Result<Record<string, never>>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const place = (await placesOf(write, [input.orgId])).get(input.orgId);
  const isCommittee = place?.committeeId === input.orgId;
  if (!isCommittee && !actsFromAbove(write.actor, own.value))
    return refuse('transfers.fixed_above');
  const { sameCityDays, elsewhereDays, stepDays, from } = input;
  if (Math.max(sameCityDays, elsewhereDays) > LONGEST_DAYS)
    return refuse('transfers.letter_days', { most: LONGEST_DAYS, basis: '' });
  const settings = { sameCityDays, elsewhereDays, stepDays };
  await changeSettings(write, own.value, from, settings);
  await write.audit({
    action: 'transfers.set_settings',
    objectKind: 'organisation',
    objectId: input.orgId,
    place: own.value,
    fields: { ...settings, from },
  });
  return ok({});
}
