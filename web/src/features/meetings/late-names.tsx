import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { OrgId } from '#kernel/ids';
import { api } from '../../api.ts';

interface LateNamesProps {
  readonly value: string;
  readonly orgId: OrgId;
  readonly onText: (text: string) => void;
  readonly 'data-cell': string;
  readonly 'aria-label': string;
  readonly 'aria-invalid': boolean;
}

const FEW = 6;
const PINYIN = /[a-z]+$/iu;

/** Names in a cell; letters at the end are taken as pinyin or initials, Enter puts the name in their place. */
export function LateNames({ value, orgId, onText, ...rest }: LateNamesProps): ReactNode {
  const listId = useId();
  const [focused, setFocused] = useState(false);
  const [at, setAt] = useState(0);
  const letters = useDeferredValue(PINYIN.exec(value)?.[0] ?? '');
  const found = useQuery({
    queryKey: ['members', 'pick', 'late', orgId, letters],
    queryFn: () => api.members.roster({ q: letters, orgId, pageSize: FEW }),
    enabled: focused && letters !== '',
    staleTime: 60_000,
  });
  const names = focused && letters !== '' ? (found.data?.rows.map((row) => row.name) ?? []) : [];
  const pick = (name: string): void => {
    setAt(0);
    onText(value.replace(PINYIN, name));
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (names.length === 0 || event.nativeEvent.isComposing) return;
    const name = names[Math.min(at, names.length - 1)];
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, names.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && name !== undefined) pick(name);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        {...rest}
        value={value}
        autoComplete="off"
        role="combobox"
        aria-expanded={names.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={onKey}
        onChange={(event) => {
          setAt(0);
          onText(event.target.value);
        }}
      />
      {names.length === 0 ? null : (
        <ul className="late-suggestions" id={listId} role="listbox" aria-label="同志">
          {names.map((name, index) => (
            <li
              key={name}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => {
                event.preventDefault();
                pick(name);
              }}
            >
              {name}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
