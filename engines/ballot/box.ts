import type { RandomBytes } from '#kernel/ids';
import { padded, unpadded } from './encode.ts';
import type { Marks } from './marks.ts';

/** Bytes of one part of a box: what one cast has to write anew. */
const PART = 48 * 1024;

/** Papers one part holds: the box of a branch is one part. */
export const capacityOf = (size: number): number => Math.max(16, Math.floor(PART / size));

/** A whole number below `bound`, every one equally likely (values that would favour some are thrown away). */
export function below(bound: number, random: RandomBytes): number {
  const limit = Math.floor(0x1_0000_0000 / bound) * bound;
  for (;;) {
    const [a = 0, b = 0, c = 0, d = 0] = random(4);
    const value = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
    if (value < limit) return value % bound;
  }
}

/** Any order is equally likely (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], random: RandomBytes): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = below(at + 1, random);
    const [a, b] = [mixed[at], mixed[other]];
    if (a === undefined || b === undefined) continue;
    mixed[at] = b;
    mixed[other] = a;
  }
  return mixed;
}

/**
 * Puts papers into a part of the box and mixes them: each takes the place of one that stands there by
 * chance, which moves to the end, so that after any number of casts every order is equally likely.
 */
export function dropped(
  part: Uint8Array,
  papers: readonly Marks[],
  size: number,
  random: RandomBytes,
): Uint8Array {
  const mixed = new Uint8Array(part.length + papers.length * size);
  mixed.set(part);
  let there = part.length / size;
  for (const paper of papers) {
    const place = below(there + 1, random);
    mixed.copyWithin(there * size, place * size, (place + 1) * size);
    mixed.set(padded(paper, size), place * size);
    there += 1;
  }
  return mixed;
}

/** The texts of all papers of a box, sorted: the order says nothing any more about how they came in. */
export function emptied(parts: readonly Uint8Array[], size: number): string[] {
  const texts: string[] = [];
  for (const part of parts)
    for (let at = 0; at < part.length; at += size)
      texts.push(unpadded(part.subarray(at, at + size)));
  return texts.toSorted();
}

/** Which of the codes were used: a text of one sign each, by their places. */
export const noneSpent = (count: number): string => '0'.repeat(count);
export const isSpent = (spent: string, place: number): boolean => spent[place] !== '0';
export function withSpent(spent: string, places: Iterable<number>): string {
  const signs = Array.from(spent);
  for (const place of places) signs[place] = '1';
  return signs.join('');
}
