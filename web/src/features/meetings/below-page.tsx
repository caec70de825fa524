import type { ReactNode } from 'react';
import { MeetingList } from './meeting-list.tsx';
import { belowRoute } from './routes.ts';

/** Meetings of all branches below, for the level above. */
export function BelowPage(): ReactNode {
  const search = belowRoute.useSearch();
  const navigate = belowRoute.useNavigate();
  return (
    <MeetingList
      title="各支部会议"
      below
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
