import { Button, Input, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { FORMS } from '#contract/meetings-words';
import type { PlainDate } from '#kernel/plain-date';
import { DateField } from '../../patterns/date-field.tsx';
import type { Sent } from './record-keeper.ts';

interface SentFieldProps {
  readonly name: string;
  /** Day of the meeting: what is offered first. */
  readonly heldOn: PlainDate;
  readonly value: Sent | null;
  readonly onChange: (sent: Sent | null) => void;
}

type Choice = Sent['how'] | 'none';

const CHOICES = [
  { value: 'none', label: '没有送学' },
  { value: 'home_visit', label: FORMS.home_visit },
  { value: 'post', label: FORMS.post },
] as const;

/** 送教上门 or 邮寄资料 to somebody who was not there: which day, by whom, what. */
export function SentField({ name, heldOn, value, onChange }: SentFieldProps): ReactNode {
  const day = useId();
  if (value === null)
    return (
      <Button
        size="small"
        type="link"
        aria-label={`${name}登记送学`}
        onClick={() => onChange({ how: 'home_visit', on: heldOn, by: '', material: '' })}
      >
        登记送学
      </Button>
    );
  return (
    <div className="sent">
      <Select<Choice>
        aria-label={`${name}送学`}
        value={value.how}
        options={[...CHOICES]}
        onChange={(how) => onChange(how === 'none' ? null : { ...value, how })}
      />
      <div>
        <label htmlFor={day} className="visually-hidden">
          {name}送学日期
        </label>
        <DateField
          id={day}
          value={value.on}
          onChange={(on) => {
            if (typeof on === 'string') onChange({ ...value, on });
          }}
        />
      </div>
      <Input
        aria-label={`${name}的送学人`}
        value={value.by ?? ''}
        maxLength={40}
        placeholder={value.how === 'post' ? '寄出人' : '送学人'}
        onChange={(event) => onChange({ ...value, by: event.target.value })}
      />
      <Input
        aria-label={`${name}的送学材料`}
        value={value.material ?? ''}
        maxLength={200}
        placeholder="材料"
        onChange={(event) => onChange({ ...value, material: event.target.value })}
      />
    </div>
  );
}
