import type { BallotForm, Threshold } from './queries.ts';

export type Kind = BallotForm['kind'];

/** One name a line; what follows a blank is printed small beside it: `王建国 组织委员`. */
export function entriesOf(text: string): { key: string; name: string; note?: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, at) => {
      const [, name = line, note] = /^(\S+)\s+(.+)$/.exec(line) ?? [];
      return { key: `n${at + 1}`, name, ...(note === undefined ? {} : { note }) };
    });
}

/** Matters are whole lines. */
export const mattersOf = (text: string): { key: string; name: string }[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((name, at) => ({ key: `m${at + 1}`, name }));

type Question = Extract<BallotForm, { kind: 'survey' }>['questions'][number];

const stripped = (line: string): string =>
  line.replace(/^\s*(?:\d+[.、．)）]|[A-Za-z][.、．)）])\s*/u, '').trim();

/**
 * Questions as plain lines: blocks apart by an empty line, first the question, then its options. Without
 * options words are asked for; `（多选）` or `（多选，至多2项）` behind the question lets choose several.
 */
export function questionsOf(text: string): Question[] {
  const blocks = text
    .split(/\n\s*\n/u)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0);
  return blocks.map(([head = '', ...options], at): Question => {
    const several = /[（(]多选(?:[，,]?\s*至多(\d+)项)?[）)]\s*$/u.exec(head);
    const asked = stripped(several === null ? head : head.slice(0, several.index));
    const common = { key: `q${at + 1}`, text: asked };
    if (options.length === 0) return { ...common, kind: 'text', longest: 200 };
    const words = options.map(stripped);
    return several === null
      ? { ...common, kind: 'one', options: words }
      : {
          ...common,
          kind: 'many',
          options: words,
          ...(several[1] === undefined ? {} : { most: Number(several[1]) }),
        };
  });
}

/** The majorities in use; null only counts. */
export const THRESHOLDS: Readonly<Record<string, { label: string; value: Threshold | null }>> = {
  present: {
    label: '超过实到会人数的半数（选举）',
    value: { of: 'present', over: [1, 2], inclusive: false },
  },
  entitled: {
    label: '超过应到会人数的半数（接收党员等表决）',
    value: { of: 'entitled', over: [1, 2], inclusive: false },
  },
  thirds: {
    label: '实到会人数的三分之二以上',
    value: { of: 'present', over: [2, 3], inclusive: true },
  },
  none: { label: '只计票，不定通过与否', value: null },
};

export interface Asked {
  readonly kind: Kind;
  readonly lines: string;
  readonly seats?: number;
  readonly least?: number;
  readonly writeIns?: number;
  readonly grades?: string;
}

/** The form as typed into the drawer. */
export function formOf(asked: Asked): BallotForm {
  const { kind, lines, seats = 1, least = 0, writeIns = 0 } = asked;
  switch (kind) {
    case 'approve':
      return { kind, entries: entriesOf(lines), seats, writeIns };
    case 'choose':
      return { kind, entries: entriesOf(lines), most: seats, least, writeIns };
    case 'decide':
      return { kind, entries: mattersOf(lines) };
    case 'grade':
      return {
        kind,
        entries: entriesOf(lines),
        grades: (asked.grades ?? '').split(/[\s、，,]+/u).filter((grade) => grade !== ''),
      };
    case 'survey':
      return { kind, questions: questionsOf(lines) };
  }
}

/** What the lines of a paper are called. */
export const linesOfForm = (form: BallotForm): readonly string[] =>
  form.kind === 'survey'
    ? form.questions.map(({ text }) => text)
    : form.entries.map(({ name }) => name);

/** Words to choose from at one line; empty where words are written freely. */
export function optionsOfForm(form: BallotForm, line: number): readonly string[] {
  switch (form.kind) {
    case 'approve':
    case 'decide':
      return ['赞成', '不赞成', '弃权'];
    case 'choose':
      return ['同意'];
    case 'grade':
      return form.grades;
    case 'survey': {
      const question = form.questions[line];
      return question === undefined || question.kind === 'text' ? [] : question.options;
    }
  }
}
