import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, type Answer, type Api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { ListPage } from '../../patterns/list-page.tsx';
import { fileRoute, qualityRoute } from './routes.ts';

type Row = Answer<Api['members']['quality']>['rows'][number];

/** What is missing or odd, in the order of what it would break. */
export function QualityPage(): ReactNode {
  const me = useMe();
  const search = qualityRoute.useSearch();
  const navigate = qualityRoute.useNavigate();
  const query = useQuery({
    queryKey: ['members', 'quality', search],
    queryFn: () =>
      api.members.quality({
        orgId: search.orgId,
        breaks: search.breaks,
        page: search.page ?? 1,
        pageSize: search.pageSize ?? 50,
      }),
  });
  const kinds = query.data?.kinds ?? [];
  const nameOf = new Map(kinds.map((kind) => [kind.key, kind.name]));
  return (
    <ListPage<Row, 'orgId' | 'breaks'>
      title="党员信息质量"
      lead="按影响大小排列：先补影响表决和期限的，再补影响统计和联系的。"
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
      filters={[
        {
          kind: 'choice',
          name: 'breaks',
          label: '影响',
          options: kinds.map((kind) => ({
            value: kind.key,
            label: `${kind.name}（${kind.count}）`,
          })),
        },
      ]}
      query={query}
      rowKey={(row) => `${row.personId}${row.field}${row.text}`}
      openRow={(row) => void navigate({ to: fileRoute.to, search: { personId: row.personId } })}
      empty={{ text: '没有要补的内容，信息是全的' }}
      columns={[
        { key: 'name', title: '姓名', card: 'head', oneLine: true, render: (row) => row.name },
        { key: 'text', title: '问题', render: (row) => row.text },
        { key: 'breaks', title: '影响', render: (row) => nameOf.get(row.breaks) ?? row.breaks },
        ...(me.acting.standing === 'above'
          ? [{ key: 'org', title: '所在党支部', render: (row: Row) => row.orgName }]
          : []),
      ]}
    />
  );
}
