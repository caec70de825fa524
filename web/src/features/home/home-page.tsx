import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { chineseDate, chineseWeekday } from '#kernel/plain-date';
import { Fault } from '../../app/fault.tsx';
import { features } from '../../app/features.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { Page } from '../../patterns/page.tsx';
import { CalendarLinks } from './calendar-links.tsx';
import { HomeBoard } from './home-board.tsx';
import { homeQuery } from './queries.ts';

const acts = features
  .flatMap((feature) => feature.acts ?? [])
  .toSorted((a, b) => a.order - b.order);

export function HomePage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const query = useQuery(homeQuery);
  const mine = acts.filter(
    (act) =>
      act.standings.includes(me.acting.standing) &&
      (act.permission === undefined || me.permissions.includes(act.permission)),
  );
  return (
    <Page
      title={`${me.name}同志，您好`}
      lead={`${chineseDate(today)} ${chineseWeekday(today)} · ${me.acting.organisation}`}
    >
      <HomeBoard
        today={today}
        acts={mine}
        model={query.data ?? null}
        calendar={<CalendarLinks officer={me.acting.standing !== 'member'} />}
      />
      {query.data !== undefined ? null : query.error === null ? (
        <Skeleton active={false} paragraph={{ rows: 5 }} aria-label="正在读取到期事项" />
      ) : (
        <Fault error={query.error} retry={() => query.refetch()} />
      )}
    </Page>
  );
}
