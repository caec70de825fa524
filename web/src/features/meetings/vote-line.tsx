import { Button, Checkbox, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { VOTE_METHODS } from '#contract/meetings-words';
import { voteProblem, type VoteForm } from './minutes-form.ts';

interface VoteLineProps {
  readonly vote: VoteForm;
  /** Those present who may vote on this item. */
  readonly present: number;
  readonly name: string;
  /** What the server says of the saved vote. */
  readonly result: string | undefined;
  readonly onChange: (vote: VoteForm) => void;
  readonly onRemove: () => void;
}

const COUNTS = [
  ['for', '赞成'],
  ['against', '反对'],
  ['abstain', '弃权'],
  ['recused', '回避'],
] as const;

/** A vote with its numbers, checked against those present while one types. */
export function VoteLine({
  vote,
  present,
  name,
  result,
  onChange,
  onRemove,
}: VoteLineProps): ReactNode {
  const problem = voteProblem(vote, present);
  return (
    <fieldset className="vote-line">
      <legend>{VOTE_METHODS[vote.method]}</legend>
      <Input
        className="vote-subject"
        aria-label={`${name}的事项`}
        value={vote.subject}
        maxLength={200}
        onChange={(event) => onChange({ ...vote, subject: event.target.value })}
      />
      <div className="vote-counts">
        {COUNTS.filter(([part]) => part !== 'recused' || vote.recused !== '0').map(
          ([part, label]) => (
            <label key={part}>
              {label}
              <Input
                inputMode="numeric"
                aria-label={`${name}${label}票`}
                value={vote[part]}
                onFocus={(event) => event.target.select()}
                onChange={(event) => onChange({ ...vote, [part]: event.target.value })}
              />
            </label>
          ),
        )}
        <Select
          aria-label={`${name}的方式`}
          value={vote.method}
          onChange={(method: VoteForm['method']) => onChange({ ...vote, method })}
          options={Object.entries(VOTE_METHODS).map(([value, label]) => ({ value, label }))}
        />
        <Checkbox
          checked={vote.onPerson}
          onChange={(event) => onChange({ ...vote, onPerson: event.target.checked })}
        >
          对人的表决
        </Checkbox>
        <Button size="small" type="text" onClick={onRemove}>
          删去
        </Button>
      </div>
      <p className={problem === null ? 'muted' : 'vote-problem'} role="status">
        {problem ?? result ?? `在场有表决权的${present}人`}
      </p>
    </fieldset>
  );
}
