import type { duesContract } from '#contract/dues';
import type { Inputs } from '#contract/lib';
import type { Id, PersonId } from '#kernel/ids';
import { money } from '#kernel/money';
import { chineseDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { namesOf } from '#modules/members';
import {
  checkRemittance,
  largeVoluntaryAdvice,
  separationAdvice,
  type DuesAdvice,
} from '../rules/conduct.ts';
import { insertRemittance, receiptsForRemittance } from '../store/remittances.ts';

type Input = Omit<Inputs<typeof duesContract>['remit'], 'commandId'>;

/**
 * Hands dues up. The sum handed up is the sum of its receipts, each of which goes up once. Remarks where
 * one person both took and handed up the money, and on voluntary sums that go to the Centre (DUES17).
 */
export async function remit(
  write: Write,
  input: Input,
): Promise<Result<{ remittanceId: Id<'DuesRemittance'>; advice: DuesAdvice[] }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const place = own.value;
  if (input.handedOn > write.today)
    return refuse('dues.paid_in_future', { day: chineseDate(input.handedOn) });
  const found = await receiptsForRemittance(write, input.orgId, input.receiptIds);
  if (found.length !== new Set(input.receiptIds).size) return refuse('common.not_found');
  const checked = checkRemittance(
    money(input.amount),
    found.map((row) => ({
      id: row.id,
      amount: money(row.amount_fen),
      remitted: row.remitted,
    })),
  );
  if (!checked.ok) return checked;
  const remittanceId = await insertRemittance(write, place, { ...input, amount: checked.value });
  await write.audit({
    action: 'dues.remit',
    objectKind: 'dues_remittance',
    objectId: remittanceId,
    place,
    fields: {
      handedOn: input.handedOn,
      amount: input.amount,
      receipts: input.receiptIds.length,
      receivedBy: input.receivedBy,
    },
  });
  const voluntary = found.filter((row) => row.voluntary);
  const names = await namesOf(
    write,
    voluntary.map((row) => row.person_id as PersonId),
  );
  const advice = [
    ...separationAdvice(
      found.map((row) => row.entered_by),
      write.actor.accountId,
    ),
    ...largeVoluntaryAdvice(
      voluntary.map((row) => ({
        name: names.get(row.person_id) ?? '',
        amount: money(row.amount_fen),
        voluntary: true,
      })),
    ),
  ];
  return ok({ remittanceId, advice });
}
