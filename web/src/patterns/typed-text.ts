import { useState } from 'react';
import { Unread } from './unread.ts';

/**
 * The text of a field beside its value. What somebody types stays as typed while it means the value;
 * a value set from outside (a form filled or emptied) is written anew.
 */
export function useTypedText<T extends string | number>(
  value: T | Unread | null | undefined,
  read: (text: string) => T | null,
  write: (value: T) => string,
): readonly [string, (text: string) => void] {
  const [seen, setSeen] = useState(value);
  const [typed, setTyped] = useState(
    value === null || value === undefined || value instanceof Unread ? '' : write(value),
  );
  if (seen !== value) {
    setSeen(value);
    if (value === null || value === undefined) setTyped('');
    else if (!(value instanceof Unread) && read(typed) !== value) setTyped(write(value));
  }
  return [typed, setTyped];
}
