import type { ReactNode } from 'react';
import { MeetingList } from './meeting-list.tsx';
import { meetingsRoute } from './routes.ts';

/** 三会一课 of the branch: every meeting, the latest first. */
export function MeetingsPage(): ReactNode {
  const search = meetingsRoute.useSearch();
  const navigate = meetingsRoute.useNavigate();
  return (
    <MeetingList
      title="三会一课"
      lead="支部开过的和待开的会，可以按种类筛选。"
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
