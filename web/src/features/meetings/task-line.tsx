import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { DateField } from '../../patterns/date-field.tsx';
import { NamedField } from './named-field.tsx';
import type { Item, RollLine } from './queries.ts';

type Task = Item['tasks'][number];

interface TaskLineProps {
  readonly task: Task;
  readonly people: readonly RollLine[];
  readonly name: string;
  readonly onChange: (task: Task) => void;
  readonly onRemove: () => void;
}

/** What was decided to be done, who sees to it, until when; it comes back on the next agenda. */
export function TaskLine({ task, people, name, onChange, onRemove }: TaskLineProps): ReactNode {
  return (
    <fieldset className="task-line">
      <legend>交办事项</legend>
      <Input
        aria-label={`${name}交办事项`}
        value={task.text}
        maxLength={300}
        placeholder="要办的事"
        onChange={(event) => onChange({ ...task, text: event.target.value })}
      />
      <NamedField
        label={`${name}责任人`}
        placeholder="责任人"
        people={people}
        value={task.responsible}
        onChange={(responsible) => onChange({ ...task, responsible })}
      />
      <div>
        <DateField
          value={task.dueOn}
          placeholder="完成日期，如 12.31"
          onChange={(day) => onChange({ ...task, dueOn: typeof day === 'string' ? day : null })}
        />
      </div>
      <Button size="small" type="text" onClick={onRemove}>
        删去
      </Button>
    </fieldset>
  );
}
