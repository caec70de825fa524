import { Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { SUBJECTS, TABS, TRANSFER_DOERS, TRANSFER_ROUTES } from '#contract/transfers';
import { useMe } from '../../app/session.ts';
import { ListPage } from '../../patterns/list-page.tsx';
import type { Column } from '../../patterns/list-table.tsx';
import { DueMark } from '../admissions/due-mark.tsx';
import { BeginInDrawer } from './begin-in-drawer.tsx';
import { BeginOutDrawer } from './begin-out-drawer.tsx';
import {
  listQuery,
  renewTransfers,
  tabOf,
  type Tab,
  type TransferId,
  type TransferRow,
} from './queries.ts';
import { transferRoute, transfersRoute, type TransferFilter } from './routes.ts';
import { SettingsButton } from './settings-drawer.tsx';
import '../admissions/admissions.css';

const LEADS: Readonly<Record<Tab, string>> = {
  inbox: '下一步轮到您办理的接转。',
  out: '正在转出的同志。在接收之前，由原所在党组织负责管理。',
  in: '正在转入的同志。没有正当理由，不得拒绝接收；退回要写明理由。',
  due: '下一步已过期限的接转。',
  done: '已经接收、撤回的接转。',
};
const NONE: Readonly<Record<Tab, string>> = {
  inbox: '现在没有等您办理的接转',
  out: '现在没有正在转出的同志',
  in: '现在没有正在转入的同志',
  due: '没有超过期限的接转',
  done: '还没有办结的接转',
};

const COLUMNS: readonly Column<TransferRow>[] = [
  { key: 'name', title: '姓名', card: 'head', oneLine: true, render: (row) => row.name },
  { key: 'subject', title: '类别', oneLine: true, render: (row) => SUBJECTS[row.subject] },
  { key: 'from', title: '转出', render: (row) => row.from },
  { key: 'to', title: '接收', render: (row) => row.to },
  { key: 'route', title: '方式', oneLine: true, render: (row) => TRANSFER_ROUTES[row.route] },
  { key: 'state', title: '状态', render: (row) => row.stateName },
  {
    key: 'next',
    title: '下一步',
    render: (row) =>
      row.nextActor === null ? (
        <span className="muted">没有</span>
      ) : (
        `${row.next}（${TRANSFER_DOERS[row.nextActor]}）`
      ),
  },
  {
    key: 'due',
    title: '期限',
    render: (row) => (row.nextActor === null ? '—' : <DueMark from={null} until={row.until} />),
  },
];

/** 组织关系接转: out, in, over the term, and what waits for oneself. */
export function TransfersPage(): ReactNode {
  const me = useMe();
  const search = transfersRoute.useSearch();
  const navigate = transfersRoute.useNavigate();
  const queries = useQueryClient();
  const [entering, setEntering] = useState<'out' | 'in' | null>(null);
  const tab = tabOf(search);
  const query = useQuery(listQuery(me.acting.orgId, search));
  const mayWrite = me.permissions.includes('transfers.write');
  const open = (caseId: TransferId): void =>
    void navigate({ to: transferRoute.to, search: { caseId } });
  const saved = (caseId: TransferId): void => {
    void renewTransfers(queries);
    open(caseId);
  };
  return (
    <>
      <ListPage<TransferRow, TransferFilter>
        title="组织关系接转"
        lead={LEADS[tab]}
        search={search}
        onSearch={(next) => void navigate({ search: { tab: search.tab, ...next }, replace: true })}
        filters={[{ kind: 'text', name: 'q', label: '查姓名' }]}
        query={query}
        rowKey={(row) => row.caseId}
        openRow={(row) => open(row.caseId)}
        columns={COLUMNS}
        empty={{ text: NONE[tab] }}
        actions={
          mayWrite ? (
            <>
              <SettingsButton orgId={me.acting.orgId} above={me.acting.standing === 'above'} />
              <Button onClick={() => setEntering('in')}>登记转入</Button>
              <Button type="primary" onClick={() => setEntering('out')}>
                办理转出
              </Button>
            </>
          ) : undefined
        }
        summary={
          <>
            {(query.data?.rosterAlarm ?? 0) === 0 ? null : (
              <p className="note" role="status">
                每晚核对发现 {query.data?.rosterAlarm}{' '}
                名同志不在任何花名册，或同时在两个花名册，请核对后办理更正。
              </p>
            )}
            <nav className="registers" aria-label="接转">
              {(Object.keys(TABS) as Tab[]).map((one) => (
                <Link
                  key={one}
                  to={transfersRoute.to}
                  search={{ ...search, page: undefined, tab: one }}
                  activeProps={{ 'aria-current': undefined }}
                  aria-current={one === tab ? 'page' : undefined}
                >
                  {TABS[one]} <span className="number">{query.data?.counts[one] ?? ''}</span>
                </Link>
              ))}
            </nav>
          </>
        }
      />
      <BeginOutDrawer open={entering === 'out'} onClose={() => setEntering(null)} onSaved={saved} />
      <BeginInDrawer open={entering === 'in'} onClose={() => setEntering(null)} onSaved={saved} />
    </>
  );
}
