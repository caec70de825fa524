import { Button } from 'antd';
import type { ReactNode } from 'react';
import { PersonPicker, type PersonChoice } from '../../patterns/pickers.tsx';

interface PeopleFieldProps {
  readonly id?: string;
  readonly value?: readonly PersonChoice[];
  readonly onChange?: (value: readonly PersonChoice[]) => void;
  readonly most: number;
}

/** Several comrades, each chosen by name and taken out by one press. */
export function PeopleField({ id, value = [], onChange, most }: PeopleFieldProps): ReactNode {
  return (
    <div className="people-field">
      {value.length === 0 ? null : (
        <ul>
          {value.map((one) => (
            <li key={one.id}>
              {one.label}
              <Button
                size="small"
                aria-label={`去掉${one.label}`}
                onClick={() => onChange?.(value.filter((other) => other.id !== one.id))}
              >
                去掉
              </Button>
            </li>
          ))}
        </ul>
      )}
      {value.length >= most ? null : (
        <PersonPicker
          id={id}
          value={null}
          onChange={(next) => {
            if (next !== null && value.every((one) => one.id !== next.id))
              onChange?.([...value, next]);
          }}
        />
      )}
    </div>
  );
}
