import { Empty, Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { OrgId } from '#kernel/ids';
import { chineseDate, yearOf } from '#kernel/plain-date';
import { Fault } from '../../app/fault.tsx';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { Section } from '../../patterns/detail-page.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { Page } from '../../patterns/page.tsx';
import { branchesQuery, type Branch } from './queries.ts';
import { branchesRoute } from './routes.ts';
import { FloatingTabs } from './tabs.tsx';

type Person = Branch['people'][number];

/** 流动党支部: who takes part there while belonging elsewhere. */
export function BranchesPage(): ReactNode {
  const me = useMe();
  const year = yearOf(useToday());
  const search = branchesRoute.useSearch();
  const orgId = (search.orgId ?? me.acting.orgId) as OrgId;
  const query = useQuery(branchesQuery({ orgId, year }));
  const { data } = query;
  return (
    <Page
      title="流动党支部"
      lead={`流动党员较多、相对集中的，可以成立流动党员党组织${data === undefined ? '' : `（依据：${data.basis}）`}。成立时“党员类别”选“流动”，就列在这里。`}
    >
      <FloatingTabs orgId={search.orgId} />
      {query.error === null ? null : (
        <Fault error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending ? <Skeleton active={false} aria-label="正在读取" /> : null}
      {data?.rows.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="本级和以下还没有流动党员党组织" />
      ) : null}
      {(data?.rows ?? []).map((branch) => (
        <Section
          key={branch.orgId}
          title={branch.name}
          note={`本支部花名册${branch.own}人，在这里参加组织生活的流动党员${branch.here}人；今年开会${branch.meetings}次`}
        >
          {branch.people.length === 0 ? (
            <p className="muted">现在没有流动党员在这里参加组织生活</p>
          ) : (
            <div className="panel">
              <RowList<Person>
                label={branch.name}
                rows={branch.people}
                rowKey={(one) => `${one.name}${one.homeName}${one.since}`}
                columns={[
                  { key: 'name', title: '姓名', card: 'head', render: (one) => one.name },
                  { key: 'home', title: '组织关系所在', render: (one) => one.homeName },
                  { key: 'since', title: '自', render: (one) => chineseDate(one.since) },
                ]}
              />
            </div>
          )}
        </Section>
      ))}
    </Page>
  );
}
