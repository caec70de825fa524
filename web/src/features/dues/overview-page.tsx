import { Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { parsePlainMonth, plainMonth, yearOf, monthOf } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { useToday } from '../../app/today.ts';
import { Facts } from '../../patterns/detail-page.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { Page } from '../../patterns/page.tsx';
import { YearBar } from './period-bar.tsx';
import { DUES } from './queries.ts';
import { overviewRoute } from './routes.ts';
import { useBranch, yuan } from './words.ts';
import './dues.css';

type Row = Answer<Api['dues']['rollup']>['rows'][number];

/** 各支部党费: what is due, paid and handed up below, down to the branch. By name, never by amount. */
export function OverviewPage(): ReactNode {
  const search = overviewRoute.useSearch();
  const navigate = overviewRoute.useNavigate();
  const today = useToday();
  const orgId = useBranch(search.orgId);
  const from = parsePlainMonth(search.from ?? '') ?? plainMonth(`${yearOf(today)}-01`);
  const year = yearOf(from);
  const last = year === yearOf(today) ? monthOf(today) : plainMonth(`${year}-12`);
  const to = parsePlainMonth(search.to ?? '') ?? last;
  const query = useQuery({
    queryKey: [...DUES, 'rollup', orgId, from, to],
    queryFn: () => api.dues.rollup({ orgId, fromMonth: from, toMonth: to }),
  });
  const found = query.data;
  return (
    <Page
      title="各支部党费"
      lead="按组织名称排列；点开可以一直看到支部和党员。"
      back={search.orgId === undefined ? undefined : { to: '/dues/overview', label: '本级' }}
    >
      <YearBar
        year={year}
        last={yearOf(today)}
        onYear={(next) =>
          void navigate({
            search: { ...search, from: `${next}-01`, to: undefined },
            replace: true,
          })
        }
      >
        <span className="muted">
          {from} 至 {to}
        </span>
      </YearBar>
      {found === undefined ? (
        query.error === null ? (
          <Skeleton active={false} aria-label="正在读取" />
        ) : (
          <Fault error={query.error} retry={() => query.refetch()} />
        )
      ) : (
        <>
          <Facts
            facts={[
              { label: '应交', value: `${yuan(found.due)} 元` },
              { label: '实交', value: `${yuan(found.paid)} 元` },
              { label: '未交', value: `${yuan(found.open)} 元` },
              { label: '上缴', value: `${yuan(found.remitted)} 元` },
            ]}
          />
          <div className="panel">
            {found.rows.length === 0 ? (
              <p className="muted dues-pad">下面还没有党组织。</p>
            ) : (
              <RowList<Row>
                label="各支部党费"
                rows={found.rows}
                rowKey={(row) => row.orgId}
                columns={[
                  {
                    key: 'name',
                    title: '党组织',
                    card: 'head',
                    render: (row) =>
                      row.isBranch ? (
                        <Link to="/dues/collect" search={{ orgId: row.orgId }}>
                          {row.name}
                        </Link>
                      ) : (
                        <Link to="/dues/overview" search={{ ...search, orgId: row.orgId }}>
                          {row.name}（{row.branches} 个支部）
                        </Link>
                      ),
                  },
                  { key: 'members', title: '党员', number: true, render: (row) => row.members },
                  { key: 'due', title: '应交', number: true, render: (row) => yuan(row.due) },
                  { key: 'paid', title: '实交', number: true, render: (row) => yuan(row.paid) },
                  { key: 'open', title: '未交', number: true, render: (row) => yuan(row.open) },
                  {
                    key: 'remitted',
                    title: '上缴',
                    number: true,
                    render: (row) => yuan(row.remitted),
                  },
                  {
                    key: 'unassessed',
                    title: '未核定',
                    render: (row) => (row.unassessed === 0 ? null : `${row.unassessed} 人`),
                  },
                ]}
              />
            )}
          </div>
        </>
      )}
    </Page>
  );
}
