import type { OrgId } from '#kernel/ids';
import { money, type Money } from '#kernel/money';
import type { Read } from '#platform/db';

/** Receipts of a branch that have not gone up, and their sum: what a secretary hands over with the cash box. */
export async function duesInHand(
  read: Read,
  orgId: OrgId,
): Promise<{ readonly receipts: number; readonly amount: Money }> {
  const row = await read.db
    .selectFrom('dues_receipt as r')
    .leftJoin('dues_remittance_receipt as m', (join) =>
      join
        .onRef('m.tenant_id', '=', 'r.tenant_id')
        .onRef('m.receipt_id', '=', 'r.id')
        .on('m.superseded_at', 'is', null),
    )
    .select((eb) => [
      eb.fn.countAll<number>().as('receipts'),
      eb.fn.coalesce(eb.fn.sum<number>('r.amount_fen'), eb.val(0)).as('amount'),
    ])
    .where('r.tenant_id', '=', read.actor.tenantId)
    .where('r.org_id', '=', orgId)
    .where('r.superseded_at', 'is', null)
    .where('m.id', 'is', null)
    .executeTakeFirstOrThrow();
  return { receipts: Number(row.receipts), amount: money(Number(row.amount)) };
}
