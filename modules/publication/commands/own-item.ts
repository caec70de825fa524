import { refuse, ok, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { itemForUpdate, stepsOf, type Item, type ItemId, type Step } from '../store/items.ts';

export interface Held {
  readonly item: Item;
  readonly steps: readonly Step[];
}

/** An item one may write for, locked, in the edition the act was based on. */
export async function ownItem(
  write: Write,
  itemId: ItemId,
  edition: number | null,
): Promise<Result<Held>> {
  const item = await itemForUpdate(write, itemId);
  if (item === null) return refuse('common.not_found');
  const own = await ownPlace(write, item.place.orgId);
  if (!own.ok) return own;
  await write.tick(item.place.orgId);
  if (edition !== null && item.edition !== edition) return refuse('common.changed_meanwhile');
  return ok({ item, steps: await stepsOf(write, itemId) });
}
