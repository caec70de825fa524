import { Button, Form, Input, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { ORG_KINDS, SECTORS, type OrgKind, type Sector } from '#contract/organisations';
import { api, readFailure, type Failure } from '../../api.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { Field } from '../../patterns/field.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { Gate } from './gate.tsx';
import { DemoSetup } from './demo-setup.tsx';
import { NewPasswordField } from './password-fields.tsx';
import { setupQuery } from './setup-query.ts';

interface Values {
  readonly code: string;
  readonly organisationName: string;
  readonly kind: OrgKind;
  readonly sector: Sector;
  readonly displayName: string;
  readonly loginName: string;
  readonly password: string;
}

const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** The first page of an empty installation. The code stands only on the console, so that nobody else on the network takes it first. */
export function SetupPage(): ReactNode {
  const setup = useQuery(setupQuery);
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [loginName, setLoginName] = useState<string | null>(null);
  const [demo, setDemo] = useState(false);

  const establish = async (values: Values): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const answer = await api.accounts.setup({ ...values, commandId: newCommandId() });
      queries.setQueryData(setupQuery.queryKey, { needed: false });
      setLoginName(answer.loginName);
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(false);
    }
  };

  if (demo) return <DemoSetup onBack={() => setDemo(false)} />;
  if (loginName !== null || setup.data?.needed === false) {
    return (
      <Gate
        title="本单位已经建立"
        lead={loginName === null ? undefined : `您的登录名是“${loginName}”。`}
      >
        <Link to="/login">去登录</Link>
      </Gate>
    );
  }
  return (
    <Gate wide title="建立本单位" lead="第一次使用。填写一次，以后都从记录里来。">
      <Form<Values>
        layout="vertical"
        initialValues={{ kind: 'branch', sector: 'office' }}
        onFinish={(values) => void establish(values)}
      >
        <Field
          name="code"
          label="一次性代码"
          required
          rule="显示在启动本程序的窗口里，只有能看到那台机器的人知道。"
        >
          <Input autoComplete="off" autoFocus />
        </Field>
        <Field
          name="organisationName"
          label="党组织全称"
          required
          rule="如：中共××县委、××镇××村党支部。"
        >
          <Input autoComplete="organization" maxLength={60} />
        </Field>
        <div className="pair">
          <Field name="kind" label="种类" required>
            <Select options={options(ORG_KINDS)} />
          </Field>
          <Field name="sector" label="领域" required>
            <Select options={options(SECTORS)} />
          </Field>
        </div>
        <div className="pair">
          <Field name="displayName" label="您的姓名" required>
            <Input autoComplete="name" maxLength={40} />
          </Field>
          <Field name="loginName" label="登录名" required rule="自己取一个，姓名或拼音都可以。">
            <Input autoComplete="username" maxLength={40} />
          </Field>
        </div>
        <NewPasswordField />
        <div className="form-foot">
          <FailureNote failure={failure} />
          <Button type="primary" htmlType="submit" loading={busy}>
            建立本单位
          </Button>
          <Button onClick={() => setDemo(true)}>先看看：载入演示县</Button>
        </div>
      </Form>
    </Gate>
  );
}
