import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Fault } from '../../app/fault.tsx';
import { Page } from '../../patterns/page.tsx';
import { IssuedView } from './issued-view.tsx';
import { reportQuery } from './queries.ts';
import { printRoute } from './routes.ts';
import './reports.css';

/** The report as it will be printed; a click on a figure opens its records beside it. */
export function PrintPage(): ReactNode {
  const { reportId } = printRoute.useSearch();
  const query = useQuery(reportQuery(reportId));
  return (
    <Page
      title={query.data?.title.replaceAll('\n', '') ?? '报告'}
      lead="点击正文中的数字，列出所依据的记录。"
      back={{ to: '/reports', label: '述职与总结' }}
      actions={
        <>
          <Button href={`/api/reports/word?reportId=${reportId}`}>Word</Button>
          <Button href={`/api/reports/sheet?reportId=${reportId}`}>Excel（数据）</Button>
        </>
      }
    >
      {query.data !== undefined ? (
        <IssuedView report={query.data} />
      ) : query.error === null ? (
        <Skeleton active={false} aria-label="正在读取" />
      ) : (
        <Fault error={query.error} retry={() => query.refetch()} />
      )}
    </Page>
  );
}
