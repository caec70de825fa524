import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/shell-route.tsx';
import { listSearch } from '../../patterns/list-search.ts';

export const handbookRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/workbook',
  validateSearch: listSearch(['orgId', 'year']),
  component: lazyRouteComponent(() => import('./handbook-page.tsx'), 'HandbookPage'),
});

export const inspectionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/workbook/inspection',
  validateSearch: listSearch(['orgId', 'year']),
  component: lazyRouteComponent(() => import('./inspection-page.tsx'), 'InspectionPage'),
});

export const workbookRoutes = [handbookRoute, inspectionRoute] as const;
