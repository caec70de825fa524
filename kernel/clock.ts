import { makeId, type Id, type RandomBytes } from './ids.ts';
import { todayAt, type PlainDate } from './plain-date.ts';

/** Time and randomness are passed in. The real ones live in `platform/clock`. */
export interface Clock {
  /** Milliseconds since 1970; never earlier than the value before. */
  now(): number;
  random: RandomBytes;
}

export const today = (clock: Clock): PlainDate => todayAt(clock.now());
export const newId = <Noun extends string>(clock: Clock): Id<Noun> =>
  makeId<Noun>(clock.now(), clock.random);
