import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { Section } from '../../patterns/detail-page.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { securityQuery } from './queries.ts';
import { SSO_LINK } from './sso-address.ts';

/** One identity for several systems, where the installation has a provider. */
export function SsoSection({ linked }: { linked: boolean }): ReactNode {
  const queries = useQueryClient();
  const unlink = useAct({
    save: (_: void, commandId) => api.accounts.unlinkSso({ commandId }),
    savedWords: '已解除',
    onSaved: () => void queries.invalidateQueries({ queryKey: securityQuery.queryKey }),
  });
  return (
    <Section
      title="统一身份登录"
      actions={
        linked ? (
          <Button loading={unlink.busy} onClick={() => unlink.run()}>
            解除关联
          </Button>
        ) : (
          <Button href={SSO_LINK}>关联统一身份</Button>
        )
      }
    >
      <p className="muted">
        {linked
          ? '已关联：可以不用密码，从统一身份登录。'
          : '关联以后，可以不用密码，从统一身份登录。'}
      </p>
      <FailureNote failure={unlink.failure} />
    </Section>
  );
}
