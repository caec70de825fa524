import { Button, Input, Select } from 'antd';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { ListSearch } from './list-search.ts';
import { useNarrow } from './narrow.ts';

/** A filter by text, by choice, or by a control of the page's own; its value is text in the address. */
export type Filter<Name extends string> = { readonly name: Name; readonly label: string } & (
  | { readonly kind: 'text'; readonly hint?: string }
  | {
      readonly kind: 'choice';
      readonly options: readonly { readonly value: string; readonly label: string }[];
    }
  | {
      readonly kind: 'own';
      readonly control: (
        value: string | undefined,
        change: (value: string | undefined) => void,
        id: string,
      ) => ReactNode;
    }
);

interface FilterBarProps<Name extends string> {
  readonly filters: readonly Filter<Name>[];
  readonly search: ListSearch<Name>;
  readonly onChange: (change: Partial<ListSearch<Name>>) => void;
}

/** Filters in a row; on a phone behind a button that says how many are set. */
export function FilterBar<Name extends string>({
  filters,
  search,
  onChange,
}: FilterBarProps<Name>): ReactNode {
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const count = filters.filter((filter) => search[filter.name] !== undefined).length;
  const set = (name: Name, value: string | undefined): void =>
    onChange({ [name]: value === '' ? undefined : value } as Partial<ListSearch<Name>>);
  return (
    <search className="filters">
      {narrow ? (
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {count === 0 ? '筛选' : `筛选（${count}）`}
        </Button>
      ) : null}
      {narrow && !open
        ? null
        : filters.map((filter) => (
            <FilterControl
              key={filter.name}
              filter={filter}
              value={search[filter.name]}
              onChange={(value) => set(filter.name, value)}
            />
          ))}
      {count > 0 && (!narrow || open) ? (
        <Button
          type="link"
          onClick={() =>
            onChange(
              Object.fromEntries(filters.map((f) => [f.name, undefined])) as Partial<
                ListSearch<Name>
              >,
            )
          }
        >
          清除条件
        </Button>
      ) : null}
    </search>
  );
}

function FilterControl<Name extends string>({
  filter,
  value,
  onChange,
}: {
  filter: Filter<Name>;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{filter.label}</label>
      {filter.kind === 'text' ? (
        <TextFilter id={id} value={value} hint={filter.hint} onChange={onChange} />
      ) : filter.kind === 'choice' ? (
        <Select
          id={id}
          allowClear
          value={value}
          placeholder="全部"
          options={[...filter.options]}
          popupMatchSelectWidth={false}
          onChange={(next: string | undefined) => onChange(next)}
        />
      ) : (
        filter.control(value, onChange, id)
      )}
    </div>
  );
}

const PAUSE = 300;

/** Searches after a short pause in typing, at once on Enter. */
function TextFilter({
  id,
  value,
  hint,
  onChange,
}: {
  id: string;
  value: string | undefined;
  hint: string | undefined;
  onChange: (value: string | undefined) => void;
}): ReactNode {
  const [seen, setSeen] = useState(value);
  const [typed, setTyped] = useState(value ?? '');
  const timer = useRef<number>(undefined);
  if (seen !== value) {
    // The address changed from outside: 清除条件, or the browser's back button.
    setSeen(value);
    if (typed.trim() !== (value ?? '')) setTyped(value ?? '');
  }
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const send = (text: string): void => {
    window.clearTimeout(timer.current);
    if (text !== (value ?? '')) onChange(text);
  };
  return (
    <Input
      id={id}
      type="search"
      allowClear
      value={typed}
      placeholder={hint}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(() => send(text.trim()), PAUSE);
      }}
      onPressEnter={() => send(typed.trim())}
    />
  );
}
