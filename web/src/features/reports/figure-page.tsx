import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Page } from '../../patterns/page.tsx';
import { reportQuery, rowsQuery } from './queries.ts';
import { figureRoute } from './routes.ts';
import { FigureRows } from './rows-list.tsx';
import './reports.css';

/** One figure of a report with its records. */
export function FigurePage(): ReactNode {
  const { reportId, indicator, body } = figureRoute.useSearch();
  // The printed page counts bodies from 1, as people do.
  const at = body === '' ? undefined : Number(body) - 1;
  const report = useQuery(reportQuery(reportId));
  const rows = useQuery(rowsQuery(reportId, indicator, at));
  const of = at === undefined ? undefined : report.data?.content.bodies[at]?.name;
  const title =
    rows.data === undefined
      ? '数字所依据的记录'
      : `${rows.data.name}：${rows.data.text}${rows.data.unit}`;
  return (
    <Page
      title={title}
      lead={[report.data?.title.replaceAll('\n', ''), of].filter(Boolean).join(' · ')}
    >
      <div className="panel report-panel">
        <FigureRows reportId={reportId} indicator={indicator} body={at} />
      </div>
    </Page>
  );
}
