import { Button, Form, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { api, readFailure, type Answer, type Failure } from '../../api.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { Field } from '../../patterns/field.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { setupQuery } from './setup-query.ts';
import { Gate } from '../../app/gate.tsx';

type Accounts = Answer<typeof api.accounts.setupDemo>['accounts'];

/** Fills an empty installation with the invented county, and tells its accounts once. */
export function DemoSetup({ onBack }: { readonly onBack: () => void }): ReactNode {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [accounts, setAccounts] = useState<Accounts | null>(null);

  const load = async ({ code }: { code: string }): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const answer = await api.accounts.setupDemo({ code, commandId: newCommandId() });
      // The log-in page would lead back here while it believes that nothing is set up.
      queries.setQueryData(setupQuery.queryKey, { needed: false });
      setAccounts(answer.accounts);
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(false);
    }
  };

  if (accounts !== null) {
    return (
      <Gate wide title="演示县已经载入" lead="人和事都是虚构的。密码只显示这一次，请记下或打印。">
        <table className="accounts-told">
          <thead>
            <tr>
              <th scope="col">身份</th>
              <th scope="col">登录名</th>
              <th scope="col">密码</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.loginName}>
                <td>{account.who}</td>
                <td>{account.loginName}</td>
                <td>{account.password}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Link to="/login">去登录</Link>
      </Gate>
    );
  }
  return (
    <Gate
      wide
      title="载入演示县"
      lead="一个虚构的县：六十多个党组织、一千多名党员、三年的组织生活和党费。约需一分钟。正式使用请另用一个数据文件夹。"
    >
      <Form<{ code: string }> layout="vertical" onFinish={(values) => void load(values)}>
        <Field
          name="code"
          label="一次性代码"
          required
          rule="显示在启动本程序的窗口里，只有能看到那台机器的人知道。"
        >
          <Input autoComplete="off" autoFocus />
        </Field>
        <div className="form-foot">
          <FailureNote failure={failure} />
          <Button type="primary" htmlType="submit" loading={busy}>
            载入演示县
          </Button>
          <Button onClick={onBack} disabled={busy}>
            返回，建立本单位
          </Button>
        </div>
      </Form>
    </Gate>
  );
}
