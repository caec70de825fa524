import order from 'cnchar-order';
import { tidyName } from '#kernel/text';

/**
 * 姓氏笔画 order: number of strokes, then 横竖撇点折 stroke by stroke. A character without data is
 * placed by hand; nothing is guessed.
 */

const data: Readonly<Record<string, string>> = order.dict.orders;

/** Classes of the library's stroke letters by GF 2001: 提 counts as 横, 竖钩 as 竖, 捺 as 点. */
const CLASSES: Readonly<Record<string, string>> = {
  j: '1',
  i: '1',
  f: '2',
  g: '2',
  s: '3',
  k: '4',
  d: '4',
  l: '4',
};

const strokesOf = (character: string): string | null => {
  const letters = Object.hasOwn(data, character) ? data[character] : undefined;
  return letters === undefined ? null : Array.from(letters, (l) => CLASSES[l] ?? '5').join('');
};

/** Strokes of one character, or null where there is no data. */
export const strokeCount = (character: string): number | null =>
  strokesOf(character)?.length ?? null;

/** Negative, 0 or positive as for sorting, or `by hand` where a needed character has no data. */
export function compareBySurnameStrokes(left: string, right: string): number | 'by hand' {
  const a = Array.from(tidyName(left));
  const b = Array.from(tidyName(right));
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    if (a[i] === b[i]) {
      // Of one surname, single given names come first (单名在前).
      if (i === 0 && a.length !== b.length) return a.length - b.length;
      continue;
    }
    const one = strokesOf(a[i] ?? '');
    const two = strokesOf(b[i] ?? '');
    if (one === null || two === null) return 'by hand';
    if (one.length !== two.length) return one.length - two.length;
    if (one !== two) return one < two ? -1 : 1;
  }
  return a.length - b.length;
}

/** Sorted as far as the data goes; names with a character without data come apart, as they were. */
export function sortBySurnameStrokes<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
): { readonly sorted: T[]; readonly byHand: T[] } {
  const known = (item: T): boolean =>
    Array.from(tidyName(nameOf(item))).every((character) => strokesOf(character) !== null);
  const sorted = items.filter(known).toSorted((a, b) => {
    const order = compareBySurnameStrokes(nameOf(a), nameOf(b));
    return order === 'by hand' ? 0 : order;
  });
  return { sorted, byHand: items.filter((item) => !known(item)) };
}
