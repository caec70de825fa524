import type { Id, OrgId } from '#kernel/ids';
import type { Money } from '#kernel/money';
import type { PlainDate } from '#kernel/plain-date';
import { insertMany, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { ReceiptId } from './receipts.ts';

export type RemittanceId = Id<'DuesRemittance'>;

/** Standing receipts of an organisation with whether they went up. */
export async function receiptsForRemittance(write: Write, orgId: OrgId, ids: readonly ReceiptId[]) {
  const rows = await write.db
    .selectFrom('dues_receipt')
    .select(['id', 'amount_fen', 'person_id', 'voluntary', 'entered_by'])
    .where('tenant_id', '=', write.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('superseded_at', 'is', null)
    .where('id', 'in', [...ids])
    .execute();
  // Asked apart: joined, a year's hundreds of receipts were compared with every tie there is.
  const ties = await write.db
    .selectFrom('dues_remittance_receipt')
    .select('receipt_id')
    .where('tenant_id', '=', write.actor.tenantId)
    .where('receipt_id', 'in', [...ids])
    .where('superseded_at', 'is', null)
    .execute();
  const remitted = new Set(ties.map((row) => row.receipt_id));
  return rows.map((row) => ({ ...row, remitted: remitted.has(row.id) }));
}

export interface NewRemittance {
  readonly handedOn: PlainDate;
  readonly amount: Money;
  readonly receivedBy: string;
  readonly voucher: string;
  readonly receiptIds: readonly ReceiptId[];
}

export async function insertRemittance(
  write: Write,
  place: OrgPlace,
  remittance: NewRemittance,
): Promise<RemittanceId> {
  const id = write.newId<'DuesRemittance'>();
  await write.db
    .insertInto('dues_remittance')
    .values({
      ...write.stamp(place),
      id,
      handed_on: remittance.handedOn,
      amount_fen: remittance.amount,
      received_by: remittance.receivedBy,
      voucher: remittance.voucher,
    })
    .execute();
  await insertMany(
    write,
    'dues_remittance_receipt',
    remittance.receiptIds.map((receiptId) => ({
      ...write.stamp(place),
      id: write.newId(),
      remittance_id: id,
      receipt_id: receiptId,
    })),
  );
  return id;
}

/** A remittance that is to be taken back; locked. Null when it is none or out of sight. */
export async function remittanceForUpdate(write: Write, remittanceId: RemittanceId) {
  const row = await write.db
    .selectFrom('dues_remittance')
    .selectAll()
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', remittanceId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** The remittance and its ties no longer count, so that its receipts can be corrected and go up anew. */
export async function supersedeRemittance(write: Write, remittanceId: RemittanceId): Promise<void> {
  await write.db
    .updateTable('dues_remittance_receipt')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('remittance_id', '=', remittanceId)
    .where('superseded_at', 'is', null)
    .execute();
  await write.db
    .updateTable('dues_remittance')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', remittanceId)
    .execute();
}

/** Remittances of a span of days, cancelled ones too. */
export async function remittancesOf(read: Read, orgId: OrgId, from: PlainDate, to: PlainDate) {
  return read.db
    .selectFrom('dues_remittance as r')
    .select((eb) => [
      'r.id',
      'r.handed_on',
      'r.amount_fen',
      'r.received_by',
      'r.voucher',
      'r.superseded_at',
      eb
        .selectFrom('dues_remittance_receipt as l')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('l.tenant_id', '=', 'r.tenant_id')
        .whereRef('l.remittance_id', '=', 'r.id')
        .as('receipts'),
    ])
    .where('r.tenant_id', '=', read.actor.tenantId)
    .where('r.org_id', '=', orgId)
    .where('r.handed_on', '>=', from)
    .where('r.handed_on', '<', to)
    .orderBy('r.handed_on')
    .orderBy('r.id')
    .execute();
}

/** One remittance with its receipts, for its paper. */
export async function remittanceWithReceipts(read: Read, remittanceId: RemittanceId) {
  const remittance = await read.db
    .selectFrom('dues_remittance')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('id', '=', remittanceId)
    .executeTakeFirst();
  if (remittance === undefined) return null;
  const receipts = await read.db
    .selectFrom('dues_remittance_receipt as l')
    .innerJoin('dues_receipt as r', (join) =>
      join.onRef('r.tenant_id', '=', 'l.tenant_id').onRef('r.id', '=', 'l.receipt_id'),
    )
    .select([
      'r.id',
      'r.person_id',
      'r.paid_on',
      'r.amount_fen',
      'r.means',
      'r.voluntary',
      'r.note',
    ])
    .where('l.tenant_id', '=', read.actor.tenantId)
    .where('l.remittance_id', '=', remittanceId)
    .orderBy('r.paid_on')
    .orderBy('r.id')
    .execute();
  return { remittance, receipts };
}
