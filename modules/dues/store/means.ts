import type { Id, OrgId } from '#kernel/ids';
import type { Money } from '#kernel/money';
import type { PlainDate } from '#kernel/plain-date';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import { known, within, type Asked } from './assessments.ts';

export type Purpose = 'training' | 'materials' | 'commendation' | 'hardship' | 'disaster';

export interface NewUse {
  readonly usedOn: PlainDate;
  readonly amount: Money;
  readonly purpose: Purpose;
  readonly what: string;
  readonly decidedOn: PlainDate;
  readonly decidedBy: string;
  readonly voucher: string;
}

export async function insertUse(
  write: Write,
  place: OrgPlace,
  use: NewUse,
): Promise<Id<'DuesUse'>> {
  const id = write.newId<'DuesUse'>();
  await write.db
    .insertInto('dues_use')
    .values({
      ...write.stamp(place),
      id,
      used_on: use.usedOn,
      amount_fen: use.amount,
      purpose: use.purpose,
      what: use.what,
      decided_on: use.decidedOn,
      decided_by: use.decidedBy,
      voucher: use.voucher,
    })
    .execute();
  return id;
}

export interface NewAllotment {
  readonly receivedOn: PlainDate;
  readonly amount: Money;
  readonly receivedFrom: string;
  readonly voucher: string;
}

export async function insertAllotment(
  write: Write,
  place: OrgPlace,
  allotment: NewAllotment,
): Promise<Id<'DuesAllotment'>> {
  const id = write.newId<'DuesAllotment'>();
  await write.db
    .insertInto('dues_allotment')
    .values({
      ...write.stamp(place),
      id,
      received_on: allotment.receivedOn,
      amount_fen: allotment.amount,
      received_from: allotment.receivedFrom,
      voucher: allotment.voucher,
    })
    .execute();
  return id;
}

/** Uses of organisations that stood at an instant, or stand now. */
export async function usesOf(read: Read, { orgIds, knownAt }: Asked) {
  return read.db
    .selectFrom('dues_use')
    .select([
      'id',
      'org_id',
      'used_on',
      'amount_fen',
      'purpose',
      'what',
      'decided_on',
      'decided_by',
      'voucher',
    ])
    .where('tenant_id', '=', read.actor.tenantId)
    .where(within(orgIds))
    .where(known(knownAt))
    .orderBy('used_on')
    .orderBy('id')
    .execute();
}

export async function allotmentsOf(read: Read, orgId: OrgId) {
  return read.db
    .selectFrom('dues_allotment')
    .select(['id', 'received_on', 'amount_fen', 'received_from', 'voucher'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('superseded_at', 'is', null)
    .orderBy('received_on')
    .orderBy('id')
    .execute();
}
