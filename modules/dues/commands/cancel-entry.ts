import type { duesContract } from '#contract/dues';
import type { Inputs } from '#contract/lib';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { meansOf } from '../queries/means.ts';
import { balanceOn } from '../rules/means.ts';
import { ENTRY_TABLES, entryForUpdate, supersedeEntry } from '../store/publications.ts';

type Input = Omit<Inputs<typeof duesContract>['cancelEntry'], 'commandId'>;

/**
 * Takes back a wrong 补缴, use, allotment or publication; it stays in the history. An allotment that
 * uses rest on is refused: money spent must have come from somewhere on every day.
 */
export async function cancelEntry(
  write: Write,
  input: Input,
): Promise<Result<Record<string, never>>> {
  const entry = await entryForUpdate(write, input.kind, input.entryId);
  if (entry === null) return refuse('common.not_found');
  const own = await ownPlace(write, entry.orgId);
  if (!own.ok) return own;
  if (!entry.stands) return refuse('dues.entry_already_cancelled');
  await write.tick(entry.orgId);
  await supersedeEntry(write, input.kind, input.entryId);
  if (input.kind === 'allotment') {
    const { given, spent } = await meansOf(write, entry.orgId);
    const least = Math.min(0, ...spent.map((use) => balanceOn(given, spent, use.on)));
    if (least < 0) return refuse('dues.entry_in_use', { balance: least });
  }
  await write.audit({
    action: `dues.cancel_${input.kind}`,
    objectKind: ENTRY_TABLES[input.kind],
    objectId: input.entryId,
    place: own.value,
    reason: input.reason,
  });
  return ok({});
}
