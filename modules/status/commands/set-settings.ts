import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { mayFix } from '../policy.ts';
import type { StatusSettings } from '../rules/facts.ts';
import { changeSettings } from '../store/settings.ts';

/** What a committee fixes for itself and those below, from a day on. */
export async function setSettings(
  write: Write,
  input: StatusSettings & { readonly orgId: OrgId; readonly from: PlainDate },
): Promise<Result<Record<string, never>>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const may = await mayFix(write, own.value);
  if (!may.ok) return may;
  const settings: StatusSettings = {
    rejoinYears: input.rejoinYears,
    correctMonths: input.correctMonths,
    warningMonths: input.warningMonths,
    seriousMonths: input.seriousMonths,
    removalMonths: input.removalMonths,
    probationMonths: input.probationMonths,
  };
  await write.tick(input.orgId);
  await changeSettings(write, own.value, input.from, settings);
  await write.audit({
    action: 'status.set_settings',
    objectKind: 'organisation',
    objectId: input.orgId,
    place: own.value,
    fields: { from: input.from, ...settings },
  });
  return ok({});
}
