import { linesOf, LONGEST_NAME, writeInsOf, type Form } from './form.ts';
import type { Marks, Pick } from './marks.ts';

/** Bytes of UTF-8 that JSON may take for one character (a lone surrogate or control is `\uXXXX`). */
const WIDEST = 6;

/**
 * Bytes that every paper of a form takes in the box, whatever is marked on it: a longer text must not show
 * what somebody marked, or that they marked much.
 */
export function paperSize(form: Form): number {
  let size = 16 + writeInsOf(form) * (LONGEST_NAME * WIDEST + 3);
  if (form.kind === 'survey') {
    for (const question of form.questions) {
      size +=
        question.kind === 'text'
          ? question.longest * WIDEST * 2 + 3
          : question.kind === 'many'
            ? question.options.length * 3 + 3
            : 5;
    }
  } else size += linesOf(form) * 5;
  return Math.ceil(size / 32) * 32;
}

/** One paper as text; two equal papers are the same text. */
export const paperText = (marks: Marks): string =>
  JSON.stringify([marks.picks, marks.writeIns, marks.spoiled ? 1 : 0]);

/** Back from `paperText`; throws where it is no paper. */
export function paperOf(text: string): Marks {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed) || parsed.length !== 3) throw new Error('no paper');
  const [picks, writeIns, spoiled] = parsed as [Pick[], string[], number];
  return { picks, writeIns, spoiled: spoiled === 1 };
}

/** A paper in its bytes, filled up with blanks to `size`. */
export function padded(marks: Marks, size: number): Uint8Array {
  const bytes = new TextEncoder().encode(paperText(marks));
  if (bytes.length > size) throw new RangeError(`a paper of ${bytes.length} bytes in ${size}`);
  return new Uint8Array(size).fill(0x20).map((blank, at) => bytes[at] ?? blank);
}

/** The text in a padded paper. */
export const unpadded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).trimEnd();
