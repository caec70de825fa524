import type { meetingsContract } from '#contract/meetings';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import type { StoredSettings } from '../rules/arrangement.ts';
import { isBuiltIn } from '../rules/own-kinds.ts';
import { changeSettings, ownSettings } from '../store/arrangement.ts';

type Input = Omit<Inputs<typeof meetingsContract>['setSettings'], 'commandId'>;

/** Activity day, days until 补录, local kinds and rhythms: for the organisation and those below it, from a day on. */
export async function setSettings(
  write: Write,
  input: Input,
): Promise<Result<Record<string, never>>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const { activityDay, lateAfterDays, keeps, rhythms, from } = input;
  if ([...(keeps ?? []), ...Object.keys(rhythms ?? {})].some((kind) => !isBuiltIn(kind)))
    return refuse('meetings.unknown_kind');
  const before = await ownSettings(write, input.orgId, from);
  const settings: StoredSettings = {
    ...before,
    activityDay,
    ...(lateAfterDays === undefined ? {} : { lateAfterDays }),
    ...(keeps === undefined ? {} : { keeps }),
    ...(rhythms === undefined ? {} : { rhythms: { ...before.rhythms, ...rhythms } }),
  };
  await changeSettings(write, own.value, from, settings);
  await write.audit({
    action: 'meetings.set_settings',
    objectKind: 'organisation',
    objectId: input.orgId,
    place: own.value,
    fields: { ...settings, from },
  });
  return ok({});
}
