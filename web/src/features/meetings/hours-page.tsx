import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { ListPage } from '../../patterns/list-page.tsx';
import { PaperLinks } from './paper-links.tsx';
import { hoursQuery } from './queries.ts';
import { hoursRoute } from './routes.ts';
import { hoursText, readYear, yearChoices } from './words.ts';

/** 学时登记: time of study by person and year, from the meetings held; nothing is entered here. */
export function HoursPage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const search = hoursRoute.useSearch();
  const navigate = hoursRoute.useNavigate();
  const year = readYear(search.year, today);
  const query = useQuery({
    ...hoursQuery(me.acting.orgId, year),
    select: (found) => ({ rows: found.lines, total: found.lines.length, minutes: found.minutes }),
  });
  return (
    <ListPage
      title="学时登记"
      lead={`${year}年，由定稿的会议记录算出；同一时间的几个会只算一次。`}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
      filters={[{ kind: 'choice', name: 'year', label: '年份', options: yearChoices(today) }]}
      query={query}
      summary={
        query.data === undefined ? null : (
          <p className="muted">合计 {hoursText(query.data.minutes)}</p>
        )
      }
      exportSlot={
        <PaperLinks papers={['hours']} of={{ orgId: me.acting.orgId, year: String(year) }} />
      }
      rowKey={(row) => row.personId}
      empty={{ text: '花名册里还没有党员' }}
      columns={[
        { key: 'name', title: '姓名', card: 'head', render: (row) => row.name },
        { key: 'sessions', title: '次数', number: true, render: (row) => row.sessions },
        {
          key: 'minutes',
          title: '学习时间',
          number: true,
          render: (row) => hoursText(row.minutes),
        },
      ]}
    />
  );
}
