import { Button, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api, type Answer, type Api } from '../../api.ts';
import { Section } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { CurrentPasswordField } from './password-section.tsx';
import { securityQuery } from './queries.ts';

type Sheet = Answer<Api['accounts']['beginTotp']>;
type Step = 'none' | 'begin' | 'confirm' | 'remove';

/** The second factor: a code that changes every half minute, from any authenticator, without network. */
export function TotpSection({ active }: { active: boolean }): ReactNode {
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>('none');
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const renew = (): void => void queries.invalidateQueries({ queryKey: securityQuery.queryKey });
  const close = (): void => setStep('none');

  return (
    <Section
      title="动态码"
      actions={
        <Button onClick={() => setStep(active ? 'remove' : 'begin')}>
          {active ? '停用动态码' : '启用动态码'}
        </Button>
      }
    >
      <p className="muted">
        {active
          ? '已启用：登录时除密码外，还要填写动态码程序显示的六位数字。'
          : '启用后，登录时除密码外，还要填写动态码程序显示的六位数字。管理员应当启用。'}
      </p>
      <FormDrawer<{ password: string }, Sheet>
        title="启用动态码"
        open={step === 'begin'}
        onClose={close}
        lead="先确认是您本人。"
        saveLabel="下一步"
        savedWords="请用动态码程序扫描"
        save={(values, commandId) => api.accounts.beginTotp({ ...values, commandId })}
        onSaved={(made) => {
          setSheet(made);
          setStep('confirm');
        }}
      >
        <CurrentPasswordField name="password" />
      </FormDrawer>
      <FormDrawer<{ code: string }, object>
        title="启用动态码"
        open={step === 'confirm' && sheet !== null}
        onClose={close}
        saveLabel="启用"
        savedWords="动态码已启用"
        save={(values, commandId) =>
          api.accounts.confirmTotp({ ...values, secret: sheet?.secret ?? '', commandId })
        }
        onSaved={renew}
        lead={
          sheet === null ? null : (
            <>
              <p>用动态码程序扫描下面的图；不能扫描的，手工输入图下的字母和数字。</p>
              <img
                src={sheet.picture}
                alt={`动态码密钥 ${sheet.secret}`}
                width={220}
                height={220}
              />
              <p className="number">{sheet.secret}</p>
            </>
          )
        }
      >
        <Field name="code" label="现在显示的六位数字" required>
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
        </Field>
      </FormDrawer>
      <FormDrawer<{ password: string }, object>
        title="停用动态码"
        open={step === 'remove'}
        onClose={close}
        saveLabel="停用"
        savedWords="动态码已停用"
        save={(values, commandId) => api.accounts.removeTotp({ ...values, commandId })}
        onSaved={renew}
      >
        <CurrentPasswordField name="password" />
      </FormDrawer>
    </Section>
  );
}
