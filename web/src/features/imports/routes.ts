import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/shell-route.tsx';
import { listSearch } from '../../patterns/list-search.ts';

export const importsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports',
  validateSearch: listSearch([]),
  component: lazyRouteComponent(() => import('./imports-page.tsx'), 'ImportsPage'),
});

export const compareRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports/compare',
  validateSearch: listSearch(['open']),
  component: lazyRouteComponent(() => import('./compare-page.tsx'), 'ComparePage'),
});

export const caseRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports/case',
  validateSearch: listSearch(['importId', 'step', 'kind']),
  component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage'),
});

export const importRoutes = [importsRoute, compareRoute, caseRoute] as const;
