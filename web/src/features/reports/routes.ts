import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/shell-route.tsx';
import { listSearch } from '../../patterns/list-search.ts';

const word = (raw: Record<string, unknown>, name: string): string => {
  const value = raw[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

export const reportsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports',
  validateSearch: listSearch(['kind', 'year', 'state']),
  component: lazyRouteComponent(() => import('./reports-page.tsx'), 'ReportsPage'),
});

export const reportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports/one',
  validateSearch: (raw: Record<string, unknown>) => ({ reportId: word(raw, 'reportId') }),
  component: lazyRouteComponent(() => import('./report-page.tsx'), 'ReportPage'),
});

/** Where a click on a figure of the printed page leads. */
export const figureRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports/figure',
  validateSearch: (raw: Record<string, unknown>) => ({
    reportId: word(raw, 'reportId'),
    indicator: word(raw, 'indicator'),
    body: word(raw, 'body'),
  }),
  component: lazyRouteComponent(() => import('./figure-page.tsx'), 'FigurePage'),
});

export const printRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports/print',
  validateSearch: (raw: Record<string, unknown>) => ({ reportId: word(raw, 'reportId') }),
  component: lazyRouteComponent(() => import('./print-page.tsx'), 'PrintPage'),
});

export const reportRoutes = [reportsRoute, reportRoute, figureRoute, printRoute] as const;
