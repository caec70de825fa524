import { randomBytes } from 'node:crypto';
import type { Clock } from '#kernel/clock';

/** The machine's clock and randomness. A machine clock set back stands still here until it has caught up. */
export function realClock(read: () => number = Date.now): Clock {
  let latest = 0;
  return {
    now() {
      latest = Math.max(latest, read());
      return latest;
    },
    random: (length) => randomBytes(length),
  };
}
