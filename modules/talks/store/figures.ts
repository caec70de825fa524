import type { TalkKind } from '#contract/talks';
import type { OrgId } from '#kernel/ids';
import type { Period } from '#engines/indicator';
import { sql, type Read } from '#platform/db';

const counted = (read: Read, period: Period, kinds: readonly TalkKind[]) =>
  read.db
    .selectFrom('talk')
    .where('tenant_id', '=', read.actor.tenantId)
    .where('held_on', '>=', period.from)
    .where('held_on', '<=', period.to)
    .where('entered_at', '<=', period.knownAt)
    .where((eb) =>
      eb.or([eb('superseded_at', 'is', null), eb('superseded_at', '>', period.knownAt)]),
    )
    .$if(kinds.length > 0, (qb) => qb.where('kind', 'in', [...kinds]));

/** Talks of all organisations within sight as known at an instant; no kinds means all. */
export async function talkFigures(read: Read, period: Period, kinds: readonly TalkKind[]) {
  const rows = await counted(read, period, kinds)
    .select((eb) => ['org_id', eb.fn.countAll<number>().as('n')])
    .groupBy('org_id')
    .execute();
  return rows.map((row) => ({ orgId: row.org_id as OrgId, value: Number(row.n), of: 1 }));
}

/** The talks behind a figure. */
export async function talkRows(
  read: Read,
  period: Period,
  kinds: readonly TalkKind[],
  orgIds: readonly OrgId[],
) {
  return counted(read, period, kinds)
    .where(sql<boolean>`org_id = any(${[...orgIds]}::uuid[])`)
    .selectAll()
    .orderBy('held_on')
    .orderBy('id')
    .execute();
}
