import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { countsQuery } from './queries.ts';
import { rosterRoute } from './routes.ts';
import './members.css';

/** How the roster is made up; each number is a link to its people. */
export function RosterCounts({
  orgId,
  asOf,
}: {
  orgId: string | undefined;
  asOf: string | undefined;
}): ReactNode {
  const query = useQuery(countsQuery(orgId, asOf));
  if (query.data === undefined) return null;
  const { total, groups } = query.data;
  return (
    <ul className="member-counts" aria-label="党员构成">
      <li>
        <Link to={rosterRoute.to} search={{ ...(orgId === undefined ? {} : { orgId }) }}>
          党员 <span className="number">{total}</span>
        </Link>
      </li>
      {groups
        .flatMap((group) => (group.title === '年龄' ? [] : group.lines))
        .filter((line) => line.count > 0)
        .map((line) => (
          <li key={line.name}>
            <Link
              to={rosterRoute.to}
              search={{ ...line.search, ...(orgId === undefined ? {} : { orgId }) }}
            >
              {line.name} <span className="number">{line.count}</span>
            </Link>
          </li>
        ))}
    </ul>
  );
}
