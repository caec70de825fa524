import { Button, Form, Input } from 'antd';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { api, readFailure, type Failure } from '../../api.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { Field } from '../../patterns/field.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { Gate } from '../../app/gate.tsx';
import { NewPasswordField } from './password-fields.tsx';

interface Values {
  readonly code: string;
  readonly password: string;
}

/** A one-time code, printed or read out by the secretary, sets the password; no mail or phone is needed. */
export function NewPasswordPage(): ReactNode {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [loginName, setLoginName] = useState<string | null>(null);

  const take = async (values: Values): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const answer = await api.accounts.takeCode({ ...values, commandId: newCommandId() });
      setLoginName(answer.loginName);
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(false);
    }
  };

  if (loginName !== null) {
    return (
      <Gate title="密码已保存" lead={`您的登录名是“${loginName}”。`}>
        <Link to="/login">去登录</Link>
      </Gate>
    );
  }
  return (
    <Gate
      title="用一次性代码设置密码"
      lead="没有代码的，请所在支部书记或上级党务干部发一个。代码只能用一次。"
    >
      <Form<Values> layout="vertical" requiredMark={false} onFinish={(values) => void take(values)}>
        <Field name="code" label="一次性代码" required>
          <Input autoComplete="off" autoFocus />
        </Field>
        <NewPasswordField />
        <div className="form-foot">
          <FailureNote failure={failure} />
          <Button type="primary" htmlType="submit" block loading={busy}>
            保存密码
          </Button>
        </div>
      </Form>
      <div className="gate-foot">
        <Link to="/login">返回登录</Link>
      </div>
    </Gate>
  );
}
