import type { OrgId } from '#kernel/ids';
import type { Money } from '#kernel/money';
import type { PlainDate } from '#kernel/plain-date';
import { sql, type Read } from '#platform/db';
import { known, within, type Asked } from './assessments.ts';
import { collectedInYear, paidThrough } from './paid-sums.ts';

/** Money of one member; `entered_at` null where receipts were summed up. */
export interface CountedRow {
  readonly id: string;
  readonly org_id: string;
  readonly person_id: string;
  readonly paid_on: PlainDate;
  readonly amount_fen: number;
  readonly entered_at: Date | null;
}

/** Receipts that count towards dues up to a day; voluntary ones left out. */
export async function countedReceipts(
  read: Read,
  asked: Asked,
  until: PlainDate,
): Promise<CountedRow[]> {
  return read.db
    .selectFrom('dues_receipt')
    .select(['id', 'org_id', 'person_id', 'paid_on', 'amount_fen', 'entered_at'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(within(asked.orgIds))
    .where(known(asked.knownAt))
    .where('voluntary', '=', false)
    .where('paid_on', '<=', until)
    .execute();
}

/** What each member paid of dues up to a day, as one row without `entered_at`: a county's years are not carried over one by one. */
export async function countedSums(
  read: Read,
  asked: Asked,
  until: PlainDate,
): Promise<CountedRow[]> {
  const found = await paidThrough(read, asked, until);
  return found.map((row) => ({ ...row, id: row.person_id, paid_on: until, entered_at: null }));
}

export interface MoneyRow {
  readonly id: string;
  readonly orgId: string;
  readonly on: PlainDate;
  readonly amount: Money;
  readonly personId: string | null;
  readonly words: string;
}

const SOURCES = {
  collected: { table: 'dues_receipt', on: 'paid_on' },
  remitted: { table: 'dues_remittance', on: 'handed_on' },
  used: { table: 'dues_use', on: 'used_on' },
} as const;
export type MoneyKind = keyof typeof SOURCES;

interface Span {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export interface MoneySum {
  readonly orgId: string;
  readonly amount: Money;
}

/** Money taken, handed up or used in a span of days, both included, for each organisation. */
export async function moneySums(
  read: Read,
  kind: MoneyKind,
  asked: Asked,
  span: Span,
): Promise<MoneySum[]> {
  const year = kind === 'collected' ? await collectedInYear(read, asked, span) : null;
  if (year === null) return sumsOfRows(read, kind, asked, span);
  if (year.unsaid.length === 0) return [...year.sums];
  const unsaid = { ...asked, orgIds: year.unsaid };
  return [...year.sums, ...(await sumsOfRows(read, kind, unsaid, span))];
}

async function sumsOfRows(
  read: Read,
  kind: MoneyKind,
  asked: Asked,
  span: Span,
): Promise<MoneySum[]> {
  const { table, on } = SOURCES[kind];
  const rows = await read.db
    .selectFrom(table)
    .select((eb) => ['org_id', eb.fn.sum<number>('amount_fen').as('amount')])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(within(asked.orgIds))
    .where(known(asked.knownAt))
    .where(sql<boolean>`${sql.ref(on)} between ${span.from}::date and ${span.to}::date`)
    .groupBy('org_id')
    .execute();
  return rows.map((row) => ({ orgId: row.org_id, amount: Number(row.amount) as Money }));
}

/** The records behind such sums. */
export async function moneyRows(
  read: Read,
  kind: MoneyKind,
  asked: Asked,
  span: Span,
): Promise<MoneyRow[]> {
  if (kind === 'collected') {
    const rows = await read.db
      .selectFrom('dues_receipt')
      .select(['id', 'org_id', 'person_id', 'paid_on', 'amount_fen'])
      .where('tenant_id', '=', read.actor.tenantId)
      .where(within(asked.orgIds))
      .where(known(asked.knownAt))
      .where('paid_on', '>=', span.from)
      .where('paid_on', '<=', span.to)
      .orderBy('paid_on')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      orgId: row.org_id,
      on: row.paid_on,
      amount: row.amount_fen,
      personId: row.person_id,
      words: '交纳党费',
    }));
  }
  if (kind === 'remitted') {
    const rows = await read.db
      .selectFrom('dues_remittance')
      .select(['id', 'org_id', 'handed_on', 'amount_fen', 'received_by'])
      .where('tenant_id', '=', read.actor.tenantId)
      .where(within(asked.orgIds))
      .where(known(asked.knownAt))
      .where('handed_on', '>=', span.from)
      .where('handed_on', '<=', span.to)
      .orderBy('handed_on')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      orgId: row.org_id,
      on: row.handed_on,
      amount: row.amount_fen,
      personId: null,
      words: `上缴${row.received_by}`,
    }));
  }
  const rows = await read.db
    .selectFrom('dues_use')
    .select(['id', 'org_id', 'used_on', 'amount_fen', 'what'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(within(asked.orgIds))
    .where(known(asked.knownAt))
    .where('used_on', '>=', span.from)
    .where('used_on', '<=', span.to)
    .orderBy('used_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    orgId: row.org_id,
    on: row.used_on,
    amount: row.amount_fen,
    personId: null,
    words: row.what,
  }));
}

/** Standing receipts up to a day with the day they were handed up; null where they were not. */
export async function receiptsWithRemittance(read: Read, asked: Asked, until: PlainDate) {
  return read.db
    .selectFrom('dues_receipt as r')
    .leftJoin('dues_remittance_receipt as l', (join) =>
      join
        .onRef('l.tenant_id', '=', 'r.tenant_id')
        .onRef('l.receipt_id', '=', 'r.id')
        .on('l.superseded_at', 'is', null),
    )
    .leftJoin('dues_remittance as m', (join) =>
      join.onRef('m.tenant_id', '=', 'l.tenant_id').onRef('m.id', '=', 'l.remittance_id'),
    )
    .select([
      'r.id',
      'r.org_id',
      'r.person_id',
      'r.paid_on',
      'r.amount_fen',
      'r.voluntary',
      'r.entered_at',
      'm.id as remittance_id',
      'm.handed_on',
      'm.entered_at as remitted_entered_at',
    ])
    .where('r.tenant_id', '=', read.actor.tenantId)
    .where(within(asked.orgIds, 'r.org_id'))
    .where('r.superseded_at', 'is', null)
    .where('r.paid_on', '<=', until)
    .execute();
}

/** Organisations within sight that ever fixed dues: the others have none to add up. */
export async function rosterOrgs(read: Read): Promise<OrgId[]> {
  const rows = await read.db
    .selectFrom('dues_base')
    .select('org_id')
    .distinct()
    .where('tenant_id', '=', read.actor.tenantId)
    .execute();
  return rows.map((row) => row.org_id as OrgId);
}
