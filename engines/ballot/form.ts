/** What a ballot asks. Plain data: it survives JSON and is never changed once a round is open. */
export interface Entry {
  /** Stable within the form, at most 40 characters. */
  readonly key: string;
  /** A candidate's name, or a matter in words. */
  readonly name: string;
  /** Beside the name on the paper: post, unit, sex. */
  readonly note?: string | undefined;
}

export type Question = {
  readonly key: string;
  readonly text: string;
  /** Asked only of those who chose this option of an earlier question. */
  readonly when?: { readonly question: string; readonly option: number };
} & (
  | { readonly kind: 'one'; readonly options: readonly string[] }
  | {
      readonly kind: 'many';
      readonly options: readonly string[];
      readonly most?: number | undefined;
    }
  | { readonly kind: 'text'; readonly longest: number }
);

/**
 * approve: 赞成/不赞成/弃权 per name, at most `seats` approvals, up to `writeIns` other names (elections).
 * choose: tick at least `least` and at most `most` names (推荐, 预选). decide: yes, no or abstain for each
 * matter or person alone. grade: one of `grades` for each name. survey: questions.
 */
export type Form =
  | {
      readonly kind: 'approve';
      readonly entries: readonly Entry[];
      readonly seats: number;
      readonly writeIns: number;
    }
  | {
      readonly kind: 'choose';
      readonly entries: readonly Entry[];
      readonly most: number;
      readonly least: number;
      readonly writeIns: number;
    }
  | { readonly kind: 'decide'; readonly entries: readonly Entry[] }
  | {
      readonly kind: 'grade';
      readonly entries: readonly Entry[];
      readonly grades: readonly string[];
    }
  | { readonly kind: 'survey'; readonly questions: readonly Question[] };

export type FormKind = Form['kind'];

export const YES = 0;
export const NO = 1;
export const ABSTAIN = 2;
/** Order of the columns on every paper. */
export const STANDS = ['赞成', '不赞成', '弃权'] as const;
/** Characters of a name written in. */
export const LONGEST_NAME = 20;

/** How many lines of a paper can be marked. */
export const linesOf = (form: Form): number =>
  form.kind === 'survey' ? form.questions.length : form.entries.length;

export const writeInsOf = (form: Form): number =>
  form.kind === 'approve' || form.kind === 'choose' ? form.writeIns : 0;

/** The words to choose from at one line; empty where words are written freely. */
export function optionsAt(form: Form, line: number): readonly string[] {
  switch (form.kind) {
    case 'approve':
    case 'decide':
      return STANDS;
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

/** The line's words: a name, a matter, a question. */
export const lineText = (form: Form, line: number): string =>
  (form.kind === 'survey' ? form.questions[line]?.text : form.entries[line]?.name) ?? '';

/** What is wrong with a form before anybody sees it; null where it can be used. */
export function faultOf(form: Form): FormFault | null {
  const lines = form.kind === 'survey' ? form.questions : form.entries;
  if (lines.length === 0) return 'empty';
  if (new Set(lines.map(({ key }) => key)).size < lines.length) return 'same_key';
  const words = lines.map((line) => ('name' in line ? line.name : line.text).trim());
  if (words.some((word) => word === '')) return 'empty';
  if (new Set(words).size < words.length) return 'same_name';
  if (form.kind === 'approve' && form.seats < 1) return 'seats';
  if (form.kind === 'choose' && (form.most < 1 || form.least > form.most)) return 'seats';
  if (form.kind === 'grade' && form.grades.length < 2) return 'options';
  if (form.kind === 'survey') return surveyFault(form.questions);
  return null;
}

export type FormFault = 'empty' | 'same_key' | 'same_name' | 'seats' | 'options' | 'condition';

function surveyFault(questions: readonly Question[]): FormFault | null {
  for (const [at, question] of questions.entries()) {
    if (question.kind !== 'text' && question.options.length < 2) return 'options';
    if (question.when === undefined) continue;
    const { when } = question;
    const asked = questions.slice(0, at).find(({ key }) => key === when.question);
    if (asked === undefined || asked.kind === 'text') return 'condition';
    if (asked.options[when.option] === undefined) return 'condition';
  }
  return null;
}
