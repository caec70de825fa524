import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { arrivedRoute, awayRoute, branchesRoute, contactsRoute } from './routes.ts';
import './floating.css';

const TABS = [
  { to: awayRoute.to, label: '流出' },
  { to: arrivedRoute.to, label: '流入' },
  { to: contactsRoute.to, label: '联系记录' },
  { to: branchesRoute.to, label: '流动党支部' },
] as const;

/** The four lists of the feature; the organisation looked at goes along. */
export function FloatingTabs({ orgId }: { orgId: string | undefined }): ReactNode {
  return (
    <nav className="floating-tabs" aria-label="流动党员">
      {TABS.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          search={{ orgId }}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
