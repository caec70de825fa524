import { Button, Form, Input } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useRouter } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { api, readFailure, type Failure } from '../../api.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { Field } from '../../patterns/field.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { Gate } from '../../app/gate.tsx';
import { loginRoute } from './routes.ts';
import { signInOptionsQuery } from './queries.ts';
import { setupQuery } from './setup-query.ts';
import { SSO_RESULTS, SSO_SIGN_IN } from './sso-address.ts';

interface Values {
  readonly loginName: string;
  readonly password: string;
  readonly totp?: string;
}

/** Name and password; then, for administrators, the changing code of the second factor. */
export function LoginPage(): ReactNode {
  const { back, sso } = loginRoute.useSearch();
  const router = useRouter();
  const queries = useQueryClient();
  const setup = useQuery(setupQuery);
  const options = useQuery(signInOptionsQuery);
  const [needsTotp, setNeedsTotp] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const signIn = async (values: Values): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const answer = await api.accounts.signIn({ ...values, commandId: newCommandId() });
      if (answer.needsTotp) {
        setNeedsTotp(true);
      } else {
        queries.clear();
        router.history.push(back ?? '/');
      }
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(false);
    }
  };

  if (setup.data?.needed === true) return <Navigate to="/setup" />;
  return (
    <Gate
      title="登录"
      lead={sso === undefined ? undefined : <span role="status">{SSO_RESULTS[sso]}</span>}
    >
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => void signIn(values)}
      >
        <Field name="loginName" label="登录名" required>
          <Input autoComplete="username" autoFocus disabled={needsTotp} />
        </Field>
        <Field name="password" label="密码" required>
          <Input.Password autoComplete="current-password" disabled={needsTotp} />
        </Field>
        {needsTotp ? (
          <Field
            name="totp"
            label="动态码"
            required
            rule="打开手机上的动态码程序，填写现在显示的六位数字。"
          >
            <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} autoFocus />
          </Field>
        ) : null}
        <div className="form-foot">
          <FailureNote failure={failure} />
          <Button type="primary" htmlType="submit" block loading={busy}>
            登录
          </Button>
        </div>
      </Form>
      {options.data?.sso === true ? (
        <Button className="gate-sso" block href={SSO_SIGN_IN}>
          从统一身份登录
        </Button>
      ) : null}
      <div className="gate-foot">
        <Link to="/new-password">忘记密码，或收到了一次性代码</Link>
      </div>
    </Gate>
  );
}
