import type { duesContract } from '#contract/dues';
import type { Inputs, Outputs } from '#contract/lib';
import type { Id, PersonId } from '#kernel/ids';
import { money } from '#kernel/money';
import { offsetOf } from '#kernel/paging';
import { addToMonth, dayOf, firstDayOf } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { namesOf } from '#modules/members';
import { placeOf } from '#modules/organisations';
import { isLargeVoluntary } from '../rules/conduct.ts';
import { receiptPage } from '../store/receipts.ts';
import { remittancesOf } from '../store/remittances.ts';

type In = Inputs<typeof duesContract>;
type Out = Outputs<typeof duesContract>;

/** Receipts of a branch in a span of months, newest first; cancelled ones stay visible. */
export async function receipts(read: Read, input: In['receipts']): Promise<Out['receipts'] | null> {
  if ((await placeOf(read, input.orgId)) === null) return null;
  const filter = {
    orgId: input.orgId,
    from: firstDayOf(input.fromMonth),
    to: firstDayOf(addToMonth(input.toMonth, 1)),
    personId: input.personId,
    open: input.notRemitted,
  };
  const found = await receiptPage(read, filter, { limit: input.pageSize, offset: offsetOf(input) });
  const names = await namesOf(
    read,
    found.rows.map((row) => row.person_id as PersonId),
  );
  return {
    total: found.total,
    rows: found.rows.map((row) => ({
      receiptId: row.id as Id<'DuesReceipt'>,
      personId: row.person_id as PersonId,
      name: names.get(row.person_id) ?? '',
      paidOn: row.paid_on,
      amount: row.amount_fen,
      means: row.means,
      payer: row.payer,
      payerName: row.payer_name,
      voluntary: row.voluntary,
      large: row.voluntary && isLargeVoluntary(money(row.amount_fen)),
      note: row.note,
      enteredAt: row.entered_at.toISOString(),
      cancelled: row.superseded_at !== null,
      remitted: row.remitted_id !== null,
    })),
  };
}

/** What a branch handed up in a year; cancelled remittances stay visible. */
export async function remittances(
  read: Read,
  input: In['remittances'],
): Promise<Out['remittances'] | null> {
  if ((await placeOf(read, input.orgId)) === null) return null;
  const rows = await remittancesOf(
    read,
    input.orgId,
    dayOf(input.year, 1, 1),
    dayOf(input.year + 1, 1, 1),
  );
  return {
    remittances: rows.map((row) => ({
      remittanceId: row.id as Id<'DuesRemittance'>,
      handedOn: row.handed_on,
      amount: row.amount_fen,
      receivedBy: row.received_by,
      voucher: row.voucher,
      receipts: Number(row.receipts ?? 0),
      cancelled: row.superseded_at !== null,
    })),
  };
}
