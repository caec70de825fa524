import type { duesContract } from '#contract/dues';
import type { Inputs } from '#contract/lib';
import type { OrgId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { remittanceForUpdate, supersedeRemittance } from '../store/remittances.ts';

type Input = Omit<Inputs<typeof duesContract>['cancelRemittance'], 'commandId'>;

/** Takes back a wrong remittance: it stays visible, its receipts can be corrected and go up anew. */
export async function cancelRemittance(
  write: Write,
  input: Input,
): Promise<Result<Record<string, never>>> {
  const remittance = await remittanceForUpdate(write, input.remittanceId);
  if (remittance === null) return refuse('common.not_found');
  const own = await ownPlace(write, remittance.org_id as OrgId);
  if (!own.ok) return own;
  if (remittance.superseded_at !== null) return refuse('dues.remittance_already_cancelled');
  await write.tick(remittance.org_id);
  await supersedeRemittance(write, input.remittanceId);
  await write.audit({
    action: 'dues.cancel_remittance',
    objectKind: 'dues_remittance',
    objectId: input.remittanceId,
    place: own.value,
    fields: { amount: remittance.amount_fen, handedOn: remittance.handed_on },
    reason: input.reason,
  });
  return ok({});
}
