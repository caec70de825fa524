import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownFile } from '../policy.ts';
import { stateForUpdate } from '../store/person.ts';
import { changeState } from './change-member.ts';

/**
 * Marks somebody as 流动党员 from a day on, or no longer: the register of those away tells it, the file
 * and the rolls of meetings show it. Where the file begins later, from its beginning. The caller audits.
 */
export async function markFloating(
  write: Write,
  personId: PersonId,
  from: PlainDate,
  floating: boolean,
): Promise<Result<null>> {
  const own = await ownFile(write, personId);
  if (!own.ok) return own;
  const state = await stateForUpdate(write, personId, from);
  if (state === null) return refuse('common.not_found');
  const begins = state.valid_from > from ? state.valid_from : from;
  const changed = await changeState(write, own.value, personId, begins, { floating });
  return changed.ok ? ok(null) : changed;
}
