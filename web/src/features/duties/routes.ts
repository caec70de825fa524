import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/shell-route.tsx';
import { listSearch } from '../../patterns/list-search.ts';

export const dutiesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/duties',
  validateSearch: listSearch(['q', 'kind', 'state', 'from', 'to']),
  component: lazyRouteComponent(() => import('./matrix-page.tsx'), 'MatrixPage'),
});

export const dutiesRoutes = [dutiesRoute] as const;
