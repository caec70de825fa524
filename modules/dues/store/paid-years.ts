import type { PersonId } from '#kernel/ids';
import type { Money } from '#kernel/money';
import { yearOf, type PlainDate } from '#kernel/plain-date';
import { sql, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

/** A receipt as far as the totals of a year look at it. */
export interface Paid {
  readonly personId: PersonId;
  readonly paidOn: PlainDate;
  readonly amount: Money;
  readonly voluntary: boolean;
}

/** Adds receipts of one branch to what their payers paid in the year; one row a member and year, in order of both. */
export async function addToYears(
  write: Write,
  place: OrgPlace,
  receipts: readonly Paid[],
): Promise<void> {
  const sums = new Map<string, { person: string; year: number; dues: number; voluntary: number }>();
  for (const { personId, paidOn, amount, voluntary } of receipts) {
    const year = yearOf(paidOn);
    const key = `${personId} ${year}`;
    const sum = sums.get(key) ?? { person: personId, year, dues: 0, voluntary: 0 };
    sum[voluntary ? 'voluntary' : 'dues'] += amount;
    sums.set(key, sum);
  }
  const rows = [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
  if (rows.length === 0) return;
  const stamp = write.stamp(place);
  await sql`
    insert into dues_paid_year as y
      (tenant_id, org_id, org_path, person_id, year, dues_fen, voluntary_fen, entered_at, entered_by)
    select ${stamp.tenant_id}::uuid, ${stamp.org_id}::uuid, ${stamp.org_path}, t.person, t.year, t.dues,
           t.voluntary, ${stamp.entered_at}::timestamptz, ${stamp.entered_by}::uuid
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as t (person uuid, year int, dues bigint, voluntary bigint)
    on conflict (tenant_id, org_id, person_id, year) do update
      set dues_fen = y.dues_fen + excluded.dues_fen, voluntary_fen = y.voluntary_fen + excluded.voluntary_fen,
          entered_at = greatest(y.entered_at, excluded.entered_at), entered_by = excluded.entered_by`.execute(
    write.db,
  );
}

/** A receipt no longer stands. */
export async function takeFromYear(
  write: Write,
  receipt: {
    readonly org_id: string;
    readonly person_id: string;
    readonly paid_on: PlainDate;
    readonly amount_fen: Money;
    readonly voluntary: boolean;
  },
): Promise<void> {
  const column = receipt.voluntary ? 'voluntary_fen' : 'dues_fen';
  await write.db
    .updateTable('dues_paid_year')
    .set((eb) => ({
      [column]: eb(column, '-', receipt.amount_fen),
      entered_at: sql<Date>`greatest(entered_at, ${write.enteredAt}::timestamptz)`,
      entered_by: write.actor.accountId,
    }))
    .where('tenant_id', '=', write.actor.tenantId)
    .where('org_id', '=', receipt.org_id)
    .where('person_id', '=', receipt.person_id)
    .where('year', '=', yearOf(receipt.paid_on))
    .execute();
}
