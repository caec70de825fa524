import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/shell-route.tsx';
import { listSearch } from '../../patterns/list-search.ts';

export const CASE_FILTERS = ['q', 'orgId', 'ended'] as const;
export type CaseFilterName = (typeof CASE_FILTERS)[number];
export const LOST_FILTERS = ['orgId', 'state'] as const;
export type LostFilterName = (typeof LOST_FILTERS)[number];

const words =
  <const Name extends string>(names: readonly Name[]) =>
  (raw: Record<string, unknown>): { readonly [N in Name]?: string } =>
    listSearch(names)(raw);

export const casesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/status',
  validateSearch: listSearch(CASE_FILTERS),
  component: lazyRouteComponent(() => import('./cases-page.tsx'), 'CasesPage'),
});

/** `move` opens the drawer of that step. */
export const caseRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/status/case',
  validateSearch: words(['caseId', 'move']),
  component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage'),
});

/** `lostId` opens the search of one; duties link to it. */
export const lostRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/status/lost',
  validateSearch: listSearch([...LOST_FILTERS, 'lostId']),
  component: lazyRouteComponent(() => import('./lost-page.tsx'), 'LostPage'),
});

export const printRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/status/print',
  validateSearch: words(['kind', 'caseId', 'orgId']),
  component: lazyRouteComponent(() => import('./print-page.tsx'), 'PrintPage'),
});

export const statusRoutes = [casesRoute, caseRoute, lostRoute, printRoute] as const;
