import type { ReactNode } from 'react';
import { MeetingList } from './meeting-list.tsx';
import { othersRoute } from './routes.ts';

/** What is neither 三会一课 nor 主题党日: 组织生活会, 民主生活会, 中心组学习, own kinds. */
export function OthersPage(): ReactNode {
  const search = othersRoute.useSearch();
  const navigate = othersRoute.useNavigate();
  return (
    <MeetingList
      title="其他会议"
      lead="组织生活会、民主生活会、中心组学习、专题会和自设的会议。"
      set="others"
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}
