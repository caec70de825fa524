import type { Id, OrgId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { constraintOf, type Read, type Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { CaseId } from './cases.ts';

export type LetterId = Id<'TransferLetter'>;

/** A letter as the register of a committee has it. */
export interface Letter {
  readonly letterId: LetterId;
  readonly orgId: OrgId;
  readonly direction: 'out' | 'in';
  readonly number: string;
  readonly caseId: CaseId | null;
  readonly names: string;
  readonly people: number;
  readonly fromName: string;
  readonly toName: string;
  readonly duesMonth: string;
  readonly issuedOn: PlainDate;
  readonly validDays: number;
  readonly validUntil: PlainDate;
  readonly receiptOn: PlainDate | null;
  readonly receiptBy: string;
  readonly spoiled: boolean;
  readonly note: string;
  readonly renewsId: LetterId | null;
}

const base = (read: Read) =>
  read.db
    .selectFrom('transfer_letter')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null);
type Row = Awaited<ReturnType<ReturnType<typeof base>['execute']>>[number];

const toLetter = (row: Row): Letter => ({
  letterId: row.letter_id as LetterId,
  orgId: row.org_id as OrgId,
  direction: row.direction,
  number: row.number,
  caseId: row.case_id as CaseId | null,
  names: row.names,
  people: row.people,
  fromName: row.from_name,
  toName: row.to_name,
  duesMonth: row.dues_month,
  issuedOn: row.issued_on,
  validDays: row.valid_days,
  validUntil: row.valid_until,
  receiptOn: row.receipt_on,
  receiptBy: row.receipt_by,
  spoiled: row.spoiled,
  note: row.note,
  renewsId: row.renews_id as LetterId | null,
});

/** Letters of registers at or below a place over a span of days, by number. */
export async function lettersWithin(
  read: Read,
  asked: {
    readonly path: OrgPath;
    readonly direction?: 'out' | 'in';
    readonly from: PlainDate;
    readonly to: PlainDate;
  },
): Promise<Letter[]> {
  let query = base(read)
    .where('org_path', '>=', asked.path)
    .where('org_path', '<', `${asked.path}~`)
    .where('issued_on', '>=', asked.from)
    .where('issued_on', '<=', asked.to);
  if (asked.direction !== undefined) query = query.where('direction', '=', asked.direction);
  const rows = await query.orderBy('issued_on').orderBy('number').orderBy('letter_id').execute();
  return rows.map(toLetter);
}

/** Letters of a case within sight, in their order. */
export async function lettersOf(read: Read, caseId: CaseId): Promise<Letter[]> {
  const rows = await base(read)
    .where('case_id', '=', caseId)
    .orderBy('issued_on')
    .orderBy('letter_id')
    .execute();
  return rows.map(toLetter);
}

/** Numbers that a register of letters given out has used. */
export async function numbersOf(read: Read, orgId: OrgId): Promise<string[]> {
  const rows = await read.db
    .selectFrom('transfer_letter')
    .select('number')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('direction', '=', 'out')
    .where('superseded_at', 'is', null)
    .execute();
  return rows.map((row) => row.number);
}

/** A letter, or a new version of one. Refuses a number that the register has already. */
export async function saveLetter(
  write: Write,
  place: OrgPlace,
  one: Omit<Letter, 'orgId'>,
): Promise<Result<{ letterId: LetterId }>> {
  await write.db
    .updateTable('transfer_letter')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('letter_id', '=', one.letterId)
    .where('superseded_at', 'is', null)
    .execute();
  try {
    await write.db
      .insertInto('transfer_letter')
      .values({
        ...write.stamp(place),
        id: write.newId<'TransferLetterVersion'>(),
        letter_id: one.letterId,
        direction: one.direction,
        number: one.number,
        case_id: one.caseId,
        names: one.names,
        people: one.people,
        from_name: one.fromName,
        to_name: one.toName,
        dues_month: one.duesMonth,
        issued_on: one.issuedOn,
        valid_days: one.validDays,
        valid_until: one.validUntil,
        receipt_on: one.receiptOn,
        receipt_by: one.receiptBy,
        spoiled: one.spoiled,
        note: one.note,
        renews_id: one.renewsId,
      })
      .execute();
  } catch (error) {
    if (constraintOf(error) === 'transfer_letter_number')
      return refuse('transfers.letter_number_taken', { number: one.number });
    throw error;
  }
  return ok({ letterId: one.letterId });
}
