import { Checkbox, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import type { Ballot, BallotForm, Round } from './queries.ts';

interface Values {
  readonly keys: readonly string[];
  readonly seats?: number;
}

/** The form of the next round: the same again, or those tied or not elected for the seats left. */
export function NextDrawer({
  ballot,
  round,
  why,
  onClose,
  onSaved,
}: {
  ballot: Ballot;
  round: Round;
  why: 'again' | 'runoff';
  onClose: () => void;
  onSaved: () => void;
}): ReactNode {
  const { form } = round;
  const found = round.result?.outcome ?? null;
  const entries = form.kind === 'survey' ? [] : form.entries;
  const tied = new Set(found?.tied?.keys);
  const elected = new Set(found?.elected);
  const seats = why === 'runoff' ? (found?.tied?.seats ?? found?.short ?? 1) : null;
  // Whoever was written in and tied stands with the others now.
  const strangers = (found?.lines ?? [])
    .filter((line) => line.key.startsWith('+') && tied.has(line.key))
    .map((line, at) => ({ key: `w${at + 1}`, name: line.name, was: line.key }));
  const choices = [
    ...entries.filter(({ key }) => !elected.has(key)).map((one) => ({ ...one, was: one.key })),
    ...strangers,
  ];
  const chosen = (keys: readonly string[]) =>
    choices.filter(({ was }) => keys.includes(was)).map(({ was: _was, ...entry }) => entry);
  const formOf = (values: Values): BallotForm => {
    if (why === 'again' || form.kind === 'survey') return form;
    const next = { ...form, entries: chosen(values.keys) };
    if (next.kind === 'approve') return { ...next, seats: values.seats ?? 1 };
    return next.kind === 'choose' ? { ...next, most: values.seats ?? 1 } : next;
  };
  return (
    <FormDrawer<Values, unknown>
      title={why === 'again' ? '重新投票' : '再次投票'}
      open
      onClose={onClose}
      onSaved={onSaved}
      initial={{
        keys: choices.map(({ was }) => was).filter((key) => tied.size === 0 || tied.has(key)),
        ...(seats === null ? {} : { seats }),
      }}
      lead="名册带到下一轮，票重新发，票码条重新印。"
      save={(values, commandId) =>
        api.ballots.nextRound({
          ballotId: ballot.ballotId,
          basedOn: ballot.version,
          why,
          form: formOf(values),
          threshold: round.threshold,
          commandId,
        })
      }
    >
      {why === 'again' ? (
        <p>票面与上一轮相同。</p>
      ) : (
        <>
          <Field name="keys" label="列入这一轮的人" required>
            <Checkbox.Group
              options={choices.map(({ was, name }) => ({ value: was, label: name }))}
            />
          </Field>
          <Field name="seats" label="名额" required>
            <InputNumber min={1} max={100} />
          </Field>
        </>
      )}
    </FormDrawer>
  );
}
