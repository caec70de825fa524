import { Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { chineseDate } from '#kernel/plain-date';
import { Fault } from '../../app/fault.tsx';
import { AddressLink } from '../../patterns/address-link.tsx';
import { rowsQuery, type Source } from './queries.ts';

/** The records behind one figure, each of which opens. */
export function FigureRows({
  reportId,
  indicator,
  body,
}: {
  reportId: string;
  indicator: string;
  body?: number | undefined;
}): ReactNode {
  const query = useQuery(rowsQuery(reportId, indicator, body));
  if (query.data === undefined)
    return query.error === null ? (
      <Skeleton active={false} aria-label="正在读取" />
    ) : (
      <Fault error={query.error} retry={() => query.refetch()} />
    );
  const { rows, definition } = query.data;
  return (
    <div className="report-rows">
      <p className="muted">口径：{definition}</p>
      <p>共 {rows.length} 条记录</p>
      <SourceList rows={rows} />
    </div>
  );
}

export function SourceList({ rows }: { rows: readonly Source[] }): ReactNode {
  const many = new Set(rows.map((row) => row.orgName)).size > 1;
  return (
    <ol className="source-list">
      {rows.map((row) => (
        <li key={row.id}>
          <AddressLink to={row.route}>{row.label}</AddressLink>
          <span className="muted">
            {chineseDate(row.on)}
            {many ? ` · ${row.orgName}` : ''}
          </span>
        </li>
      ))}
    </ol>
  );
}
