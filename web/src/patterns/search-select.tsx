import { Select } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState, type ReactNode } from 'react';

/** One thing to choose: its id, what is shown in the field, and what tells it from its namesakes. */
export interface Choice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly detail?: string;
}

export interface SearchSelectProps<Id extends string> {
  readonly id?: string;
  readonly value?: Choice<Id> | null;
  readonly onChange?: (value: Choice<Id> | null) => void;
  readonly onBlur?: () => void;
  /** Names the source for the cache, with everything that narrows it. */
  readonly source: readonly unknown[];
  /** Asked with what was typed; an empty text asks for the likeliest. */
  readonly search: (text: string) => Promise<readonly Choice<Id>[]>;
  readonly placeholder: string;
  readonly disabled?: boolean;
}

/** A field that searches on the server while one types; arrows and Enter choose. */
export function SearchSelect<Id extends string>({
  id,
  value,
  onChange,
  onBlur,
  source,
  search,
  placeholder,
  disabled,
}: SearchSelectProps<Id>): ReactNode {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const text = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: [...source, 'choices', text],
    queryFn: () => search(text),
    placeholderData: keepPreviousData,
    enabled: open,
  });
  const choices = found.data ?? [];
  return (
    <Select
      id={id}
      disabled={disabled}
      allowClear
      open={open}
      onOpenChange={setOpen}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      value={value?.id ?? null}
      placeholder={placeholder}
      onBlur={onBlur}
      notFoundContent={
        found.isPending ? '正在查找' : found.isError ? '没有能够查找，请再试一次' : '没有找到'
      }
      onChange={(next: Id | null | undefined) => {
        setTyped('');
        onChange?.(choices.find((choice) => choice.id === next) ?? null);
      }}
      options={[
        ...(value !== null &&
        value !== undefined &&
        !choices.some((c) => c.id === value.id) &&
        text === ''
          ? [value]
          : []),
        ...choices,
      ].map((choice) => ({
        value: choice.id,
        label: choice.label,
        detail: choice.detail,
      }))}
      optionRender={(option) => (
        <span className="choice">
          <span>{option.data.label}</span>
          {option.data.detail === undefined ? null : (
            <span className="muted choice-detail">{option.data.detail}</span>
          )}
        </span>
      )}
    />
  );
}
