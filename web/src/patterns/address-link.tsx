import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export interface AddressLinkProps {
  /** An address within the application as the server gives it, with its search: `/meetings/record?kind=theme_day`. */
  readonly to: string;
  readonly className?: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/** Path and search of an address, as the router takes them. */
export function addressParts(to: string): { to: string; search: Readonly<Record<string, string>> } {
  const at = to.indexOf('?');
  return at === -1
    ? { to, search: {} }
    : { to: to.slice(0, at), search: Object.fromEntries(new URLSearchParams(to.slice(at + 1))) };
}

/** A link to an address with its search, without loading the page anew. */
export function AddressLink({ to, className, label, children }: AddressLinkProps): ReactNode {
  const parts = addressParts(to);
  return (
    <Link to={parts.to} search={parts.search as never} className={className} aria-label={label}>
      {children}
    </Link>
  );
}
