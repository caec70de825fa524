import type { Id, OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from './place.ts';

/** One heading of the list with its lines. Sections of other modules are added by whoever composes it. */
export interface HandoverItem {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Sections that modules above add, where all modules are put together. A title replaces an empty one of this module. */
export type HandoverSource = (read: Read, orgId: OrgId) => Promise<readonly HandoverItem[]>;

export interface Handover {
  readonly handoverId: Id<'OrgHandover'>;
  readonly orgId: OrgId;
  readonly fromName: string;
  readonly toName: string;
  readonly witness: string;
  readonly handedOn: PlainDate;
  readonly items: readonly HandoverItem[];
  readonly note: string;
}

export async function insertHandover(
  write: Write,
  place: OrgPlace,
  one: Omit<Handover, 'handoverId' | 'orgId'>,
): Promise<Id<'OrgHandover'>> {
  const id = write.newId<'OrgHandover'>();
  await write.db
    .insertInto('org_handover')
    .values({
      ...write.stamp(place),
      id,
      from_name: one.fromName,
      to_name: one.toName,
      witness: one.witness,
      handed_on: one.handedOn,
      items: JSON.stringify(one.items),
      note: one.note,
    })
    .execute();
  return id;
}

/** Hand-overs of a body, or the one of an id; the latest first. */
export async function handovers(
  read: Read,
  which: { readonly orgId: OrgId } | { readonly handoverId: string },
): Promise<Handover[]> {
  const query = read.db
    .selectFrom('org_handover')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null);
  const rows = await (
    'orgId' in which
      ? query.where('org_id', '=', which.orgId)
      : query.where('id', '=', which.handoverId)
  )
    .orderBy('handed_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    handoverId: row.id as Id<'OrgHandover'>,
    orgId: row.org_id as OrgId,
    fromName: row.from_name,
    toName: row.to_name,
    witness: row.witness,
    handedOn: row.handed_on,
    items: row.items as readonly HandoverItem[],
    note: row.note,
  }));
}
