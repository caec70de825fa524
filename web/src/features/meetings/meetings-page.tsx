import type { ReactNode } from 'react';
import { MeetingList } from './meeting-list.tsx';
import { meetingsRoute } from './routes.ts';

/** 三会一课 of the branch: those to come first, then the latest. */
export function MeetingsPage(): ReactNode {
  const search = meetingsRoute.useSearch();
  const navigate = meetingsRoute.useNavigate();
  return (
    <MeetingList
      title="三会一课"
      lead="支部党员大会、支部委员会会议、党小组会和党课，待开的排在前面。"
      set="three_and_one"
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
