import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { parsePlainDate } from '#kernel/plain-date';
import { Fault } from '../../app/fault.tsx';
import { Page } from '../../patterns/page.tsx';
import { BeginBoard } from './begin-board.tsx';
import { detailQuery } from './queries.ts';
import { RecordBoard } from './record-board.tsx';
import { recordRoute } from './routes.ts';
import './meetings.css';

/** 记一次会: one page from top to bottom as a meeting goes. */
export function RecordPage(): ReactNode {
  const { meetingId, kind, on } = recordRoute.useSearch();
  if (meetingId === undefined)
    return (
      <BeginBoard
        kind={kind}
        on={on === undefined ? undefined : (parsePlainDate(on) ?? undefined)}
      />
    );
  return <OpenRecord key={meetingId} meetingId={meetingId} />;
}

function OpenRecord({ meetingId }: { meetingId: string }): ReactNode {
  const query = useQuery({ ...detailQuery(meetingId), refetchOnMount: 'always' });
  // What was read before may be old; somebody who writes begins with what stands now.
  if (query.data !== undefined && (query.isFetchedAfterMount || query.error !== null))
    return <RecordBoard detail={query.data} />;
  return (
    <Page title="会议记录">
      {query.error === null ? (
        <Skeleton active={false} aria-label="正在读取" />
      ) : (
        <Fault error={query.error} retry={() => query.refetch()} />
      )}
    </Page>
  );
}
