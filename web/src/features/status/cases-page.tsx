import { Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { STATUS_KINDS } from '#contract/status';
import { chineseDate } from '#kernel/plain-date';
import { useMe } from '../../app/session.ts';
import { ListPage } from '../../patterns/list-page.tsx';
import { BeginDrawer } from './begin-drawer.tsx';
import { useOrgFilter } from './org-filter.tsx';
import { listQuery, renewStatus, type CaseId, type CaseRow } from './queries.ts';
import { caseRoute, casesRoute, type CaseFilterName } from './routes.ts';
import { SettingsDrawer } from './settings-drawer.tsx';
import './status.css';

/** 组织处置: cases that whoever looks may read, the open ones first. */
export function CasesPage(): ReactNode {
  const me = useMe();
  const search = casesRoute.useSearch();
  const navigate = casesRoute.useNavigate();
  const queries = useQueryClient();
  const [drawer, setDrawer] = useState<'begin' | 'settings' | null>(null);
  const org = useOrgFilter<CaseFilterName>();
  const query = useQuery(listQuery(me.acting.orgId, search));
  const above = me.acting.standing === 'above';
  const mayWrite = me.permissions.includes('status.write');
  const open = (caseId: CaseId): void => void navigate({ to: caseRoute.to, search: { caseId } });
  return (
    <>
      <ListPage<CaseRow, CaseFilterName>
        title="组织处置"
        lead="案卷只有书记、组织委员、纪检委员和上级党委的经办同志可以打开，每次查看都有记录。只记条款项、结论、文号和表决，不记缘由。"
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        filters={[
          ...(above ? [org] : []),
          { kind: 'text', name: 'q', label: '查姓名', hint: '姓名、拼音、首字母' },
          {
            kind: 'choice',
            name: 'ended',
            label: '情况',
            options: [
              { value: 'false', label: '正在办理' },
              { value: 'true', label: '已办结' },
            ],
          },
        ]}
        query={query}
        rowKey={(row) => row.caseId}
        openRow={(row) => open(row.caseId)}
        actions={
          <span className="status-acts">
            {mayWrite ? (
              <Button type="primary" onClick={() => setDrawer('begin')}>
                开始办理
              </Button>
            ) : null}
            <Button onClick={() => setDrawer('settings')}>期限规定</Button>
          </span>
        }
        empty={{ text: '没有组织处置事项' }}
        columns={[
          { key: 'name', title: '姓名', card: 'head', oneLine: true, render: (row) => row.name },
          ...(above
            ? [{ key: 'org', title: '所在党支部', render: (row: CaseRow) => row.orgName }]
            : []),
          { key: 'kind', title: '事项', oneLine: true, render: (row) => STATUS_KINDS[row.kind] },
          { key: 'state', title: '进度', render: (row) => row.stateName },
          {
            key: 'next',
            title: '下一步',
            render: (row) => (row.next === '' ? <span className="muted">没有</span> : row.next),
          },
          {
            key: 'until',
            title: '期限',
            oneLine: true,
            render: (row) => (row.until === null ? '—' : `至${chineseDate(row.until)}`),
          },
        ]}
      />
      <BeginDrawer
        open={drawer === 'begin'}
        onClose={() => setDrawer(null)}
        onSaved={(caseId) => {
          void renewStatus(queries);
          open(caseId);
        }}
      />
      {drawer === 'settings' ? (
        <SettingsDrawer
          orgId={me.acting.orgId}
          onClose={() => setDrawer(null)}
          onSaved={() => void renewStatus(queries)}
        />
      ) : null}
    </>
  );
}
