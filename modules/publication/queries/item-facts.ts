import type { Read } from '#platform/db';
import type { ItemFacts, Somebody } from '../rules/steps.ts';
import { boardOf } from '../store/boards.ts';
import type { Item, Step } from '../store/items.ts';

const somebody = (step: Step | undefined): Somebody | null =>
  step === undefined
    ? null
    : { accountId: step.accountId, name: step.byName, onPaper: step.onPaper };

/** What the rules of steps ask about an item: who proposed and who checked the text that stands. */
export async function factsOf(read: Read, item: Item, steps: readonly Step[]): Promise<ItemFacts> {
  const board = await boardOf(read, item.place.orgId);
  const of = steps.filter((step) => step.version === item.version);
  return {
    state: item.state,
    version: item.version,
    shownVersion: item.shownVersion,
    audience: item.audience,
    proposedBy: somebody(of.findLast((step) => step.move === 'propose' || step.move === 'correct')),
    checkedBy: somebody(of.findLast((step) => step.move === 'check')),
    boardOpen: board?.open === true,
  };
}
