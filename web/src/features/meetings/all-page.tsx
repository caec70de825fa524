import type { ReactNode } from 'react';
import { MeetingList } from './meeting-list.tsx';
import { allMeetingsRoute } from './routes.ts';

/** Every meeting of the organisation, of all kinds. */
export function AllMeetingsPage(): ReactNode {
  const search = allMeetingsRoute.useSearch();
  const navigate = allMeetingsRoute.useNavigate();
  return (
    <MeetingList
      title="全部会议"
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
