import type { duesContract } from '#contract/dues';
import type { Inputs } from '#contract/lib';
import { addMoney, money, type Money } from '#kernel/money';
import { chineseDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { meansOf } from '../queries/means.ts';
import { balanceOn } from '../rules/means.ts';
import { insertAllotment } from '../store/means.ts';

type Input = Omit<Inputs<typeof duesContract>['recordAllotment'], 'commandId'>;

/** Dues that came back from above, or were allotted. Kept apart from what is collected. */
export async function recordAllotment(
  write: Write,
  input: Input,
): Promise<Result<{ balance: Money }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const place = own.value;
  if (input.amount <= 0) return refuse('dues.amount_not_positive');
  if (input.receivedOn > write.today)
    return refuse('dues.paid_in_future', { day: chineseDate(input.receivedOn) });
  const means = await meansOf(write, input.orgId);
  const amount = money(input.amount);
  const allotmentId = await insertAllotment(write, place, { ...input, amount });
  await write.audit({
    action: 'dues.record_allotment',
    objectKind: 'dues_allotment',
    objectId: allotmentId,
    place,
    fields: { receivedOn: input.receivedOn, amount, receivedFrom: input.receivedFrom },
  });
  return ok({ balance: addMoney(balanceOn(means.given, means.spent, write.today), amount) });
}
