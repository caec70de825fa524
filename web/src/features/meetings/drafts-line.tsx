import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../../app/session.ts';
import { draftsQuery } from './queries.ts';
import './meetings.css';

/** Says how many records wait for 定稿, and leads to them. */
export function DraftsLine(): ReactNode {
  const me = useMe();
  const { data } = useQuery(draftsQuery(me.acting.orgId));
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <p className="note">
      有{data.rows.length}份会议记录还没有定稿。<Link to="/meetings/drafts">查看并定稿</Link>
    </p>
  );
}
