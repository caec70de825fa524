import type { OrgId } from '#kernel/ids';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';
import type { FixedKind } from '../rules/catalogue.ts';

export interface PlacedKind extends FixedKind {
  readonly orgPath: string;
}

/** What levels fixed, of those within sight: one's own, those above, those below. A handful of rows. */
export async function fixedKinds(read: Read): Promise<PlacedKind[]> {
  const rows = await read.db
    .selectFrom('publication_kind')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('superseded_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    orgId: row.org_id,
    orgPath: row.org_path,
    kind: row.kind,
    name: row.name,
    section: row.section,
    audience: row.audience,
    rhythm: row.rhythm,
    postingDays: row.posting_days,
    required: row.required,
    paper: row.paper,
  }));
}

/** Of these what holds for a place: fixed there or above, the nearest first. */
export const fixedFor = (all: readonly PlacedKind[], path: string): PlacedKind[] =>
  all
    .filter((one) => path.startsWith(one.orgPath))
    .toSorted((a, b) => b.orgPath.length - a.orgPath.length);

/** Takes what one level fixed for a kind out of force; false where it fixed nothing. */
export async function supersedeKind(write: Write, orgId: OrgId, kind: string): Promise<boolean> {
  const done = await write.db
    .updateTable('publication_kind')
    .set({ superseded_at: write.enteredAt })
    .where('tenant_id', '=', write.actor.tenantId)
    .where('org_id', '=', orgId)
    .where('kind', '=', kind)
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return Number(done.numUpdatedRows) > 0;
}

export async function insertKind(
  write: Write,
  place: OrgPlace,
  kind: Omit<FixedKind, 'orgId'>,
): Promise<void> {
  await write.db
    .insertInto('publication_kind')
    .values({
      ...write.stamp(place),
      id: write.newId<'PublicationKind'>(),
      kind: kind.kind,
      name: kind.name,
      section: kind.section,
      audience: kind.audience,
      rhythm: kind.rhythm,
      posting_days: kind.postingDays,
      required: kind.required,
      paper: kind.paper,
    })
    .execute();
}
