import type { ReactNode } from 'react';
import { MeetingList } from './meeting-list.tsx';
import { themeDaysRoute } from './routes.ts';

/** 主题党日 of the branch. */
export function ThemeDaysPage(): ReactNode {
  const search = themeDaysRoute.useSearch();
  const navigate = themeDaysRoute.useNavigate();
  return (
    <MeetingList
      title="主题党日"
      kind="theme_day"
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
