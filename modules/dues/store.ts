import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { Money } from '#kernel/money';
import type { PlainDate } from '#kernel/plain-date';
import { dated, type DatedTable, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

export const BASE: DatedTable = { table: 'dues_base', key: 'person_id' };
export const RELIEF: DatedTable = { table: 'dues_relief', key: 'person_id' };
export const CYCLE: DatedTable = { table: 'dues_cycle', key: 'org_id' };

type ReceiptId = Id<'DuesReceipt'>;

/** Settings that hold for a place on a day: the nearest organisation at or above it that set any. */
export async function settingsFor(read: Read, orgPath: string, day: PlainDate): Promise<object> {
  const rows = await read.db
    .selectFrom('dues_setting')
    .select(['org_path', 'settings'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy('org_path')
    .execute();
  const above = rows.filter((row) => orgPath.startsWith(row.org_path));
  return above.reduce<object>((all, row) => ({ ...all, ...(row.settings as object) }), {});
}

export async function cyclesOf(read: Read, orgId: OrgId) {
  return read.db
    .selectFrom('dues_cycle')
    .select(['cycle', 'basis', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('superseded_at', 'is', null)
    .orderBy('valid_from')
    .execute();
}

/** Bases of people; empty list of people gives none. */
export async function basesOf(read: Read, people: readonly string[]) {
  if (people.length === 0) return [];
  return read.db
    .selectFrom('dues_base')
    .select(['person_id', 'payer_kind', 'base_fen', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('person_id', 'in', people)
    .where('superseded_at', 'is', null)
    .orderBy('valid_from')
    .execute();
}

export async function reliefsOf(read: Read, people: readonly string[]) {
  if (people.length === 0) return [];
  return read.db
    .selectFrom('dues_relief')
    .select(['person_id', 'amount_fen', 'approved_on', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('person_id', 'in', people)
    .where('superseded_at', 'is', null)
    .orderBy('valid_from')
    .execute();
}

export async function supplementsOf(read: Read, orgId: OrgId, people: readonly string[]) {
  if (people.length === 0) return [];
  return read.db
    .selectFrom('dues_supplement')
    .select(['person_id', 'for_month', 'amount_fen', 'decided_on', 'reason'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('person_id', 'in', people)
    .where('superseded_at', 'is', null)
    .execute();
}

/** Receipts of an organisation that count, up to a day; voluntary ones left out. */
export async function countedReceipts(
  read: Read,
  orgId: OrgId,
  people: readonly string[],
  until: PlainDate,
) {
  if (people.length === 0) return [];
  return read.db
    .selectFrom('dues_receipt')
    .select(['id', 'person_id', 'paid_on', 'amount_fen'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('person_id', 'in', people)
    .where('superseded_at', 'is', null)
    .where('voluntary', '=', false)
    .where('paid_on', '<=', until)
    .execute();
}

export async function changeBase(
  write: Write,
  place: OrgPlace,
  personId: PersonId,
  from: PlainDate,
  values: { payerKind: string; base: Money | null },
): Promise<void> {
  const facts = { payer_kind: values.payerKind, base_fen: values.base };
  const before = await dated.change(write, BASE, personId, from, facts);
  if (before !== null) return;
  await dated.begin(write, BASE, from, {
    person_id: personId,
    org_id: place.orgId,
    org_path: place.orgPath,
    ...facts,
  });
}

export interface NewRelief {
  readonly personId: PersonId;
  readonly amount: Money;
  readonly studiedOn: PlainDate;
  readonly approvedOn: PlainDate;
  readonly approvedBy: string;
  readonly approvalPaper: string;
}

export async function insertRelief(
  write: Write,
  place: OrgPlace,
  from: PlainDate,
  to: PlainDate,
  relief: NewRelief,
): Promise<void> {
  await dated.begin(
    write,
    RELIEF,
    from,
    {
      person_id: relief.personId,
      org_id: place.orgId,
      org_path: place.orgPath,
      amount_fen: relief.amount,
      studied_on: relief.studiedOn,
      approved_on: relief.approvedOn,
      approved_by: relief.approvedBy,
      approval_paper: relief.approvalPaper,
    },
    to,
  );
}

export async function changeCycle(
  write: Write,
  place: OrgPlace,
  from: PlainDate,
  cycle: string,
  basis: string,
): Promise<void> {
  const before = await dated.change(write, CYCLE, place.orgId, from, { cycle, basis });
  if (before !== null) return;
  await dated.begin(write, CYCLE, from, {
    org_id: place.orgId,
    org_path: place.orgPath,
    cycle,
    basis,
  });
}

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
  await write.db.insertInto('dues_receipt').values(rows).execute();
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

export async function supersedeReceipt(write: Write, receiptId: ReceiptId): Promise<void> {
  await write.db
    .updateTable('dues_receipt')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('id', '=', receiptId)
    .execute();
}

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
): Promise<Id<'DuesRemittance'>> {
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

export async function remittancesOf(read: Read, orgId: OrgId, from: PlainDate, to: PlainDate) {
  return read.db
    .selectFrom('dues_remittance as r')
    .select((eb) => [
      'r.id',
      'r.handed_on',
      'r.amount_fen',
      'r.received_by',
      'r.voucher',
      eb
        .selectFrom('dues_remittance_receipt as l')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('l.tenant_id', '=', 'r.tenant_id')
        .whereRef('l.remittance_id', '=', 'r.id')
        .as('receipts'),
    ])
    .where('r.tenant_id', '=', read.actor.tenantId)
    .where('r.org_id', '=', orgId)
    .where('r.superseded_at', 'is', null)
    .where('r.handed_on', '>=', from)
    .where('r.handed_on', '<', to)
    .orderBy('r.handed_on')
    .execute();
}

/** One page of receipts, cancelled ones too: a correction stays visible. */
export async function receiptPage(
  read: Read,
  filter: { orgId: OrgId; from: PlainDate; to: PlainDate; personId?: PersonId },
  page: { limit: number; offset: number },
) {
  const query = read.db
    .selectFrom('dues_receipt as r')
    .where('r.tenant_id', '=', read.actor.tenantId)
    .where('r.org_id', '=', filter.orgId)
    .where('r.paid_on', '>=', filter.from)
    .where('r.paid_on', '<', filter.to)
    .$if(filter.personId !== undefined, (qb) =>
      qb.where('r.person_id', '=', filter.personId as PersonId),
    );
  const rows = await query
    .leftJoin('dues_remittance_receipt as m', (join) =>
      join
        .onRef('m.tenant_id', '=', 'r.tenant_id')
        .onRef('m.receipt_id', '=', 'r.id')
        .on('m.superseded_at', 'is', null),
    )
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
