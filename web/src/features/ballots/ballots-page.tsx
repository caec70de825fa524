import { Button, Select } from 'antd';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ROUND_STATES } from '#contract/ballots';
import type { OrgId } from '#kernel/ids';
import { chineseDate, yearOf } from '#kernel/plain-date';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { ListPage } from '../../patterns/list-page.tsx';
import { CreateDrawer } from './create-drawer.tsx';
import { KIND_WORDS } from './words.ts';
import { ballotsQuery, renewBallots, type BallotRow } from './queries.ts';
import { ballotsRoute, type BallotFilter } from './routes.ts';

/** 投票与测评一览 */
export function BallotsPage(): ReactNode {
  const me = useMe();
  const thisYear = yearOf(useToday());
  const search = ballotsRoute.useSearch();
  const navigate = ballotsRoute.useNavigate();
  const queries = useQueryClient();
  const orgId = (search.orgId ?? me.acting.orgId) as OrgId;
  const year = Number(search.year ?? thisYear);
  const above = me.acting.standing === 'above' && search.orgId === undefined;
  const query = useQuery({
    ...ballotsQuery(orgId, year, above),
    placeholderData: keepPreviousData,
    select: (found) => ({ ...found, total: found.rows.length }),
  });
  const [creating, setCreating] = useState(search.act === 'create');
  const runs = query.data?.can['create'] === true;
  const create = (
    <Button type="primary" onClick={() => setCreating(true)}>
      新建投票
    </Button>
  );
  const open = (ballotId: string): void =>
    void navigate({ to: '/ballots/$ballotId', params: { ballotId } });
  return (
    <>
      <ListPage<BallotRow, BallotFilter>
        title="投票与测评"
        lead="纸质票和屏幕票合成一个结果。票箱里不记人、不记时间、不记票码；截止后由两位监票、计票人员开箱，才看得到结果。"
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        filters={[
          {
            kind: 'own',
            name: 'year',
            label: '年度',
            control: (value, change, id) => (
              <Select
                id={id}
                value={value ?? String(thisYear)}
                options={Array.from({ length: 6 }, (_, at) => ({
                  value: String(thisYear - at),
                  label: `${thisYear - at}年`,
                }))}
                onChange={(chosen) => change(chosen === String(thisYear) ? undefined : chosen)}
              />
            ),
          },
        ]}
        query={query}
        rowKey={(row) => row.ballotId}
        openRow={(row) => open(row.ballotId)}
        empty={{ text: `${year}年还没有投票或测评`, action: runs ? create : undefined }}
        actions={runs ? create : undefined}
        columns={[
          { key: 'title', title: '名称', card: 'head', render: (row) => row.title },
          { key: 'heldOn', title: '日期', oneLine: true, render: (row) => chineseDate(row.heldOn) },
          { key: 'kind', title: '方式', oneLine: true, render: (row) => KIND_WORDS[row.kind] },
          {
            key: 'state',
            title: '状态',
            card: 'mark',
            oneLine: true,
            render: (row) =>
              row.destroyed
                ? '票已销毁'
                : `${row.roundNo > 1 ? `第${row.roundNo}轮 ` : ''}${ROUND_STATES[row.state]}`,
          },
          ...(above
            ? [{ key: 'org', title: '党组织', render: (row: BallotRow) => row.orgName }]
            : []),
        ]}
      />
      <CreateDrawer
        orgId={orgId}
        open={creating}
        onClose={() => setCreating(false)}
        onSaved={(ballotId) => {
          renewBallots(queries);
          open(ballotId);
        }}
      />
    </>
  );
}
