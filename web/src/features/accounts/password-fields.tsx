import { Input } from 'antd';
import type { ReactNode } from 'react';
import { Field } from '../../patterns/field.tsx';

const MINIMUM = 8;

/** A new password once, with a way to look at it; typing it blindly twice helps nobody. */
export function NewPasswordField({ label = '密码' }: { label?: string }): ReactNode {
  return (
    <Field
      name="password"
      label={label}
      required
      rule={`至少 ${MINIMUM} 位。一句容易记住的话比一串符号好。`}
      check={(value) =>
        typeof value === 'string' && value.length < MINIMUM
          ? `密码至少要 ${MINIMUM} 位，现在是 ${value.length} 位`
          : null
      }
    >
      <Input.Password autoComplete="new-password" />
    </Field>
  );
}
