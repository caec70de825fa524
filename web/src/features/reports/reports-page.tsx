import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { REPORT_KINDS } from '#contract/reports-words';
import { chineseDate, yearOf } from '#kernel/plain-date';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { ListPage } from '../../patterns/list-page.tsx';
import { CreateDrawer } from './create-drawer.tsx';
import { reportsQuery, type ReportLine } from './queries.ts';
import { reportRoute, reportsRoute } from './routes.ts';

const YEARS_SHOWN = 6;

/** Reports and summaries of one's own organisation and those below. */
export function ReportsPage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const search = reportsRoute.useSearch();
  const navigate = reportsRoute.useNavigate();
  const open = reportRoute.useNavigate();
  const query = useQuery(reportsQuery(search));
  const [creating, setCreating] = useState(false);
  const mayWrite = me.permissions.includes('reports.write');
  const start = (
    <Button type="primary" onClick={() => setCreating(true)}>
      起草
    </Button>
  );
  return (
    <>
      <ListPage<ReportLine, 'kind' | 'year' | 'state'>
        title="述职与总结"
        lead="数字取自各项记录，文字由您来写；每个数字都能打开它所依据的记录。"
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        filters={[
          {
            kind: 'choice',
            name: 'kind',
            label: '种类',
            options: Object.entries(REPORT_KINDS).map(([value, label]) => ({ value, label })),
          },
          {
            kind: 'choice',
            name: 'year',
            label: '年份',
            options: Array.from({ length: YEARS_SHOWN }, (_, back) => {
              const year = String(yearOf(today) - back);
              return { value: year, label: `${year}年` };
            }),
          },
          {
            kind: 'choice',
            name: 'state',
            label: '状态',
            options: [
              { value: 'draft', label: '草稿' },
              { value: 'issued', label: '已定稿' },
            ],
          },
        ]}
        query={query}
        rowKey={(row) => row.reportId}
        openRow={(row) => void open({ to: '/reports/one', search: { reportId: row.reportId } })}
        actions={mayWrite ? start : undefined}
        empty={{ text: '还没有述职报告或总结', action: mayWrite ? start : undefined }}
        columns={[
          {
            key: 'title',
            title: '标题',
            card: 'head',
            render: (row) => row.title.replaceAll('\n', ''),
          },
          { key: 'kind', title: '种类', oneLine: true, render: (row) => REPORT_KINDS[row.kind] },
          { key: 'org', title: '党组织', render: (row) => row.orgName },
          { key: 'author', title: '作者', oneLine: true, render: (row) => row.authorName },
          {
            key: 'period',
            title: '期间',
            render: (row) => `${chineseDate(row.from)}至${chineseDate(row.to)}`,
          },
          {
            key: 'state',
            title: '状态',
            card: 'mark',
            oneLine: true,
            render: (row) =>
              row.state === 'issued'
                ? row.edition > 1
                  ? `已定稿（第${row.edition}版）`
                  : '已定稿'
                : '草稿',
          },
        ]}
      />
      <CreateDrawer
        open={creating}
        onClose={() => setCreating(false)}
        onCreated={(reportId) => void open({ to: '/reports/one', search: { reportId } })}
      />
    </>
  );
}
