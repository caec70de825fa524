import { Empty, Select, Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { chineseDate, monthsBetween, type PlainDate } from '#kernel/plain-date';
import { Fault } from '../../app/fault.tsx';
import { useToday } from '../../app/today.ts';
import { RowList } from '../../patterns/list-table.tsx';
import { Page } from '../../patterns/page.tsx';
import { OrgBar, useOrgShown } from './org-bar.tsx';
import { idleQuery, type IdleRow } from './queries.ts';
import { idleRoute, printRoute, registersRoute } from './routes.ts';
import './admissions.css';

/** `3年2个月`. */
function gapText(from: PlainDate, to: PlainDate): string {
  const months = monthsBetween(from, to);
  const years = `${Math.floor(months / 12)}年`;
  return months % 12 === 0 ? years : `${years}${months % 12}个月`;
}

/** 近三年未发展党员: branches without an admission in three years, the longest without one first. */
export function IdlePage(): ReactNode {
  const today = useToday();
  const search = idleRoute.useSearch();
  const navigate = idleRoute.useNavigate();
  const orgId = useOrgShown(search.orgId);
  const { data, error, refetch } = useQuery(idleQuery(orgId));
  const sectors = [...new Set((data?.rows ?? []).map((row) => row.sector))];
  const rows = (data?.rows ?? []).filter(
    (row) => search.sector === undefined || row.sector === search.sector,
  );
  return (
    <Page
      title="近三年未发展党员的党支部"
      lead="按支部党员大会接收预备党员的日期计算；启用本系统以前的，看名册上党员的入党日期。成立不满三年的不列。"
      actions={
        <Link to={printRoute.to} search={{ kind: 'idle', orgId }}>
          打印
        </Link>
      }
    >
      <OrgBar
        orgId={search.orgId}
        onChange={(next) => void navigate({ search: { ...search, orgId: next }, replace: true })}
      >
        <div className="filter">
          <label htmlFor="idle-sector">类别</label>
          <Select
            id="idle-sector"
            allowClear
            placeholder="全部"
            value={search.sector ?? null}
            options={sectors.map((one) => ({ value: one, label: one }))}
            onChange={(next: string | null | undefined) =>
              void navigate({ search: { ...search, sector: next ?? undefined }, replace: true })
            }
          />
        </div>
      </OrgBar>
      {error !== null ? (
        <Fault error={error} retry={() => refetch()} />
      ) : data === undefined ? (
        <Skeleton active={false} title={false} aria-label="正在读取" />
      ) : (
        <>
          <p>
            {data.branches}个党支部中，{data.rows.length}个自
            {chineseDate(data.since)}以来没有发展党员。
          </p>
          <div className="panel">
            {rows.length === 0 ? (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有这样的党支部" />
            ) : (
              <RowList<IdleRow>
                label="近三年未发展党员的党支部"
                rows={rows}
                rowKey={(row) => row.orgId}
                columns={[
                  {
                    key: 'name',
                    title: '党支部',
                    card: 'head',
                    render: (row) => (
                      <Link to={registersRoute.to} search={{ orgId: row.orgId }}>
                        {row.orgName}
                      </Link>
                    ),
                  },
                  { key: 'sector', title: '类别', oneLine: true, render: (row) => row.sector },
                  {
                    key: 'last',
                    title: '最近一次发展',
                    oneLine: true,
                    render: (row) => (row.last === null ? '没有记录' : chineseDate(row.last)),
                  },
                  {
                    key: 'gap',
                    title: '已过',
                    oneLine: true,
                    render: (row) => (row.last === null ? '—' : gapText(row.last, today)),
                  },
                  {
                    key: 'applicants',
                    title: '申请人',
                    number: true,
                    render: (row) => row.applicants,
                  },
                  {
                    key: 'activists',
                    title: '积极分子',
                    number: true,
                    render: (row) => row.activists,
                  },
                  { key: 'targets', title: '发展对象', number: true, render: (row) => row.targets },
                ]}
              />
            )}
          </div>
        </>
      )}
    </Page>
  );
}
