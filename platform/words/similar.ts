import { tidyName } from '#kernel/text';
import { normaliseQuery } from './search.ts';
import { unitsOf } from './readings.ts';

/** Why a written name may mean a person; only `same` is certain, the rest is shown for confirmation. */
export type Likeness =
  | 'same'
  | 'same_sound'
  | 'pinyin'
  | 'swapped'
  | 'one_character'
  | 'given_name'
  | 'near_sound'
  | 'given_sound'
  | 'nickname'
  | 'surname';

/** 1 is certain, 0 nothing in common. */
const SCORE: Readonly<Record<Likeness, number>> = {
  same: 1,
  same_sound: 0.9,
  pinyin: 0.85,
  given_name: 0.8,
  swapped: 0.8,
  one_character: 0.75,
  given_sound: 0.7,
  near_sound: 0.65,
  nickname: 0.5,
  surname: 0.4,
};

/** Insertions, deletions, replacements and swaps of neighbours between two texts, by character. */
export function nameDistance(left: string, right: string): number {
  const a = Array.from(left);
  const b = Array.from(right);
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}

/** Sounds that speakers of many dialects do not tell apart. */
const blurred = (sound: string): string =>
  sound
    .replace(/^(z|c|s)h/, '$1')
    .replace(/^[ln]/, 'l')
    .replace(/^hu(?=[aeo])|^f/, 'h')
    .replace(/ng$/, 'n');

const soundsOf = (name: string): string[] => unitsOf(name).map((unit) => unit.readings[0] ?? '');

const COMPOUND =
  /^(?:欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|令狐|长孙|慕容|司徒|端木|百里|南宫|独孤|轩辕|澹台|宇文|闻人|申屠|太史|呼延|万俟|鲜于|第五)/;

function split(name: string): { readonly surname: string; readonly given: string } {
  const dot = name.indexOf('·');
  if (dot > 0) return { surname: name.slice(dot + 1), given: name.slice(0, dot) };
  const length = COMPOUND.test(name) && name.length > 2 ? 2 : 1;
  return { surname: name.slice(0, length), given: name.slice(length) };
}

const BEFORE = /^[小老阿大](?=.)/u;
const AFTER =
  /(?<=.)(?:书记|副书记|主任|委员|组长|同志|老师|局长|科长|处长|校长|经理|师傅|医生|哥|姐|弟|妹|叔|姨|婶|爷|奶|嫂|总|工|局|处|科|队)$/u;

/** What is left of 明哥, 老王, 王书记 without the form of address, or null where there is none. */
function addressed(written: string): string | null {
  const bare = written.replace(AFTER, '');
  if (bare !== written) return bare;
  return written.length === 2 && BEFORE.test(written) ? written.slice(1) : null;
}

function likeness(written: string, name: string): Likeness | null {
  if (written === name) return 'same';
  const plain = normaliseQuery(written);
  if (plain === normaliseQuery(name)) return 'same';
  const sounds = soundsOf(name);
  if (/^[a-z]+$/.test(plain)) {
    const initials = sounds.map((s) => s[0]).join('');
    return plain === sounds.join('') || (plain.length > 1 && plain === initials) ? 'pinyin' : null;
  }
  const { surname, given } = split(name);
  const heard = soundsOf(written);
  if (heard.join(' ') === sounds.join(' ')) return 'same_sound';
  if (given.length > 1 && written === given) return 'given_name';
  const distance = nameDistance(written, name);
  const letters = (text: string): string => Array.from(text).toSorted().join('');
  if (distance === 1 && name.length > 2) {
    return letters(written) === letters(name) ? 'swapped' : 'one_character';
  }
  if (given.length > 1 && heard.join(' ') === soundsOf(given).join(' ')) return 'given_sound';
  if (
    heard.length === sounds.length &&
    heard.map(blurred).join(' ') === sounds.map(blurred).join(' ')
  ) {
    return 'near_sound';
  }
  const core = addressed(written);
  if (core === null || core === '') return null;
  if (core === name || core === given || given.endsWith(core)) return 'nickname';
  return core === surname ? 'surname' : null;
}

export interface Candidate {
  /** Index in the names given. */
  readonly index: number;
  readonly score: number;
  readonly likeness: Likeness;
}

/**
 * Whom a name on a sign-up list may mean, likeliest first: typing errors, other characters of the
 * same sound, given names (小明), pinyin, forms of address (明哥, 王书记). Empty where nobody fits.
 * Two equal names both come back as `same`: only a person can tell them apart.
 */
export function similarNames(written: string, names: readonly string[]): Candidate[] {
  const tidy = tidyName(written);
  if (tidy === '') return [];
  return names
    .flatMap((name, index) => {
      const found = likeness(tidy, tidyName(name));
      return found === null ? [] : [{ index, score: SCORE[found], likeness: found }];
    })
    .toSorted((a, b) => b.score - a.score || a.index - b.index);
}
