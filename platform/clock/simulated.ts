import { createHash } from 'node:crypto';
import type { Clock } from '#kernel/clock';

/** For demonstration tenants and tests: time moves only when told, randomness follows the seed. */
export interface SimulatedClock extends Clock {
  /** Epoch milliseconds. Throws where it lies before the present: time never runs back. */
  set(epochMilliseconds: number): void;
  advance(milliseconds: number): void;
}

export function simulatedClock(startEpochMs: number, seed: string | number): SimulatedClock {
  let present = startEpochMs;
  let block = 0;
  let pool = Buffer.alloc(0);

  const set = (epochMilliseconds: number): void => {
    if (!Number.isSafeInteger(epochMilliseconds) || epochMilliseconds < present) {
      throw new RangeError(`the clock stands at ${present} and cannot go to ${epochMilliseconds}`);
    }
    present = epochMilliseconds;
  };

  return {
    now: () => present,
    set,
    advance: (milliseconds) => set(present + milliseconds),
    random(length) {
      const parts = [pool];
      for (let have = pool.length; have < length; have += 32) {
        parts.push(createHash('sha256').update(`zhibu ${seed} ${block}`).digest());
        block += 1;
      }
      const all = Buffer.concat(parts);
      pool = all.subarray(length);
      return Uint8Array.from(all.subarray(0, length));
    },
  };
}
