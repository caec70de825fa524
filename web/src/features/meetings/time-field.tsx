import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { readTime } from './words.ts';

interface TimeFieldProps {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
  readonly label?: string;
}

/** Clock time as people type it; what cannot be read is said at once and not taken. */
export function TimeField({ id, value = null, onChange, label }: TimeFieldProps): ReactNode {
  const [seen, setSeen] = useState(value);
  const [typed, setTyped] = useState(value ?? '');
  if (seen !== value) {
    setSeen(value);
    if (readTime(typed) !== value) setTyped(value ?? '');
  }
  const wrong = typed.trim() !== '' && readTime(typed) === null;
  return (
    <>
      <Input
        id={id}
        value={typed}
        aria-label={label}
        aria-invalid={wrong}
        autoComplete="off"
        placeholder="如 14:30"
        onChange={(event) => {
          setTyped(event.target.value);
          const time = readTime(event.target.value);
          if (event.target.value.trim() === '' || time !== null) onChange?.(time);
        }}
        onBlur={() => {
          if (value !== null) setTyped(value);
        }}
      />
      {wrong ? <div className="field-echo">看不懂这个时间，应如 14:30</div> : null}
    </>
  );
}
