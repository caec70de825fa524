import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';

/** That an organisation stood below another from a day until before another (null: still does). */
export interface TreeEdge {
  readonly orgId: OrgId;
  readonly parentId: OrgId;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** The dated tree over a span of days, both included, within sight, as it was known at an instant; null: as it stands now. */
export async function edgesOver(
  read: Read,
  from: PlainDate,
  to: PlainDate,
  knownAt: Date | null,
): Promise<TreeEdge[]> {
  const rows = await read.db
    .selectFrom('org_edge')
    .select(['org_id', 'parent_id', 'valid_from', 'valid_to'])
    .where('tenant_id', '=', read.actor.tenantId)
    .$if(knownAt === null, (qb) => qb.where('superseded_at', 'is', null))
    .$if(knownAt !== null, (qb) =>
      qb
        .where('entered_at', '<=', knownAt as Date)
        .where((eb) =>
          eb.or([eb('superseded_at', 'is', null), eb('superseded_at', '>', knownAt as Date)]),
        ),
    )
    .where('valid_from', '<=', to)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', from)]))
    .execute();
  return rows.map((row) => ({
    orgId: row.org_id as OrgId,
    parentId: row.parent_id as OrgId,
    from: row.valid_from,
    to: row.valid_to,
  }));
}
