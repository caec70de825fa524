import type { duesContract } from '#contract/dues';
import type { Inputs } from '#contract/lib';
import { firstDayOf } from '#kernel/plain-date';
import { ok, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { checkCycle } from '../rules/cycle.ts';
import { changeCycle } from '../store/settings.ts';

type Input = Omit<Inputs<typeof duesContract>['setCycle'], 'commandId'>;

/** Agrees on how often a branch collects. Longer than a quarter asks for the basis and is not blocked (situation 7). */
export async function setCycle(
  write: Write,
  input: Input,
): Promise<Result<{ adviseBasis: boolean }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const place = own.value;
  const checked = checkCycle({
    from: input.fromMonth,
    to: null,
    cycle: input.cycle,
    basis: input.basis,
  });
  if (!checked.ok) return checked;
  await changeCycle(write, place, firstDayOf(input.fromMonth), input.cycle, input.basis);
  await write.audit({
    action: 'dues.set_cycle',
    objectKind: 'organisation',
    objectId: place.orgId,
    place,
    fields: { from: input.fromMonth, cycle: input.cycle, basis: input.basis },
  });
  return ok({ adviseBasis: checked.value.advice !== null });
}
