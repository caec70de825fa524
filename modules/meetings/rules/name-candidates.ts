export interface ListedName {
  readonly personId: string;
  readonly name: string;
}

export type CandidateWhy = 'namesake' | 'sounds_alike' | 'one_character' | 'nickname';

export interface Candidate {
  readonly personId: string;
  readonly why: CandidateWhy;
}

/** Suffixes of address; a bare name goes before them. */
export const TITLES = /(同志|书记|副书记|委员|组长|主任|局长|科长|老师|师傅)$/u;

const ORDER: readonly CandidateWhy[] = ['namesake', 'sounds_alike', 'one_character', 'nickname'];

/** Whether the longer name is the shorter one with one character more. */
const oneLonger = (short: string, long: string): boolean =>
  short.length >= 2 &&
  long.length === short.length + 1 &&
  [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);

function whyOf(
  text: string,
  name: string,
  soundOf?: (name: string) => string,
): CandidateWhy | null {
  const sound = soundOf?.(text) ?? '';
  if (sound !== '' && soundOf?.(name) === sound) return 'sounds_alike';
  const others = [...name].filter((character, i) => character !== text[i]).length;
  if (name.length === text.length && name.length >= 2 && others === 1) return 'one_character';
  // 丽娜 of 李丽娜 is a given name, 王明 of 王小明 a slip.
  if (oneLonger(text, name)) return name.endsWith(text) ? 'nickname' : 'one_character';
  if (oneLonger(name, text)) return 'one_character';
  const bare = text
    .replace(/^[老小阿]/u, '')
    .replace(TITLES, '')
    .replace(/[总局哥姐叔姨]$/u, '');
  // 老王, 王书记: the family name; 丽娜: the given name.
  const nick = bare !== '' && (name.endsWith(bare) || (bare !== text && name.startsWith(bare)));
  return nick ? 'nickname' : null;
}

/**
 * Who may be meant by a name that is not on the roll, likeliest first, at most five. `soundOf` gives the
 * sound of a name without tones (pinyin), where the caller has it.
 */
export function candidatesFor(
  text: string,
  roll: readonly ListedName[],
  soundOf?: (name: string) => string,
): Candidate[] {
  return roll
    .flatMap(({ personId, name }): Candidate[] => {
      const why = whyOf(text, name, soundOf);
      return why === null ? [] : [{ personId, why }];
    })
    .toSorted((a, b) => ORDER.indexOf(a.why) - ORDER.indexOf(b.why))
    .slice(0, 5);
}
