import type { duesContract } from '#contract/dues';
import type { Inputs } from '#contract/lib';
import type { OrgId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { receiptForUpdate, supersedeReceipt } from '../store/receipts.ts';

type Input = Omit<Inputs<typeof duesContract>['cancelReceipt'], 'commandId'>;

/** Takes back a wrong receipt. It stays visible as cancelled; one that went up already cannot be. */
export async function cancelReceipt(
  write: Write,
  input: Input,
): Promise<Result<Record<string, never>>> {
  const receipt = await receiptForUpdate(write, input.receiptId);
  if (receipt === null) return refuse('common.not_found');
  const own = await ownPlace(write, receipt.org_id as OrgId);
  if (!own.ok) return own;
  const place = own.value;
  if (receipt.superseded_at !== null) return refuse('dues.receipt_already_cancelled');
  if (receipt.remitted) return refuse('dues.receipt_already_remitted');
  await write.tick(receipt.org_id);
  await supersedeReceipt(write, input.receiptId);
  await write.audit({
    action: 'dues.cancel_receipt',
    objectKind: 'dues_receipt',
    objectId: input.receiptId,
    place,
    forPersonId: receipt.person_id,
    fields: { amount: receipt.amount_fen, paidOn: receipt.paid_on },
    reason: input.reason,
  });
  return ok({});
}
