import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read } from '#platform/db';
import { known } from './assessments.ts';

/** One receipt from a member's side: that and when somebody paid, never how much. */
export interface Payment {
  readonly id: string;
  readonly personId: PersonId;
  readonly on: PlainDate;
  readonly note: string;
}

/** Receipts of people within sight over a span of days, both included, as known at an instant (null: now). */
export async function paymentsOf(
  read: Read,
  people: readonly PersonId[],
  span: { readonly from: PlainDate; readonly to: PlainDate; readonly knownAt: Date | null },
): Promise<Payment[]> {
  if (people.length === 0) return [];
  const rows = await read.db
    .selectFrom('dues_receipt')
    .select(['id', 'person_id', 'paid_on', 'note'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`person_id = any(${[...new Set(people)]}::uuid[])`)
    .where(known(span.knownAt))
    .where('paid_on', '>=', span.from)
    .where('paid_on', '<=', span.to)
    .orderBy('paid_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id as PersonId,
    on: row.paid_on,
    note: row.note,
  }));
}

/** Day of the latest receipt of each of them up to a day. */
export async function lastPayments(
  read: Read,
  people: readonly PersonId[],
  until: PlainDate,
  knownAt: Date | null,
): Promise<ReadonlyMap<PersonId, PlainDate>> {
  if (people.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('dues_receipt')
    .select((eb) => ['person_id', eb.fn.max('paid_on').as('on')])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(sql<boolean>`person_id = any(${[...new Set(people)]}::uuid[])`)
    .where('paid_on', '<=', until)
    .where(known(knownAt))
    .groupBy('person_id')
    .execute();
  return new Map(rows.map((row) => [row.person_id as PersonId, row.on]));
}
