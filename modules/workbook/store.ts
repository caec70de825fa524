import type { Id, OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

export type PrintId = Id<'InspectionPrint'>;

export async function insertPrint(
  write: Write,
  place: OrgPlace,
  one: {
    readonly year: number;
    readonly askedBy: string;
    readonly askedOn: PlainDate | null;
    readonly purpose: string;
  },
): Promise<PrintId> {
  const id = write.newId<'InspectionPrint'>();
  await write.db
    .insertInto('inspection_print')
    .values({
      ...write.stamp(place),
      id,
      year: one.year,
      printed_on: write.today,
      asked_by: one.askedBy,
      asked_on: one.askedOn,
      purpose: one.purpose,
    })
    .execute();
  return id;
}

/** A recorded printing within sight, or null. */
export async function printOf(read: Read, printId: PrintId) {
  const row = await read.db
    .selectFrom('inspection_print')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('id', '=', printId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Printings of an organisation's box of a year, the latest first. */
export async function printsOf(read: Read, orgId: OrgId, year: number) {
  return read.db
    .selectFrom('inspection_print')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('year', '=', year)
    .where('superseded_at', 'is', null)
    .orderBy('printed_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Printings of all organisations within sight over a span of days, as known at an instant. */
export async function printsOver(
  read: Read,
  period: { readonly from: PlainDate; readonly to: PlainDate; readonly knownAt: Date },
) {
  return read.db
    .selectFrom('inspection_print')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('printed_on', '>=', period.from)
    .where('printed_on', '<=', period.to)
    .where('entered_at', '<=', period.knownAt)
    .where((eb) =>
      eb.or([eb('superseded_at', 'is', null), eb('superseded_at', '>', period.knownAt)]),
    )
    .orderBy('printed_on')
    .orderBy('id')
    .execute();
}
