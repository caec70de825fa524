import type { duesContract } from '#contract/dues';
import type { Inputs } from '#contract/lib';
import { money, subtractMoney, type Money } from '#kernel/money';
import { chineseDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { meansOf } from '../queries/means.ts';
import { balanceOn, checkUse } from '../rules/means.ts';
import { insertUse } from '../store/means.ts';

type Input = Omit<Inputs<typeof duesContract>['recordUse'], 'commandId'>;

/** 使用: from returned or allotted dues only, for one of five purposes, after a collective decision. */
export async function recordUse(write: Write, input: Input): Promise<Result<{ balance: Money }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const place = own.value;
  if (input.usedOn > write.today)
    return refuse('dues.paid_in_future', { day: chineseDate(input.usedOn) });
  const means = await meansOf(write, input.orgId);
  const use = { on: input.usedOn, amount: money(input.amount), decidedOn: input.decidedOn };
  const checked = checkUse(use, means.given, means.spent);
  if (!checked.ok) return checked;
  const useId = await insertUse(write, place, { ...input, amount: use.amount });
  await write.audit({
    action: 'dues.record_use',
    objectKind: 'dues_use',
    objectId: useId,
    place,
    fields: {
      usedOn: input.usedOn,
      amount: input.amount,
      purpose: input.purpose,
      what: input.what,
    },
  });
  const balance = balanceOn(means.given, means.spent, write.today);
  return ok({ balance: subtractMoney(balance, use.amount) });
}
