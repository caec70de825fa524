import { Input } from 'antd';
import type { ReactNode } from 'react';
import { formatYuan, parseYuan, type Money } from '#kernel/money';
import { useTypedText } from './typed-text.ts';
import { Unread } from './unread.ts';

export interface MoneyFieldProps {
  readonly id?: string;
  readonly value?: Money | Unread | null;
  readonly onChange?: (value: Money | Unread | null) => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** Names the field where no visible label does: in a row of a table. */
  readonly label?: string;
}

/** An amount in yuan, as people type it; the value is fen. */
export function MoneyField({
  id,
  value,
  onChange,
  onBlur,
  placeholder = '如 12.50',
  disabled,
  label,
}: MoneyFieldProps): ReactNode {
  const amount = typeof value === 'number' ? value : null;
  const [typed, setTyped] = useTypedText<Money>(value, parseYuan, formatYuan);
  return (
    <Input
      id={id}
      aria-label={label}
      value={typed}
      disabled={disabled}
      placeholder={placeholder}
      inputMode="decimal"
      autoComplete="off"
      className="number"
      suffix="元"
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        onChange?.(
          text.trim() === ''
            ? null
            : (parseYuan(text) ?? new Unread('金额应如 12 或 12.50，最多两位小数')),
        );
      }}
      onBlur={() => {
        if (amount !== null) setTyped(formatYuan(amount));
        onBlur?.();
      }}
    />
  );
}
