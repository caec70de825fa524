import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { Money } from '#kernel/money';
import type { PlainDate } from '#kernel/plain-date';
import { insertMany, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import { addToYears, takeFromYear } from './paid-years.ts';

export type ReceiptId = Id<'DuesReceipt'>;

export interface NewReceipt {
  readonly personId: PersonId;
  readonly paidOn: PlainDate;
  readonly amount: Money;
  readonly means: 'cash' | 'transfer';
  readonly payer: 'self' | 'relative' | 'member';
  readonly payerName: string;
  readonly payerPersonId: PersonId | null;
  readonly voluntary: boolean;
  readonly note: string;
}

export async function insertReceipts(
  write: Write,
  place: OrgPlace,
  receipts: readonly NewReceipt[],
): Promise<ReceiptId[]> {
  const rows = receipts.map((receipt) => ({
    ...write.stamp(place),
    id: write.newId<'DuesReceipt'>(),
    person_id: receipt.personId,
    paid_on: receipt.paidOn,
    amount_fen: receipt.amount,
    means: receipt.means,
    payer: receipt.payer,
    payer_name: receipt.payerName,
    payer_person_id: receipt.payerPersonId,
    voluntary: receipt.voluntary,
    note: receipt.note,
  }));
  await insertMany(write, 'dues_receipt', rows);
  await addToYears(write, place, receipts);
  return rows.map((row) => row.id);
}

/** A receipt with whether it stands and whether it went up; locked, so that two people cannot both act on it. */
export async function receiptForUpdate(write: Write, receiptId: ReceiptId) {
  const row = await write.db
    .selectFrom('dues_receipt')
    .selectAll()
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', receiptId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  const remitted = await write.db
    .selectFrom('dues_remittance_receipt')
    .select('id')
    .where('tenant_id', '=', write.actor.tenantId)
    .where('receipt_id', '=', receiptId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return { ...row, remitted: remitted !== undefined };
}

/** The receipt no longer counts, nor is it tied to a line of a bank statement. */
export async function supersedeReceipt(write: Write, receiptId: ReceiptId): Promise<void> {
  await write.db
    .updateTable('dues_bank_line')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('receipt_id', '=', receiptId)
    .where('superseded_at', 'is', null)
    .execute();
  const cancelled = await write.db
    .updateTable('dues_receipt')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', receiptId)
    .returning(['org_id', 'person_id', 'paid_on', 'amount_fen', 'voluntary'])
    .executeTakeFirstOrThrow();
  await takeFromYear(write, cancelled);
}

/** One receipt, cancelled or not, for its paper; null when it is none or out of sight. */
export async function receiptById(read: Read, receiptId: ReceiptId) {
  const row = await read.db
    .selectFrom('dues_receipt')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('id', '=', receiptId)
    .executeTakeFirst();
  return row ?? null;
}

/** One page of receipts, cancelled ones too: a correction stays visible. */
export async function receiptPage(
  read: Read,
  filter: { orgId: OrgId; from: PlainDate; to: PlainDate; personId?: PersonId; open?: boolean },
  page: { limit: number; offset: number },
) {
  const query = read.db
    .selectFrom('dues_receipt as r')
    .leftJoin('dues_remittance_receipt as m', (join) =>
      join
        .onRef('m.tenant_id', '=', 'r.tenant_id')
        .onRef('m.receipt_id', '=', 'r.id')
        .on('m.superseded_at', 'is', null),
    )
    .where('r.tenant_id', '=', read.actor.tenantId)
    .where('r.org_id', '=', filter.orgId)
    .where('r.paid_on', '>=', filter.from)
    .where('r.paid_on', '<', filter.to)
    .$if(filter.personId !== undefined, (qb) =>
      qb.where('r.person_id', '=', filter.personId as PersonId),
    )
    .$if(filter.open === true, (qb) =>
      qb.where('r.superseded_at', 'is', null).where('m.id', 'is', null),
    );
  const rows = await query
    .select([
      'r.id',
      'r.person_id',
      'r.paid_on',
      'r.amount_fen',
      'r.means',
      'r.payer',
      'r.payer_name',
      'r.voluntary',
      'r.note',
      'r.entered_at',
      'r.superseded_at',
      'm.id as remitted_id',
    ])
    .orderBy('r.paid_on', 'desc')
    .orderBy('r.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const count = await query
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows, total: Number(count.n) };
}

/** What was taken in a span, and how much of what was ever taken has not gone up. */
export async function collectedSums(read: Read, orgId: OrgId, from: PlainDate, to: PlainDate) {
  const row = await read.db
    .selectFrom('dues_receipt as r')
    .leftJoin('dues_remittance_receipt as m', (join) =>
      join
        .onRef('m.tenant_id', '=', 'r.tenant_id')
        .onRef('m.receipt_id', '=', 'r.id')
        .on('m.superseded_at', 'is', null),
    )
    .select((eb) => [
      eb.fn
        .coalesce(
          eb.fn
            .sum<number>('r.amount_fen')
            .filterWhere((w) => w.and([w('r.paid_on', '>=', from), w('r.paid_on', '<', to)])),
          eb.lit(0),
        )
        .as('collected'),
      eb.fn
        .coalesce(eb.fn.sum<number>('r.amount_fen').filterWhere('m.id', 'is', null), eb.lit(0))
        .as('not_remitted'),
    ])
    .where('r.tenant_id', '=', read.actor.tenantId)
    .where('r.org_id', '=', orgId)
    .where('r.superseded_at', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    collected: Number(row.collected) as Money,
    notRemitted: Number(row.not_remitted) as Money,
  };
}
