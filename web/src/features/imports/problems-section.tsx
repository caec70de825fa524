import { Pagination } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Section } from '../../patterns/detail-page.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { PAGE, problemsQuery, type ImportId } from './queries.ts';

/** Every cell that could not be read, or reads loosely, by its place in the table. */
export function ProblemsSection({
  importId,
  sheet,
  count,
}: {
  importId: ImportId;
  sheet: string;
  count: number;
}): ReactNode {
  const [page, setPage] = useState(1);
  const { data } = useQuery({
    ...problemsQuery(importId, page),
    placeholderData: keepPreviousData,
  });
  if (count === 0 || data === undefined) return null;
  return (
    <Section
      title={`要留意的单元格（${count}）`}
      note="看不懂的单元格当作空白，不改变原有内容；可以在原表改正后再导入。"
    >
      <RowList
        label="要留意的单元格"
        rows={data.rows}
        rowKey={(cell) => `${cell.row}:${cell.column}:${cell.code}`}
        columns={[
          {
            key: 'at',
            title: '位置',
            render: (cell) => `${sheet === '' ? '' : `${sheet} `}${cell.column}${cell.row}`,
            oneLine: true,
          },
          { key: 'label', title: '项目', render: (cell) => cell.label },
          {
            key: 'text',
            title: '内容',
            // Numbers of people are not repeated.
            render: (cell) => (cell.text === '' ? '—' : cell.text),
          },
          {
            key: 'why',
            title: '为什么',
            render: (cell) => (cell.severity === 'error' ? cell.why : `请核对：${cell.why}`),
          },
          { key: 'accepted', title: '可以填写', render: (cell) => cell.accepted },
        ]}
      />
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
