import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { Money } from '#kernel/money';
import type { PlainDate } from '#kernel/plain-date';
import { dated, datedMany, sql, type DatedTable, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

const BASE: DatedTable = { table: 'dues_base', key: 'payer_id' };
const RELIEF: DatedTable = { table: 'dues_relief', key: 'payer_id' };

export type ReliefId = Id<'DuesRelief'>;
export type SupplementId = Id<'DuesSupplement'>;

/**
 * The member as payer of one branch. Made from both ids by exclusive or, so that two writers who fix
 * the first base at once meet in the same key and one of them is refused.
 */
export function payerKey(personId: PersonId, orgId: OrgId): string {
  const bits = (id: string): bigint => BigInt(`0x${id.replaceAll('-', '')}`);
  const hex = (bits(personId) ^ bits(orgId)).toString(16).padStart(32, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Organisations asked for; null is everything within sight. `knownAt` null: as it stands now. */
export interface Asked {
  readonly orgIds: readonly OrgId[] | null;
  readonly knownAt: Date | null;
}

/** Rows of the organisations asked for; one array, so that no list is too long or too short. */
export const within = (orgIds: Asked['orgIds'], column = 'org_id') =>
  orgIds === null
    ? sql<boolean>`true`
    : sql<boolean>`${sql.ref(column)} = any(${[...orgIds]}::uuid[])`;

/** Rows that stood at an instant, or stand now. */
export const known = (knownAt: Date | null) =>
  knownAt === null
    ? sql<boolean>`superseded_at is null`
    : sql<boolean>`(entered_at <= ${knownAt} and (superseded_at is null or superseded_at > ${knownAt}))`;

export async function basesOf(read: Read, { orgIds, knownAt }: Asked) {
  return read.db
    .selectFrom('dues_base')
    .select(['org_id', 'person_id', 'payer_kind', 'base_fen', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(within(orgIds))
    .where(known(knownAt))
    .orderBy('valid_from')
    .execute();
}

export async function reliefsOf(read: Read, { orgIds, knownAt }: Asked) {
  return read.db
    .selectFrom('dues_relief')
    .select([
      'id',
      'org_id',
      'person_id',
      'amount_fen',
      'studied_on',
      'approved_on',
      'approved_by',
      'approval_paper',
      'reason',
      'valid_from',
      'valid_to',
    ])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(within(orgIds))
    .where(known(knownAt))
    .orderBy('valid_from')
    .execute();
}

export async function supplementsOf(read: Read, { orgIds, knownAt }: Asked) {
  return read.db
    .selectFrom('dues_supplement')
    .select(['id', 'org_id', 'person_id', 'for_month', 'amount_fen', 'decided_on', 'reason'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(within(orgIds))
    .where(known(knownAt))
    .orderBy('for_month')
    .orderBy('id')
    .execute();
}

export interface NewBase {
  readonly personId: PersonId;
  readonly payerKind: string;
  readonly base: number | null;
}

const baseOf = (place: OrgPlace, { personId, payerKind, base }: NewBase) => ({
  row: {
    payer_id: payerKey(personId, place.orgId),
    person_id: personId,
    org_id: place.orgId,
    org_path: place.orgPath,
  },
  values: { payer_kind: payerKind, base_fen: base },
});

export async function changeBase(
  write: Write,
  place: OrgPlace,
  from: PlainDate,
  one: NewBase,
): Promise<void> {
  const { row, values } = baseOf(place, one);
  await dated.hold(write, BASE, row.payer_id, from, row, values);
}

/** The same for many members of one branch; of two lines about one member the later holds. */
export async function changeBases(
  write: Write,
  place: OrgPlace,
  from: PlainDate,
  bases: readonly NewBase[],
): Promise<void> {
  const made = bases.map((one) => baseOf(place, one));
  await datedMany.hold(write, BASE, from, new Map(made.map((one) => [one.row.payer_id, one])));
}

export async function insertAssessment(
  write: Write,
  place: OrgPlace,
  act: { readonly from: PlainDate; readonly decidedOn: PlainDate; readonly members: number },
): Promise<void> {
  await write.db
    .insertInto('dues_assessment')
    .values({
      ...write.stamp(place),
      id: write.newId(),
      from_month: act.from,
      decided_on: act.decidedOn,
      members: act.members,
    })
    .execute();
}

export async function assessmentsOf(read: Read, { orgIds, knownAt }: Asked) {
  return read.db
    .selectFrom('dues_assessment')
    .select(['id', 'org_id', 'from_month', 'decided_on', 'entered_at'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(within(orgIds))
    .where(known(knownAt))
    .orderBy('decided_on')
    .orderBy('id')
    .execute();
}

export interface NewRelief {
  readonly personId: PersonId;
  readonly amount: Money;
  readonly studiedOn: PlainDate;
  readonly approvedOn: PlainDate;
  readonly approvedBy: string;
  readonly approvalPaper: string;
  readonly reason: string;
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
      payer_id: payerKey(relief.personId, place.orgId),
      person_id: relief.personId,
      org_id: place.orgId,
      org_path: place.orgPath,
      amount_fen: relief.amount,
      studied_on: relief.studiedOn,
      approved_on: relief.approvedOn,
      approved_by: relief.approvedBy,
      approval_paper: relief.approvalPaper,
      reason: relief.reason,
    },
    to,
  );
}

/** The relief of a member that holds on a day ends there. False where none holds. */
export async function cutRelief(
  write: Write,
  place: OrgPlace,
  personId: PersonId,
  on: PlainDate,
): Promise<boolean> {
  return (await dated.end(write, RELIEF, payerKey(personId, place.orgId), on)) !== null;
}

export interface NewSupplement {
  readonly personId: PersonId;
  readonly month: PlainDate;
  readonly amount: Money;
  readonly decidedOn: PlainDate;
  readonly reason: string;
}

export async function insertSupplements(
  write: Write,
  place: OrgPlace,
  supplements: readonly NewSupplement[],
): Promise<void> {
  if (supplements.length === 0) return;
  await write.db
    .insertInto('dues_supplement')
    .values(
      supplements.map((one) => ({
        ...write.stamp(place),
        id: write.newId(),
        person_id: one.personId,
        for_month: one.month,
        amount_fen: one.amount,
        decided_on: one.decidedOn,
        reason: one.reason,
      })),
    )
    .execute();
}

/** One relief, for its paper; null when it is none or out of sight. */
export async function reliefById(read: Read, reliefId: ReliefId) {
  const row = await read.db
    .selectFrom('dues_relief')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('id', '=', reliefId)
    .executeTakeFirst();
  return row ?? null;
}
