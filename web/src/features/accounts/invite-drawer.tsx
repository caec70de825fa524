import { Input, Radio, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { GRANTS } from '#contract/accounts';
import type { PlainDate } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import {
  OrgPicker,
  PersonPicker,
  type OrgChoice,
  type PersonChoice,
} from '../../patterns/pickers.tsx';
import type { OneTimeCode } from './code-slip.tsx';

type GrantKind = keyof typeof GRANTS;

interface Values {
  readonly who: 'member' | 'other';
  readonly person?: PersonChoice | null;
  readonly displayName?: string;
  readonly loginName: string;
  readonly grant?: GrantKind;
  readonly org?: OrgChoice | null;
}

interface InviteDrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onInvited: (code: OneTimeCode) => void;
}

interface Invited {
  readonly values: Values;
  readonly answer: Answer<Api['accounts']['invite']>;
}

const nameOf = (values: Values): string =>
  values.who === 'member' ? (values.person?.label ?? '') : (values.displayName ?? '');

/** Makes an account and its one-time code; the comrade sets the password. */
export function InviteDrawer({ open, onClose, onInvited }: InviteDrawerProps): ReactNode {
  const me = useMe();
  const here: OrgChoice = { id: me.acting.orgId, label: me.acting.organisation };
  return (
    <FormDrawer<Values, Invited>
      title="邀请同志"
      open={open}
      onClose={onClose}
      initial={{ who: 'member', org: here }}
      lead="邀请后得到一个一次性代码，交给本人，由本人设置密码。"
      saveLabel="生成一次性代码"
      save={async (values, commandId) => ({
        values,
        answer: await api.accounts.invite({
          loginName: values.loginName,
          personId: values.who === 'member' ? values.person?.id : undefined,
          displayName: values.who === 'other' ? (values.displayName ?? '') : '',
          grant:
            values.grant === undefined
              ? undefined
              : { kind: values.grant, orgId: (values.org ?? here).id },
          commandId,
        }),
      })}
      onSaved={({ values, answer }) =>
        onInvited({
          name: nameOf(values),
          loginName: values.loginName,
          code: answer.code,
          validUntil: answer.validUntil satisfies PlainDate,
        })
      }
    >
      <WhoFields />
      <Field name="loginName" label="登录名" required rule="姓名、拼音或工号都可以。">
        <Input maxLength={40} autoComplete="off" />
      </Field>
      <GrantFields required={false} />
    </FormDrawer>
  );
}

function WhoFields(): ReactNode {
  const [who, setWho] = useState<Values['who']>('member');
  return (
    <>
      <Field name="who" label="邀请谁">
        <Radio.Group
          options={[
            { value: 'member', label: '花名册里的党员' },
            { value: 'other', label: '不是党员的工作人员' },
          ]}
          onChange={(event) => setWho(event.target.value === 'other' ? 'other' : 'member')}
        />
      </Field>
      {who === 'member' ? (
        <Field name="person" label="同志" required>
          <PersonPicker />
        </Field>
      ) : (
        <Field
          name="displayName"
          label="姓名"
          required
          rule="不是党员的，可以经办录入，不能投票，看不到谈话、困难情况和身份证号。"
        >
          <Input maxLength={40} />
        </Field>
      )}
    </>
  );
}

/** What the account may act as besides posts and membership, and where. */
export function GrantFields({ required }: { required: boolean }): ReactNode {
  return (
    <div className="pair">
      <Field
        name="grant"
        label="授权"
        required={required}
        rule="书记、委员等职务随任职自动生效，不必在这里授权。"
      >
        <Select
          allowClear={!required}
          placeholder={required ? undefined : '不另授权'}
          options={Object.entries(GRANTS).map(([value, label]) => ({ value, label }))}
        />
      </Field>
      <Field name="org" label="在哪个党组织" required>
        <OrgPicker />
      </Field>
    </div>
  );
}
