import { tidyName } from '#kernel/text';
import { linesOf, LONGEST_NAME, NO, optionsAt, writeInsOf, YES, type Form } from './form.ts';

/** One line's mark: an option's number, several, words, or nothing. */
export type Pick = number | readonly number[] | string | null;

/** What one paper says, in the order of the form. It never carries who, when or where. */
export interface Marks {
  readonly picks: readonly Pick[];
  /** Names written in. */
  readonly writeIns: readonly string[];
  /** 废票 by the voter's own will, or torn, unreadable, signed. */
  readonly spoiled: boolean;
}

export const blankMarks = (form: Form): Marks => ({
  picks: Array.from({ length: linesOf(form) }, () => null),
  writeIns: [],
  spoiled: false,
});

const isEmpty = (pick: Pick): boolean =>
  pick === null || pick === '' || (Array.isArray(pick) && pick.length === 0);

/** Nothing at all was marked. */
export const isBlank = (marks: Marks): boolean =>
  marks.picks.every(isEmpty) && marks.writeIns.length === 0;

function pickAt(form: Form, line: number, given: Pick | undefined): Pick | undefined {
  if (given === undefined || given === null) return null;
  const options = optionsAt(form, line);
  const fits = (option: number): boolean =>
    Number.isInteger(option) && option >= 0 && option < options.length;
  if (form.kind !== 'survey') return typeof given === 'number' && fits(given) ? given : undefined;
  const question = form.questions[line];
  if (question?.kind === 'text') {
    if (typeof given !== 'string') return undefined;
    // Longer words are cut where the paper ends; the size of a stored paper must not depend on them.
    return Array.from(given.trim()).slice(0, question.longest).join('') || null;
  }
  if (question?.kind === 'many') {
    const list = typeof given === 'number' ? [given] : given;
    if (!Array.isArray(list)) return undefined;
    const chosen = list as readonly number[];
    return chosen.every(fits) ? [...new Set(chosen)].toSorted((a, b) => a - b) : undefined;
  }
  return typeof given === 'number' && fits(given) ? given : undefined;
}

/** Answers to questions whose condition was not met are dropped. */
function answered(form: Form, picks: readonly Pick[]): readonly Pick[] {
  if (form.kind !== 'survey') return picks;
  const kept: Pick[] = [];
  for (const [line, question] of form.questions.entries()) {
    const { when } = question;
    const at =
      when === undefined ? -1 : form.questions.findIndex(({ key }) => key === when.question);
    const before = kept[at] ?? null;
    const asked =
      when === undefined ||
      before === when.option ||
      (Array.isArray(before) && (before as readonly number[]).includes(when.option));
    kept.push(asked ? (picks[line] ?? null) : null);
  }
  return kept;
}

/**
 * A paper as given (typed in, posted by a form) in its one proper shape: lists sorted, names tidied, words
 * cut to their place. Null where it does not fit the form at all.
 */
export function readMarks(form: Form, given: Marks): Marks | null {
  if (given.picks.length > linesOf(form)) return null;
  const picks = Array.from({ length: linesOf(form) }, (_, line) =>
    pickAt(form, line, given.picks[line]),
  );
  if (picks.includes(undefined)) return null;
  const names = given.writeIns
    .map((name) => Array.from(tidyName(name)).slice(0, LONGEST_NAME).join(''))
    .filter((name) => name !== '');
  if (names.length > writeInsOf(form)) return null;
  return {
    picks: answered(form, picks as Pick[]),
    writeIns: [...new Set(names)].toSorted(),
    spoiled: given.spoiled,
  };
}

export type Invalid = 'spoiled' | 'too_many' | 'too_few' | 'blank';

export interface Judged {
  /** Null for a valid paper. */
  readonly invalid: Invalid | null;
  readonly blank: boolean;
  /** Names written in that count. */
  readonly writeIns: readonly string[];
  /** Names written in that do not: of candidates, or more than 不赞成 marks. */
  readonly ignored: readonly string[];
}

const chosenIn = (marks: Marks): number => marks.picks.filter((pick) => pick === YES).length;

/**
 * Whether a paper counts (EL20: choices up to the seats are valid, more are void). Who does not approve may
 * write in another; who abstains may not, so names beyond the 不赞成 marks do not count. An unmarked paper
 * is a paper of abstentions where one approves or decides, and invalid where one chooses, grades or answers.
 */
export function judge(form: Form, marks: Marks): Judged {
  const blank = isBlank(marks);
  const known = new Set(form.kind === 'survey' ? [] : form.entries.map(({ name }) => name));
  const others = marks.writeIns.filter((name) => !known.has(name));
  const noes = marks.picks.filter((pick) => pick === NO).length;
  const counts = form.kind === 'approve' ? others.length <= noes : true;
  const writeIns = counts ? others : [];
  const base = {
    blank,
    writeIns,
    ignored: marks.writeIns.filter((name) => !writeIns.includes(name)),
  };
  const invalid = (): Invalid | null => {
    if (marks.spoiled) return 'spoiled';
    const chosen = chosenIn(marks) + others.length;
    switch (form.kind) {
      case 'approve':
        return chosen > form.seats ? 'too_many' : null;
      case 'choose':
        if (blank) return 'blank';
        return chosen > form.most ? 'too_many' : chosen < form.least ? 'too_few' : null;
      case 'decide':
        return null;
      case 'grade':
      case 'survey':
        return blank ? 'blank' : null;
    }
  };
  return { ...base, invalid: invalid() };
}

export const INVALID_WORDS: Readonly<Record<Invalid, string>> = {
  spoiled: '声明作废或无法辨认',
  too_many: '多于应选名额',
  too_few: '少于应选名额',
  blank: '空白',
};
