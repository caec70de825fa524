import type { ReactNode } from 'react';
import { optionsOfForm } from './form-words.ts';
import type { BallotForm } from './queries.ts';

/** What stands on the paper. */
export function FormView({ form }: { form: BallotForm }): ReactNode {
  if (form.kind === 'survey')
    return (
      <ol>
        {form.questions.map((question, at) => (
          <li key={question.key}>
            {question.text}
            {question.kind === 'many' ? '（多选）' : ''}
            <span className="muted"> {optionsOfForm(form, at).join(' · ')}</span>
          </li>
        ))}
      </ol>
    );
  return (
    <>
      <p className="muted">
        {form.kind === 'approve'
          ? `应选${form.seats}人，${form.writeIns > 0 ? `可另选他人${form.writeIns}名` : '不设另选'}`
          : form.kind === 'choose'
            ? `最多选${form.most}人${form.least > 0 ? `，至少${form.least}人` : ''}`
            : optionsOfForm(form, 0).join(' · ')}
      </p>
      <ol>
        {form.entries.map((entry) => (
          <li key={entry.key}>
            {entry.name} <span className="muted">{entry.note}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
