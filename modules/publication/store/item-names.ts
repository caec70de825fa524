import type { Read } from '#platform/db';
import type { ItemId } from './items.ts';

/** Title and record of some items within sight. */
export async function itemsByIds(
  read: Read,
  ids: readonly ItemId[],
): Promise<ReadonlyMap<string, { readonly title: string; readonly source: string | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await read.db
    .selectFrom('publication_item')
    .select(['item_id', 'title', 'source_module'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('item_id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.item_id, { title: row.title, source: row.source_module }]));
}
