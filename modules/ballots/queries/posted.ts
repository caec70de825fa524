import { linesOf, readMarks, writeInsOf, type Form, type Marks } from '#engines/ballot';

/** What a booth's form may send: names and values as typed. */
export type Posted = ReadonlyMap<string, readonly string[]>;

const numberOf = (value: string): number => (/^\d{1,2}$/.test(value) ? Number(value) : -1);

/**
 * The marks in a posted form: `p<line>` once or several times, `w<n>` names written in, `spoil`. Null where
 * they do not fit the form.
 */
export function marksOf(form: Form, posted: Posted): Marks | null {
  const picks = Array.from({ length: linesOf(form) }, (_, line) => {
    const given = posted.get(`p${line}`) ?? [];
    const question = form.kind === 'survey' ? form.questions[line] : undefined;
    if (question?.kind === 'text') return given[0]?.replaceAll('\r\n', '\n') ?? null;
    if (question?.kind === 'many') return given.map(numberOf);
    return given[0] === undefined ? null : numberOf(given[0]);
  });
  const writeIns = Array.from(
    { length: writeInsOf(form) },
    (_, at) => posted.get(`w${at}`)?.[0] ?? '',
  );
  return readMarks(form, { picks, writeIns, spoiled: posted.has('spoil') });
}
