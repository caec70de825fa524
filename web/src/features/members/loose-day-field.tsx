import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { Unread } from '../../patterns/unread.ts';
import { readLooseDay } from './loose-day.ts';
import { chineseLoose } from './words.ts';

export interface LooseDayFieldProps {
  readonly id?: string;
  readonly value?: string | Unread | null;
  readonly onChange?: (value: string | Unread | null) => void;
  readonly onBlur?: () => void;
}

/** A day of the file, as precise as the archive has it; what was understood is said underneath. */
export function LooseDayField({ id, value, onChange, onBlur }: LooseDayFieldProps): ReactNode {
  const [typed, setTyped] = useState(typeof value === 'string' ? value : '');
  const take = (text: string): void => {
    setTyped(text);
    if (text.trim() === '') onChange?.(null);
    else onChange?.(readLooseDay(text) ?? new Unread('看不懂这个日期，应如 1998-07-01 或 1998-07'));
  };
  return (
    <>
      <Input
        id={id}
        value={typed}
        autoComplete="off"
        placeholder="如 1998-07-01 或 1998-07"
        onChange={(event) => take(event.target.value)}
        onBlur={onBlur}
      />
      {typeof value === 'string' ? <div className="field-echo">{chineseLoose(value)}</div> : null}
    </>
  );
}
