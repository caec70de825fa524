import type { Id, OrgId } from '#kernel/ids';
import type { Money } from '#kernel/money';
import type { PlainDate } from '#kernel/plain-date';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { ReceiptId } from './receipts.ts';

export type RemittanceId = Id<'DuesRemittance'>;

/** Standing receipts of an organisation with whether they went up. */
export async function receiptsForRemittance(write: Write, orgId: OrgId, ids: readonly ReceiptId[]) {
  return write.db
    .selectFrom('dues_receipt as r')
    .leftJoin('dues_remittance_receipt as m', (join) =>
      join
        .onRef('m.tenant_id', '=', 'r.tenant_id')
        .onRef('m.receipt_id', '=', 'r.id')
        .on('m.superseded_at', 'is', null),
    )
    .select(['r.id', 'r.amount_fen', 'm.id as remitted_id'])
    .where('r.tenant_id', '=', write.actor.tenantId)
    .where('r.org_id', '=', orgId)
    .where('r.superseded_at', 'is', null)
    .where('r.id', 'in', [...ids])
    .execute();
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
  await write.db
    .insertInto('dues_remittance_receipt')
    .values(
      remittance.receiptIds.map((receiptId) => ({
        ...write.stamp(place),
        id: write.newId(),
        remittance_id: id,
        receipt_id: receiptId,
      })),
    )
    .execute();
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
    .select(['r.id', 'r.person_id', 'r.paid_on', 'r.amount_fen', 'r.means', 'r.note'])
    .where('l.tenant_id', '=', read.actor.tenantId)
    .where('l.remittance_id', '=', remittanceId)
    .orderBy('r.paid_on')
    .orderBy('r.id')
    .execute();
  return { remittance, receipts };
}
