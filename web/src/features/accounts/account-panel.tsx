import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { GRANTS } from '#contract/accounts';
import { chineseDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { Facts, Section } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FailureNote, FormDrawer } from '../../patterns/form-drawer.tsx';
import type { OrgChoice } from '../../patterns/pickers.tsx';
import { useAct } from '../../patterns/use-act.ts';
import type { AccountRow } from './accounts-page.tsx';
import type { OneTimeCode } from './code-slip.tsx';
import { GrantFields } from './invite-drawer.tsx';

interface AccountPanelProps {
  readonly row: AccountRow;
  readonly onChanged: () => void;
  readonly onCode: (code: OneTimeCode) => void;
}

/** One account: state, grants, and what can be done with it. */
export function AccountPanel({ row, onChanged, onCode }: AccountPanelProps): ReactNode {
  const me = useMe();
  const [form, setForm] = useState<'none' | 'grant' | 'disable'>('none');
  const close = (): void => setForm('none');

  const newCode = useAct({
    save: (accountId: AccountRow['accountId'], commandId) =>
      api.accounts.makeCode({ accountId, commandId }),
    savedWords: '代码已生成',
    onSaved: (made) => onCode({ name: row.name, loginName: row.loginName, ...made }),
  });
  const endGrant = useAct({
    save: (grantId: AccountRow['grants'][number]['grantId'], commandId) =>
      api.accounts.endGrant({ grantId, commandId }),
    savedWords: '已结束授权',
    onSaved: onChanged,
  });

  return (
    <>
      <Facts
        facts={[
          { label: '登录名', value: row.loginName },
          { label: '密码', value: row.hasPassword ? '已设置' : '还没有设置' },
          { label: '动态码', value: row.hasTotp ? '已启用' : '没有启用' },
          { label: '状态', value: row.disabled ? '已停用' : '在用' },
        ]}
      />
      <div className="form-acts">
        <Button loading={newCode.busy} onClick={() => newCode.run(row.accountId)}>
          发一次性代码
        </Button>
        <Button onClick={() => setForm('disable')}>{row.disabled ? '恢复账号' : '停用账号'}</Button>
      </div>
      <FailureNote failure={newCode.failure ?? endGrant.failure} />
      <Section title="授权" actions={<Button onClick={() => setForm('grant')}>增加授权</Button>}>
        {row.grants.length === 0 ? (
          <p className="muted">没有另外的授权；职务和党员身份自动生效。</p>
        ) : (
          <ul className="grants">
            {row.grants.map((grant) => (
              <li key={grant.grantId}>
                <span>
                  {grant.orgName} <strong>{GRANTS[grant.kind]}</strong>
                  <span className="muted">，{chineseDate(grant.since)}起</span>
                </span>
                <Button
                  size="small"
                  disabled={endGrant.busy}
                  onClick={() => endGrant.run(grant.grantId)}
                >
                  结束
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <FormDrawer<{ grant: keyof typeof GRANTS; org: OrgChoice }, object>
        title="增加授权"
        open={form === 'grant'}
        onClose={close}
        initial={{ grant: 'clerk', org: { id: me.acting.orgId, label: me.acting.organisation } }}
        onSaved={onChanged}
        save={({ grant, org }, commandId) =>
          api.accounts.grant({ accountId: row.accountId, kind: grant, orgId: org.id, commandId })
        }
      >
        <GrantFields required />
      </FormDrawer>
      <FormDrawer<{ reason: string }, object>
        title={row.disabled ? '恢复账号' : '停用账号'}
        open={form === 'disable'}
        onClose={close}
        onSaved={onChanged}
        lead={row.disabled ? undefined : '停用后立即不能登录，已登录的也随即结束；记录都保留。'}
        save={({ reason }, commandId) =>
          api.accounts.setDisabled({
            accountId: row.accountId,
            disabled: !row.disabled,
            reason,
            commandId,
          })
        }
      >
        <Field name="reason" label="原因" required>
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
        </Field>
      </FormDrawer>
    </>
  );
}
