import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Page } from '../../patterns/page.tsx';
import { Fault } from '../../app/fault.tsx';
import { securityQuery } from './queries.ts';
import { PasswordSection } from './password-section.tsx';
import { sessionsRoute } from './routes.ts';
import { SessionList } from './session-list.tsx';
import { SSO_RESULTS } from './sso-address.ts';
import { SsoSection } from './sso-section.tsx';
import { TotpSection } from './totp-section.tsx';

/** One's own log-in: where it is open, its password, the second factor, single sign-on. */
export function SessionsPage(): ReactNode {
  const { sso } = sessionsRoute.useSearch();
  const security = useQuery(securityQuery);
  return (
    <Page
      title="我的登录"
      lead={security.data === undefined ? undefined : `登录名：${security.data.loginName}`}
    >
      {sso === undefined ? null : (
        <p className="note" role="status">
          {SSO_RESULTS[sso]}
        </p>
      )}
      <SessionList />
      <PasswordSection />
      {security.error === null ? null : (
        <Fault error={security.error} retry={() => void security.refetch()} />
      )}
      {security.data === undefined ? null : (
        <>
          <TotpSection active={security.data.hasTotp} />
          {security.data.ssoAvailable ? <SsoSection linked={security.data.ssoLinked} /> : null}
        </>
      )}
    </Page>
  );
}
