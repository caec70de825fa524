import { Pagination, Skeleton } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { ImportRowKind } from '#contract/imports';
import { Fault } from '../../app/fault.tsx';
import { Section } from '../../patterns/detail-page.tsx';
import { RowList, type Column } from '../../patterns/list-table.tsx';
import { PAGE, rowsQuery, type ImportId, type ImportRow } from './queries.ts';

interface RowSectionProps {
  readonly importId: ImportId;
  readonly kind: ImportRowKind;
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly columns: readonly Column<ImportRow>[];
}

/** Rows of one kind, page by page. */
export function RowSection({
  importId,
  kind,
  title,
  note,
  actions,
  columns,
}: RowSectionProps): ReactNode {
  const [page, setPage] = useState(1);
  const query = useQuery({ ...rowsQuery(importId, kind, page), placeholderData: keepPreviousData });
  const { data, error } = query;
  if (data === undefined) {
    return (
      <Section title={title}>
        {error === null ? (
          <Skeleton active={false} aria-label="正在读取" />
        ) : (
          <Fault error={error} retry={() => query.refetch()} />
        )}
      </Section>
    );
  }
  if (data.total === 0) return null;
  return (
    <Section title={`${title}（${data.total}）`} note={note} actions={actions}>
      <RowList label={title} rows={data.rows} rowKey={(row) => String(row.row)} columns={columns} />
      {data.total > PAGE ? (
        <Pagination
          className="list-paging"
          current={page}
          pageSize={PAGE}
          total={data.total}
          showSizeChanger={false}
          onChange={setPage}
        />
      ) : null}
    </Section>
  );
}
