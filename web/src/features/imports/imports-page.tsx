import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ListPage } from '../../patterns/list-page.tsx';
import { api } from '../../api.ts';
import { caseColumns } from './case-columns.tsx';
import type { Case } from './queries.ts';
import { caseRoute, importsRoute } from './routes.ts';
import { Start } from './start.tsx';

/** 导入花名册: a new table, and what was brought in before. */
export function ImportsPage(): ReactNode {
  const search = importsRoute.useSearch();
  const navigate = importsRoute.useNavigate();
  const open = caseRoute.useNavigate();
  const query = useQuery({
    queryKey: ['imports', 'cases', 'roster', search],
    queryFn: () =>
      api.imports.cases({
        kind: 'roster',
        page: search.page ?? 1,
        pageSize: search.pageSize ?? 50,
      }),
    placeholderData: keepPreviousData,
  });
  return (
    <ListPage<Case, never>
      title="导入花名册"
      lead="任何样式的 Excel 名单都可以：先核对各列，再看清会新增和变更什么，确认后才写入，写入后还能整次撤销。"
      back={{ to: '/members', label: '花名册' }}
      search={search}
      onSearch={(next) => void navigate({ search: next })}
      query={query}
      columns={caseColumns}
      rowKey={(row) => row.importId}
      openRow={(row) => void open({ to: '/imports/case', search: { importId: row.importId } })}
      summary={
        <Start
          kind="roster"
          hint="支持 .xlsx 和 .csv，最大 20 MB。带标题行、合并表头、合计行的名单不用先整理。文件加密保存，导入结束即删除。"
        />
      }
      empty={{ text: '还没有导入过名单' }}
    />
  );
}
