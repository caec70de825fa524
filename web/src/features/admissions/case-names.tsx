import { Empty, Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { Fault } from '../../app/fault.tsx';
import type { CaseName } from './queries.ts';
import { caseRoute } from './routes.ts';

type Row = CaseName & { readonly on?: PlainDate };

export interface Names {
  /** Tells one figure's people from another's. */
  readonly key: readonly (string | number)[];
  readonly load: () => Promise<{ readonly rows: readonly Row[] }>;
}

/** The people behind a figure, each with the way to the case. */
export function CaseNames({ of }: { readonly of: Names }): ReactNode {
  const { data, error, refetch } = useQuery({
    queryKey: ['admissions', ...of.key],
    queryFn: of.load,
  });
  if (error !== null) return <Fault error={error} retry={() => refetch()} />;
  if (data === undefined) return <Skeleton active={false} title={false} aria-label="正在读取" />;
  if (data.rows.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有记录" />;
  return (
    <ul className="case-names">
      {data.rows.map((row) => (
        <li key={row.caseId}>
          <Link to={caseRoute.to} search={{ caseId: row.caseId }}>
            {row.name}
          </Link>
          <span className="muted">
            {[row.on === undefined ? '' : chineseDate(row.on), row.orgName, row.stateName]
              .filter((text) => text !== '')
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
