import { Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { chineseDate, yearOf } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { ListPage } from '../../patterns/list-page.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { checksQuery, renewTransfers, type CheckRow } from './queries.ts';
import { checkRoute, checksRoute } from './routes.ts';
import { yearFilter } from './year-filter.tsx';

/** 组织关系排查: a round of each branch and year, and what is not settled. */
export function ChecksPage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const queries = useQueryClient();
  const search = checksRoute.useSearch();
  const navigate = checksRoute.useNavigate();
  const year = Number(search.year ?? yearOf(today));
  const query = useQuery(checksQuery(me.acting.orgId, year));
  const rows = query.data?.rows;
  const without = query.data?.without ?? 0;
  const above = me.acting.standing === 'above';
  const begin = useAct<null, unknown>({
    save: (_none, commandId) =>
      api.transfers.openChecks({ orgId: me.acting.orgId, year, on: today, commandId }),
    onSaved: () => void renewTransfers(queries),
    savedWords: '已建立',
  });
  const start =
    query.data?.can['open'] === true &&
    without > 0 &&
    me.permissions.includes('transfers.write') ? (
      <Button type="primary" loading={begin.busy} onClick={() => begin.run(null)}>
        {above ? `为${without}个党支部开展${year}年排查` : `开展${year}年排查`}
      </Button>
    ) : undefined;
  return (
    <ListPage<CheckRow, 'year'>
      title="组织关系排查"
      lead="每年逐人核对组织关系。排查只登记和统计，不会自动给任何人办理手续；应转接的在“组织关系”里办理。"
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
      filters={[yearFilter(today)]}
      query={{ ...query, data: rows && { rows, total: rows.length } }}
      rowKey={(row) => row.checkId}
      openRow={(row) => void navigate({ to: checkRoute.to, search: { checkId: row.checkId } })}
      actions={start}
      summary={<FailureNote failure={begin.failure} />}
      columns={[
        { key: 'org', title: '党支部', card: 'head', render: (row) => row.orgName },
        { key: 'on', title: '开始', oneLine: true, render: (row) => chineseDate(row.openedOn) },
        { key: 'total', title: '应排查', number: true, render: (row) => row.total },
        { key: 'marked', title: '已登记', number: true, render: (row) => row.marked },
        {
          key: 'should',
          title: '应转接',
          number: true,
          render: (row) => row.by.should_transfer ?? 0,
        },
        { key: 'lost', title: '查找不到', number: true, render: (row) => row.by.not_found ?? 0 },
        { key: 'open', title: '待办结', number: true, render: (row) => row.unsettled },
        {
          key: 'closed',
          title: '结束',
          oneLine: true,
          render: (row) => (row.closedOn === null ? '进行中' : chineseDate(row.closedOn)),
        },
      ]}
      empty={{ text: `${year}年还没有开展排查`, action: start }}
    />
  );
}
