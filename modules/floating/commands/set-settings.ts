import type { Inputs } from '#contract/lib';
import type { floatingContract } from '#contract/floating';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { mayFix } from '../policy.ts';
import { setRhythm } from '../store/settings.ts';

/** 规定联系间隔: by a committee, for itself and those below, from a day on. */
export async function setSettings(
  write: Write,
  input: Omit<Inputs<typeof floatingContract>['setSettings'], 'commandId'>,
): Promise<Result<Record<string, never>>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const may = await mayFix(write, own.value);
  if (!may.ok) return may;
  // EDU19 第34条: at least once in half a year.
  if (input.abroadMonths > 6) return refuse('floating.abroad_too_long');
  const { contactMonths, abroadMonths, countsPresence } = input;
  const rhythm = { contactMonths, abroadMonths, countsPresence };
  await write.tick(input.orgId);
  await setRhythm(write, own.value, input.from, rhythm);
  await write.audit({
    action: 'floating.set_settings',
    objectKind: 'organisation',
    objectId: input.orgId,
    place: own.value,
    fields: { ...rhythm, from: input.from },
  });
  return ok({});
}
