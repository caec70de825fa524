import { useEffect, type ReactNode } from 'react';
import { AddressLink } from './address-link.tsx';
import './patterns.css';

export interface PageProps {
  readonly title: string;
  /** One sentence under the title: what this page is for, or the rule that governs it. */
  readonly lead?: ReactNode;
  /** An address within the application, with its search where it needs one. */
  readonly back?: { readonly to: string; readonly label: string };
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Title, lead, actions, content. Every page begins with it; it also names the browser's tab. */
export function Page({ title, lead, back, actions, children }: PageProps): ReactNode {
  useEffect(() => {
    document.title = `${title} · 支部`;
  }, [title]);
  return (
    <div className="page">
      {back === undefined ? null : (
        <AddressLink to={back.to} className="page-back">
          ‹ {back.label}
        </AddressLink>
      )}
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          {lead === undefined ? null : <div className="page-lead">{lead}</div>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
