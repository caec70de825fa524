import type { OrgId } from '#kernel/ids';
import type { Money } from '#kernel/money';
import { addDays, dayOf, yearOf, type PlainDate } from '#kernel/plain-date';
import { sql, type Read } from '#platform/db';
import { known, within, type Asked } from './assessments.ts';

/**
 * Sums of receipts by the totals of their years. Where an act on a receipt of these years was entered
 * after the instant asked for, the totals say nothing of it: there the receipts themselves are added up.
 */

export interface PaidSum {
  readonly org_id: string;
  readonly person_id: string;
  readonly amount_fen: number;
}

const keyOf = (row: { readonly org_id: string; readonly person_id: string }): string =>
  `${row.org_id} ${row.person_id}`;

/** Whether totals were touched after an instant. */
const touchedSince = (knownAt: Date | null) =>
  knownAt === null ? sql<boolean>`false` : sql<boolean>`bool_or(entered_at > ${knownAt})`;

/** Receipts for dues of some members, or of all, in a span of days; both days included. */
async function receiptSums(
  read: Read,
  asked: Asked,
  span: { readonly from?: PlainDate; readonly to: PlainDate },
  people: readonly string[] | null,
): Promise<PaidSum[]> {
  const rows = await read.db
    .selectFrom('dues_receipt')
    .select((eb) => ['org_id', 'person_id', eb.fn.sum<number>('amount_fen').as('amount_fen')])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(within(asked.orgIds))
    .where(known(asked.knownAt))
    .where('voluntary', '=', false)
    .$if(span.from !== undefined, (qb) => qb.where('paid_on', '>=', span.from as PlainDate))
    .where('paid_on', '<=', span.to)
    .$if(people !== null, (qb) =>
      qb.where(sql<boolean>`person_id = any(${[...(people ?? [])]}::uuid[])`),
    )
    .groupBy(['org_id', 'person_id'])
    .execute();
  return rows.map((row) => ({ ...row, amount_fen: Number(row.amount_fen) }));
}

/** What each member paid each branch for dues up to a day, the day included; voluntary payments left out. */
export async function paidThrough(read: Read, asked: Asked, until: PlainDate): Promise<PaidSum[]> {
  const year = yearOf(until);
  const years = await read.db
    .selectFrom('dues_paid_year')
    .select((eb) => [
      'org_id',
      'person_id',
      eb.fn.sum<number>('dues_fen').as('amount_fen'),
      touchedSince(asked.knownAt).as('touched'),
    ])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(within(asked.orgIds))
    .where('year', '<=', year)
    .groupBy(['org_id', 'person_id'])
    .execute();
  const said = years.filter((row) => !row.touched);
  const after = { from: addDays(until, 1), to: dayOf(year, 12, 31) };
  const later = after.from > after.to ? [] : await receiptSums(read, asked, after, null);
  const tooMuch = new Map(later.map((row) => [keyOf(row), row.amount_fen]));
  const sums = said.map(({ org_id, person_id, amount_fen }): PaidSum => {
    const less = later.length === 0 ? 0 : (tooMuch.get(keyOf({ org_id, person_id })) ?? 0);
    return { org_id, person_id, amount_fen: Number(amount_fen) - less };
  });
  if (said.length === years.length) return sums;
  const unsaid = years.filter((row) => row.touched);
  const keys = new Set(unsaid.map(keyOf));
  const people = [...new Set(unsaid.map((row) => row.person_id))];
  const receipts = await receiptSums(read, asked, { to: until }, people);
  return [...sums, ...receipts.filter((row) => keys.has(keyOf(row)))];
}

/** What branches took in a calendar year, and the branches whose totals say nothing of that instant. */
export interface CollectedInYear {
  readonly sums: readonly { readonly orgId: string; readonly amount: Money }[];
  readonly unsaid: readonly OrgId[];
}

/** All that branches took in a calendar year, voluntary payments too; null where the span is not one. */
export async function collectedInYear(
  read: Read,
  asked: Asked,
  span: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<CollectedInYear | null> {
  const year = yearOf(span.to);
  if (span.from !== dayOf(year, 1, 1) || span.to !== dayOf(year, 12, 31)) return null;
  const rows = await read.db
    .selectFrom('dues_paid_year')
    .select([
      'org_id',
      sql<number>`sum(dues_fen + voluntary_fen)`.as('amount'),
      touchedSince(asked.knownAt).as('touched'),
    ])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(within(asked.orgIds))
    .where('year', '=', year)
    .groupBy('org_id')
    .execute();
  return {
    sums: rows
      .filter((row) => !row.touched && Number(row.amount) > 0)
      .map((row) => ({ orgId: row.org_id, amount: Number(row.amount) as Money })),
    unsaid: rows.filter((row) => row.touched).map((row) => row.org_id as OrgId),
  };
}
