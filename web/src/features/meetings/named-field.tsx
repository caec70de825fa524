import { AutoComplete } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Named } from './minutes-form.ts';
import type { RollLine } from './queries.ts';

interface NamedFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly placeholder?: string;
  /** Who is likely: those on the roll. Others may be written by name. */
  readonly people: readonly RollLine[];
  readonly value: Named | null;
  readonly onChange: (value: Named | null) => void;
}

/** Somebody of the roll, or a name alone for whoever has no file here. */
export function NamedField({
  id,
  label,
  placeholder,
  people,
  value,
  onChange,
}: NamedFieldProps): ReactNode {
  const [open, setOpen] = useState(false);
  const typed = value?.name ?? '';
  const take = (name: string): void => {
    const known = people.find((line) => line.name === name.trim());
    if (name.trim() === '') onChange(null);
    else onChange({ personId: known?.personId ?? null, name });
  };
  const likely = people.filter((line) => typed === '' || line.name.includes(typed.trim()));
  const chosen = people.some((line) => line.name === typed.trim());
  return (
    <AutoComplete
      id={id}
      aria-label={label}
      value={typed}
      open={open}
      onOpenChange={setOpen}
      placeholder={placeholder}
      onChange={(text: string) => take(text.slice(0, 40))}
      defaultActiveFirstOption={typed !== ''}
      options={(chosen ? people : likely).map((line) => ({
        value: line.name,
        key: line.key,
        label: line.note === '' ? line.name : `${line.name}（${line.note}）`,
      }))}
    />
  );
}
