import type { PlainMonth } from '#kernel/plain-date';
import { ok, type Result } from '#kernel/result';
import { eachDue, type DuesFacts, type LiabilityRefusal } from './liability.ts';
import type { SettingsAt } from './settings.ts';

/** What an account comes to, in fen. */
export interface Balance {
  /** Due in the months from `from` on. */
  readonly due: number;
  /** Open on lines whose cycle is over, of all months. */
  readonly arrears: number;
}

/**
 * The sums of an account without its lines: what `settle` of `duesOver` adds up to, where money goes to
 * the oldest line first. For a county, whose lines would be a million.
 * @param months from the first that was fixed, without gaps, to the last asked for
 * @param paid all that was paid for dues, fen
 * @param isOver whether the cycle in which a month can be asked for is over
 */
export function balanceOver(
  facts: DuesFacts,
  months: readonly PlainMonth[],
  from: PlainMonth,
  paid: number,
  settingsAt: SettingsAt,
  isOver: (claimableFrom: PlainMonth) => boolean,
): Result<Balance, LiabilityRefusal> {
  let left = paid;
  let due = 0;
  let arrears = 0;
  const refusal = eachDue(facts, months, settingsAt, (month, claimableFrom, amount) => {
    if (amount === null) return;
    if (month >= from) due += amount;
    if (amount <= left) {
      if (amount > 0) left -= amount;
      return;
    }
    if (amount > 0 && isOver(claimableFrom)) arrears += amount - left;
    if (amount > 0) left = 0;
  });
  return refusal === null ? ok({ due, arrears }) : { ok: false, refusal };
}
