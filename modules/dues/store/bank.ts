import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { FileId, Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { BankLine } from '../rules/bank.ts';
import type { ReceiptId } from './receipts.ts';

/** Keys of bank lines of an organisation that are tied, with the receipt each is tied to. */
export async function tiedLines(read: Read, orgId: OrgId): Promise<ReadonlyMap<string, string>> {
  const rows = await read.db
    .selectFrom('dues_bank_line')
    .select(['line_key', 'receipt_id'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('superseded_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.line_key, row.receipt_id]));
}

/** Standing receipts of a span of days, for comparison with a statement. */
export async function receiptsBetween(read: Read, orgId: OrgId, from: PlainDate, to: PlainDate) {
  return read.db
    .selectFrom('dues_receipt')
    .select(['id', 'person_id', 'paid_on', 'amount_fen', 'means', 'payer_name'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('superseded_at', 'is', null)
    .where('paid_on', '>=', from)
    .where('paid_on', '<=', to)
    .orderBy('paid_on')
    .orderBy('id')
    .execute();
}

export async function insertBankLine(
  write: Write,
  place: OrgPlace,
  line: BankLine,
  receiptId: ReceiptId,
  fileId: FileId,
): Promise<void> {
  await write.db
    .insertInto('dues_bank_line')
    .values({
      ...write.stamp(place),
      id: write.newId(),
      line_key: line.key,
      happened_on: line.on,
      amount_fen: line.amount,
      receipt_id: receiptId,
      file_id: fileId,
    })
    .execute();
}
