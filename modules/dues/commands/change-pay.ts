import type { duesContract } from '#contract/dues';
import type { Inputs } from '#contract/lib';
import { money, type Money } from '#kernel/money';
import {
  chineseDate,
  chineseMonth,
  firstDayOf,
  monthOf,
  type PlainMonth,
} from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { homeOf, namesOf } from '#modules/members';
import { ownPlace } from '#modules/organisations';
import { branchDues } from '../queries/facts.ts';
import { assess } from '../rules/amount.ts';
import { covers } from '../rules/collection.ts';
import { planPayChange } from '../rules/conduct.ts';
import { changeBase, insertSupplements } from '../store/assessments.ts';

type Input = Omit<Inputs<typeof duesContract>['changePay'], 'commandId'>;

/**
 * 年中收入变动. On an event (接收、转入、退休 …) the new amount counts from its month. Otherwise as the
 * committee fixed it: unchanged until next January (DUES17 item 1), or from the month of the new wage
 * with the difference of past months as 补缴. Receipts never change.
 */
export async function changePay(
  write: Write,
  input: Input,
): Promise<Result<{ newBaseFrom: PlainMonth; supplements: number; amount: Money }>> {
  const home = await homeOf(write, input.personId);
  if (home === null) return refuse('common.not_found');
  const own = await ownPlace(write, home.orgId);
  if (!own.ok) return own;
  const place = own.value;
  await write.tick(place.orgId);
  if (input.decidedOn > write.today)
    return refuse('dues.paid_in_future', { day: chineseDate(input.decidedOn) });
  const month = monthOf(input.decidedOn);
  const span = { from: input.fromMonth, to: month, asOf: write.today };
  const branch = await branchDues(write, place.orgId, span);
  const member = branch?.members.find((one) => one.personId === input.personId);
  if (branch === null || member === undefined) return refuse('common.not_found');
  const settings = branch.settingsAt(month);
  const newBase = input.base === null ? null : money(input.base);
  const after = assess(input.payerKind, newBase, settings);
  if (!after.ok) return after;
  const old = member.facts.bases.find((base) => covers(base, input.fromMonth));
  const sameKind = old?.kind === input.payerKind ? old : undefined;
  if (input.event === null && sameKind === undefined) {
    const name = (await namesOf(write, [input.personId])).get(input.personId) ?? '';
    return refuse('dues.not_assessed', { name, month: chineseMonth(input.fromMonth) });
  }
  const plan = planPayChange(
    {
      kind: input.payerKind,
      oldBase: sameKind?.base ?? money(0),
      newBase: newBase ?? money(0),
      from: input.fromMonth,
      decidedOn: input.decidedOn,
      event: input.event,
    },
    settings,
  );
  if (!plan.ok) return plan;
  const { newBaseFrom, supplements } = plan.value;
  await changeBase(write, place, firstDayOf(newBaseFrom), input);
  await insertSupplements(
    write,
    place,
    supplements.map((one) => ({
      ...one,
      personId: input.personId,
      month: firstDayOf(one.month),
    })),
  );
  await write.audit({
    action: 'dues.change_pay',
    objectKind: 'person',
    objectId: input.personId,
    place,
    forPersonId: input.personId,
    fields: {
      from: newBaseFrom,
      event: input.event,
      amount: after.value.amount,
      supplements: supplements.length,
    },
  });
  return ok({ newBaseFrom, supplements: supplements.length, amount: after.value.amount });
}
