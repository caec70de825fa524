import { tidyName } from '#kernel/text';
import { candidatesFor, TITLES, type Candidate, type ListedName } from './name-candidates.ts';

export type ListState = 'present' | 'leave' | 'absent';

/** What a list says of one person. `line`: from 1. */
export interface NameMark {
  readonly personId: string;
  readonly presence: ListState;
  readonly reason: string;
  readonly line: number;
}

/** A name not on the roll, with who may be meant; shown for confirmation, never taken. */
export interface OpenName {
  readonly text: string;
  readonly presence: ListState;
  readonly reason: string;
  readonly line: number;
  readonly candidates: readonly Candidate[];
}

export interface NameListResult {
  readonly marks: readonly NameMark[];
  readonly open: readonly OpenName[];
  /** On the roll, not in the list. */
  readonly missing: readonly string[];
  /** People brought along (`+1`): guests to be named. */
  readonly extra: number;
}

export interface NameListOptions {
  /** State of a name with no word beside it: `absent` for a list of absentees. */
  readonly bare: ListState;
  /** Sound of a name without tones, where the caller has it: finds names mistyped by sound. */
  readonly soundOf?: (name: string) => string;
}

const LEAVE =
  /(缺席请假|请假|请个假|事假|病假|公假|休假|年假|产假|来不了|不能参加|无法参加|参加不了|不参加)/u;
const ABSENT = /(缺席|未到|没到|未参加|旷会)/u;
const PRESENT =
  /^(已?到|到会|已?参加|实到|出席|收到|报名|签到|已签|准时参加|准时到会|能参加|参会|[√✓✔])$/u;
const LABEL =
  /^(请假|事假|病假|缺席|未到|未参加|实到|到会|参加|出席|参会|签到|已到)(人员|名单|同志|党员|情况)*(\d+[人名])?$/u;
const NOISE =
  /^(#?接龙|群接龙|收到|好的|谢谢|\d+|[\p{P}\p{S}]+|共?\d+[人名]|.*(大会|党日|会议|党课|通知|报名|名单|时间|地点))$/u;

const stateOf = (text: string): ListState | null =>
  LEAVE.test(text)
    ? 'leave'
    : ABSENT.test(text)
      ? 'absent'
      : PRESENT.test(text) || /^(实到|到会|参加|出席|参会|签到|已到)/u.test(text)
        ? 'present'
        : null;

const isNameLike = (text: string): boolean =>
  /^\p{Script=Han}{2,4}$/u.test(text) || /^\p{Script=Han}{2,}·\p{Script=Han}{2,}$/u.test(text);

/** Numbers, bullets, emojis, mentions and times of a chat line off; blanks inside two-character names closed. */
const cleanLine = (line: string): string =>
  line
    .normalize('NFKC')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D}|\u{20E3}/gu, ' ')
    .replace(/^\s*[([]?\d{1,3}\s*[)\].、:]\s*/u, '')
    .replace(/^\s*\d{1,3}\s*(?=\p{Script=Han})/u, '')
    .replace(/^[\s*·•\-–—@]+/u, '')
    .replace(/\d{1,2}:\d{2}(:\d{2})?/gu, ' ')
    .replace(/(^|[、,;|\s])(\p{Script=Han})\s+(\p{Script=Han})(?=$|[、,;|\s(])/gu, '$1$2$3');

interface Piece {
  readonly text: string;
  readonly bracketed: boolean;
  /** Stands after a mark that lists: 、 or ;. */
  readonly listed: boolean;
}

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let listed = false;
  for (const [token] of line.matchAll(/[\s、,;|/()[\]。.!~:"“”]|[^\s、,;|/()[\]。.!~:"“”]+/gu)) {
    if (token === '(' || token === '[') depth += 1;
    else if (token === ')' || token === ']') depth = Math.max(0, depth - 1);
    else if (/^[、;|/]$/u.test(token)) listed = true;
    else if (!/^[\s,。.!~:"“”]$/u.test(token)) {
      pieces.push({ text: token, bracketed: depth > 0, listed });
      listed = false;
    }
  }
  return pieces;
}

interface Said {
  readonly text: string;
  readonly line: number;
  state: ListState | null;
  reason: string;
}

/** Longest name of the roll that a piece begins with, and what follows it. */
function splitName(
  piece: string,
  names: ReadonlySet<string>,
): { name: string; rest: string } | null {
  for (let length = Math.min(piece.length, 20); length >= 2; length -= 1) {
    const name = piece.slice(0, length);
    if (names.has(name)) return { name, rest: piece.slice(length).replace(TITLES, '') };
  }
  return null;
}

/** 周杰, 周杰同志, 周杰请假: a name that may be somebody's, and what follows it. */
function splitStranger(piece: string): { name: string; rest: string } | null {
  if (NOISE.test(piece)) return null;
  const at = piece.search(LEAVE);
  const name = at > 0 ? piece.slice(0, at) : piece;
  return isNameLike(name.replace(TITLES, ''))
    ? { name, rest: at > 0 ? piece.slice(at) : '' }
    : null;
}

const addReason = (said: Said, words: string): void => {
  said.reason = `${said.reason} ${words}`.trim();
};

/** Takes the words of one line; `inherited` is the state a label or heading gives to every name in it. */
function readLine(
  pieces: readonly Piece[],
  line: number,
  inherited: ListState | null,
  names: ReadonlySet<string>,
): Said[] {
  const found: Said[] = [];
  for (const { text, bracketed, listed } of pieces) {
    // 1.李华 2.赵六 on one line.
    if (/^\d+$/.test(text)) continue;
    const last = found.at(-1);
    const own = splitName(tidyName(text), names);
    const state = own === null ? stateOf(text) : null;
    const startsAt = text.search(LEAVE);
    if (own === null && last !== undefined && state !== null && (startsAt <= 0 || bracketed)) {
      last.state = state;
      if (state !== 'present')
        addReason(last, text.replace(LEAVE, '').replace(ABSENT, '').replace(/^因/u, ''));
      continue;
    }
    // After a leave: words are its reason unless a list goes on with the next name.
    const isReason =
      own === null &&
      last?.state === 'leave' &&
      (bracketed || !(listed || inherited !== null) || !isNameLike(text));
    if (isReason && last !== undefined) {
      addReason(last, text);
      continue;
    }
    const person = own ?? splitStranger(text);
    if (person === null || (own === null && bracketed)) continue;
    const rest = stateOf(person.rest);
    const said: Said = { text: person.name, line, state: rest ?? inherited, reason: '' };
    if (rest === 'leave') addReason(said, person.rest.replace(LEAVE, ''));
    found.push(said);
  }
  return found;
}

/**
 * A pasted list of names or a sign-up list of a chat (接龙): numbers, emojis, `+1`, titles, blanks in names,
 * several names to a line, `李华（请假，出差）`, `请假：张三、李四`, a heading 请假 with names below. The
 * last word on a person counts. Names not on the roll are opened with candidates; nothing is guessed.
 */
export function readNameList(
  text: string,
  roll: readonly ListedName[],
  options: NameListOptions,
): NameListResult {
  const names = new Set(roll.map((entry) => tidyName(entry.name)));
  const found: Said[] = [];
  let heading: ListState | null = null;
  let extra = 0;
  for (const [index, raw] of text.split(/\r?\n/u).entries()) {
    const line = cleanLine(raw);
    extra += [...line.matchAll(/\+\s*(\d)/gu)].reduce((sum, match) => sum + Number(match[1]), 0);
    const pieces = piecesOf(line.replace(/\+\s*\d/gu, ' '));
    const [first] = pieces;
    const label = first !== undefined && LABEL.test(first.text) ? stateOf(first.text) : null;
    // A label alone on its line heads the lines below; in a chat a bare 参加 heads nothing.
    if (label !== null && pieces.length === 1 && (/:\s*$/u.test(line) || LEAVE.test(line)))
      heading = label;
    const rest = label === null ? pieces : pieces.slice(1);
    found.push(...readLine(rest, index + 1, label ?? heading, names));
  }
  return settle(found, roll, options, extra);
}

function settle(
  found: readonly Said[],
  roll: readonly ListedName[],
  options: NameListOptions,
  extra: number,
): NameListResult {
  const byName = Map.groupBy(roll, (entry) => tidyName(entry.name));
  const marks = new Map<string, NameMark>();
  const open: OpenName[] = [];
  for (const { text, state, reason, line } of found) {
    const presence = state ?? options.bare;
    const kept = { presence, reason: presence === 'leave' ? reason : '', line };
    const people = byName.get(text) ?? [];
    const [only] = people;
    if (only !== undefined && people.length === 1)
      marks.set(only.personId, { personId: only.personId, ...kept });
    else if (people.length > 1) {
      open.push({
        text,
        ...kept,
        candidates: people.map(({ personId }) => ({ personId, why: 'namesake' })),
      });
    } else open.push({ text, ...kept, candidates: candidatesFor(text, roll, options.soundOf) });
  }
  return {
    marks: [...marks.values()],
    open,
    missing: roll.filter((entry) => !marks.has(entry.personId)).map((entry) => entry.personId),
    extra,
  };
}
