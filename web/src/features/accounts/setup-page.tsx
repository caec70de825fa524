import { Button, Form, Input, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import {
  holdsRoster,
  ORG_KINDS,
  SECTORS,
  type OrgKind,
  type Sector,
  type WayIn,
} from '#contract/organisations';
import type { PlainDate } from '#kernel/plain-date';
import { api, readFailure, type Failure } from '../../api.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { Gate } from '../../app/gate.tsx';
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
  readonly leads?: keyof typeof LEADS;
  readonly since?: PlainDate;
}

/** How the founder of a branch leads it; a single branch must be able to work with this one account. */
const LEADS = {
  election: '书记（选举产生）',
  appointment: '书记（上级指派）',
  interim: '主持工作',
  none: '不担任书记，只建立和管理账号',
} as const satisfies Partial<Record<WayIn, string>> & { none: string };

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
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form);
  const ofBranch = kind !== undefined && holdsRoster(kind);
  const leading = Form.useWatch('leads', form) !== 'none';

  const establish = async ({ leads, since, ...values }: Values): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const answer = await api.accounts.setup({
        ...values,
        ...(leads === undefined || leads === 'none' || since === undefined
          ? {}
          : { leads: { wayIn: leads, since } }),
        commandId: newCommandId(),
      });
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
        form={form}
        layout="vertical"
        initialValues={{ kind: 'branch', sector: 'office', leads: 'election' }}
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
        {ofBranch ? (
          <div className="pair">
            <Field
              name="leads"
              label="您在本支部的职务"
              required
              rule="书记登录后就能记会、收党费、定稿。"
            >
              <Select options={options(LEADS)} />
            </Field>
            {leading ? (
              <Field name="since" label="任职日期" required rule="从这一天起在本支部党员名册上。">
                <DateField />
              </Field>
            ) : null}
          </div>
        ) : null}
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
