import { Form } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { Unread } from './unread.ts';
import './patterns.css';

export interface FieldProps {
  readonly name: string | readonly (string | number)[];
  readonly label: string;
  /** The rule that governs this field, in one sentence, beside the field. */
  readonly rule?: ReactNode;
  /** Where the rule stands: 《…》第×条. */
  readonly basis?: string;
  readonly required?: boolean;
  /** A sentence where the value is not acceptable, else null. */
  readonly check?: (value: unknown) => string | null;
  /** For a checkbox: `checked`. */
  readonly valueProp?: string;
  readonly children: ReactElement;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** A labelled field with its rule beside it. */
export function Field({
  name,
  label,
  rule,
  basis,
  required = false,
  check,
  valueProp = 'value',
  children,
}: FieldProps): ReactNode {
  return (
    <Form.Item
      name={typeof name === 'string' ? name : [...name]}
      label={label}
      required={required}
      valuePropName={valueProp}
      validateTrigger="onBlur"
      extra={
        rule === undefined && basis === undefined ? undefined : (
          <span className="rule">
            {rule}
            {basis === undefined ? null : <span className="rule-basis">依据：{basis}</span>}
          </span>
        )
      }
      rules={[
        {
          // Only on saving: whoever passes over a field need not hear at once that it is empty.
          validateTrigger: [],
          validator: (_, value: unknown) =>
            required && isEmpty(value)
              ? Promise.reject(new Error(`请填写${label}`))
              : Promise.resolve(),
        },
        {
          validator: (_, value: unknown) => {
            const sentence =
              value instanceof Unread
                ? value.message
                : isEmpty(value)
                  ? null
                  : (check?.(value) ?? null);
            return sentence === null ? Promise.resolve() : Promise.reject(new Error(sentence));
          },
        },
      ]}
    >
      {children}
    </Form.Item>
  );
}
