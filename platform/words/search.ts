import { tidyName } from '#kernel/text';
import { unitsOf, type Unit } from './readings.ts';

/** More readings of one name than this are not indexed; a name with three such characters is rare. */
const MOST_SPELLINGS = 8;

function spellings(units: readonly Unit[]): string[][] {
  let all: string[][] = [[]];
  for (const unit of units) {
    all = all.flatMap((head) => unit.readings.map((reading) => [...head, reading]));
    if (all.length > MOST_SPELLINGS) all = all.slice(0, MOST_SPELLINGS);
  }
  return all;
}

const tails = (parts: readonly string[]): string[] => parts.map((_, i) => parts.slice(i).join(''));

/**
 * What a name is found by: itself and what follows each character (王小明, 小明, 明), the same in
 * pinyin without tones (wangxiaoming, xiaoming, ming) and in initials (wxm, xm). A search is a range
 * of prefixes over these tokens, compared byte by byte (`collate "C"`). Lower case, sorted, distinct.
 */
export function searchTokens(name: string): string[] {
  const units = unitsOf(name);
  const tokens = new Set(tails(units.map((unit) => unit.text)));
  for (const spelling of spellings(units)) {
    for (const token of tails(spelling)) tokens.add(token);
    const initials = spelling.map((reading) => Array.from(reading)[0] ?? '');
    for (const token of tails(initials)) if (token.length > 1) tokens.add(token);
  }
  tokens.delete('');
  return [...tokens].toSorted();
}

/** A typed query in the form of the tokens; '' where nothing can be searched for. */
export const normaliseQuery = (query: string): string =>
  tidyName(query)
    .toLowerCase()
    .replace(/[\s·'’-]+/gu, '')
    .replaceAll('ü', 'v');
