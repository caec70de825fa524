import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { AUDIENCES, SECTIONS, STATES } from '#contract/publication';
import type { OrgId } from '#kernel/ids';
import { useMe } from '../../app/session.ts';
import { ListPage } from '../../patterns/list-page.tsx';
import type { Column } from '../../patterns/list-table.tsx';
import { BoardBar } from './board-bar.tsx';
import { ProposeDrawer } from './propose-drawer.tsx';
import { itemsQuery, optionsOf, type ItemRow } from './queries.ts';
import { itemRoute, itemsRoute } from './routes.ts';

export const stateWords = (row: ItemRow): ReactNode => (
  <>
    {row.expired ? '已到期，待撤下' : STATES[row.state]}
    {row.correcting ? '（更正中）' : ''}
  </>
);

const columns = (above: boolean): readonly Column<ItemRow>[] => [
  { key: 'title', title: '事项', card: 'head', render: (row) => row.title },
  { key: 'state', title: '办到哪一步', oneLine: true, card: 'mark', render: stateWords },
  { key: 'kind', title: '目录', render: (row) => row.kindName },
  ...(above
    ? [{ key: 'org', title: '党组织', render: (row: ItemRow) => row.orgName } as const]
    : []),
  { key: 'audience', title: '范围', render: (row) => AUDIENCES[row.audience] },
  { key: 'from', title: '公开日期', oneLine: true, render: (row) => row.shownFrom },
  {
    key: 'until',
    title: '到期',
    oneLine: true,
    render: (row) => (row.shownFrom === null ? null : (row.shownUntil ?? '长期')),
  },
];

/** 公开栏: every item and where it stands, with the address of the board. */
export function ItemsPage(): ReactNode {
  const me = useMe();
  const search = itemsRoute.useSearch();
  const navigate = itemsRoute.useNavigate();
  const orgId = (search.orgId as OrgId | undefined) ?? me.acting.orgId;
  const query = useQuery(itemsQuery(me.acting.orgId, search));
  const [proposing, setProposing] = useState(search.act === 'propose');
  const may = query.data?.can['propose'] === true;
  const propose = (
    <Button type="primary" onClick={() => setProposing(true)}>
      提出公开事项
    </Button>
  );
  const { act: _act, kind, ...filters } = search;
  return (
    <>
      <ListPage<ItemRow, 'orgId' | 'state' | 'section' | 'expired'>
        title="公开栏"
        lead="提出、审核、审批、公开四步，至少两个人经手；公开的内容都有编号，在公开栏能查到原文。"
        filters={[
          { kind: 'choice', name: 'state', label: '办到哪一步', options: optionsOf(STATES) },
          { kind: 'choice', name: 'section', label: '栏目', options: optionsOf(SECTIONS) },
          {
            kind: 'choice',
            name: 'expired',
            label: '到期',
            options: [{ value: 'true', label: '已到期，待撤下' }],
          },
        ]}
        search={filters}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        query={query}
        columns={columns(me.acting.standing === 'above')}
        rowKey={(row) => row.itemId}
        openRow={(row) => void navigate({ to: itemRoute.to, search: { itemId: row.itemId } })}
        summary={
          query.data === undefined ? undefined : (
            <BoardBar
              orgId={orgId}
              board={query.data.board}
              can={query.data.can['board'] ?? { code: 'common.not_allowed', params: {} }}
            />
          )
        }
        empty={{ text: '还没有公开事项', action: may ? propose : undefined }}
        actions={may ? propose : undefined}
      />
      <ProposeDrawer
        orgId={orgId}
        open={proposing}
        kind={kind}
        onClose={() => setProposing(false)}
        onProposed={(itemId) => void navigate({ to: itemRoute.to, search: { itemId } })}
      />
    </>
  );
}
