import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../../api.ts';
import { Section } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { NewPasswordField } from './password-fields.tsx';

interface Values {
  readonly current: string;
  readonly password: string;
}

export function PasswordSection(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <Section title="密码" actions={<Button onClick={() => setOpen(true)}>修改密码</Button>}>
      <p className="muted">密码只由您自己知道，系统里只存有无法还原的印记。</p>
      <FormDrawer<Values, object>
        title="修改密码"
        open={open}
        onClose={() => setOpen(false)}
        save={(values, commandId) => api.accounts.changePassword({ ...values, commandId })}
      >
        <CurrentPasswordField name="current" />
        <NewPasswordField label="新密码" />
      </FormDrawer>
    </Section>
  );
}

/** Asked before anything about the log-in itself is changed. */
export function CurrentPasswordField({ name }: { name: string }): ReactNode {
  return (
    <Field name={name} label="当前密码" required>
      <Input.Password autoComplete="current-password" />
    </Field>
  );
}
