import type { duesContract } from '#contract/dues';
import type { Inputs } from '#contract/lib';
import { money } from '#kernel/money';
import { firstDayOf } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace, stateOn } from '#modules/organisations';
import { isBranch } from '../policy.ts';
import { checkSettings, type DuesSettings } from '../rules/settings.ts';
import { changeSettings } from '../store/settings.ts';

type Input = Omit<Inputs<typeof duesContract>['setSettings'], 'commandId'>;

/**
 * What a committee fixes for the branches below it from a month on: months before keep what held in
 * them. Refuses a branch, and what the text forbids (farmers outside 0.2 to 1 yuan, DUES08 art. 6).
 */
export async function setSettings(
  write: Write,
  input: Input,
): Promise<Result<Record<string, never>>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const place = own.value;
  const state = await stateOn(write, input.orgId, write.today);
  if (state === null || isBranch(state.kind)) return refuse('dues.settings_by_branch');
  const settings: DuesSettings = {
    ...input.settings,
    farmerMonthly: money(input.settings.farmerMonthly),
    studentMonthly: money(input.settings.studentMonthly),
    unemployedMonthly: money(input.settings.unemployedMonthly),
    softCap: money(input.settings.softCap),
  };
  if (settings.studentMonthly <= 0 || settings.unemployedMonthly <= 0 || settings.softCap <= 0)
    return refuse('dues.amount_not_positive');
  const checked = checkSettings(settings);
  if (!checked.ok) return checked;
  await changeSettings(write, place, firstDayOf(input.fromMonth), checked.value);
  await write.audit({
    action: 'dues.set_settings',
    objectKind: 'organisation',
    objectId: place.orgId,
    place,
    fields: { from: input.fromMonth, ...checked.value },
  });
  return ok({});
}
