import type { RandomBytes } from '#kernel/ids';
import { below } from './box.ts';

/** 31 letters and figures without look-alikes (0 O 1 I L). A prime, so that the check letter finds all it should. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** 11 letters by chance: 31^11 = 2.5e16, hopeless to guess even without any brake. */
const LENGTH = 11;

const weighted = (letters: string): number =>
  Array.from(letters).reduce((sum, letter, at) => sum + LETTERS.indexOf(letter) * (at + 2), 0);

/** The letter that makes a code whole: one wrong letter or two letters swapped never fit it. */
const checkLetter = (letters: string): string => LETTERS[weighted(letters) % LETTERS.length] ?? '';

/** A fresh code, twelve characters: `K7QD93MPWX42`. */
export function makeCode(random: RandomBytes): string {
  const letters = Array.from(
    { length: LENGTH },
    () => LETTERS[below(LETTERS.length, random)] ?? '',
  ).join('');
  return letters + checkLetter(letters);
}

/** As printed: `K7QD-93MP-WX42`. */
export const showCode = (code: string): string => (code.match(/.{4}/g) ?? []).join('-');

/**
 * A code as typed or scanned: blanks, dashes, small and full-width letters are taken. `length` and `check`
 * tell a typing error from a code that does not exist.
 */
export function readCode(
  text: string,
): { readonly code: string } | { readonly wrong: 'length' | 'letter' | 'check' } {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.]/gu, '');
  if (plain.length !== LENGTH + 1) return { wrong: 'length' };
  if (Array.from(plain).some((letter) => !LETTERS.includes(letter))) return { wrong: 'letter' };
  return checkLetter(plain.slice(0, LENGTH)) === plain.slice(LENGTH)
    ? { code: plain }
    : { wrong: 'check' };
}

/** Short numbers printed beside the codes, all different, for the list after closing: `03417`. */
export function makeTags(count: number, random: RandomBytes): string[] {
  const digits = Math.max(4, String(count * 10).length);
  const bound = 10 ** digits;
  const tags = new Set<string>();
  while (tags.size < count) tags.add(String(below(bound, random)).padStart(digits, '0'));
  return [...tags];
}
