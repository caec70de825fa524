import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/shell-route.tsx';
import { listSearch } from '../../patterns/list-search.ts';

export const AWAY_FILTERS = ['orgId', 'q', 'placeKind', 'span', 'state'] as const;
export type AwayFilter = (typeof AWAY_FILTERS)[number];

export const awayRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/floating',
  validateSearch: listSearch(AWAY_FILTERS),
  component: lazyRouteComponent(() => import('./away-page.tsx'), 'AwayPage'),
});

export const arrivedRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/floating/arrived',
  validateSearch: listSearch(['orgId', 'state']),
  component: lazyRouteComponent(() => import('./arrived-page.tsx'), 'ArrivedPage'),
});

export const contactsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/floating/contacts',
  validateSearch: listSearch(['orgId', 'year']),
  component: lazyRouteComponent(() => import('./contacts-page.tsx'), 'ContactsPage'),
});

export const branchesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/floating/branches',
  validateSearch: listSearch(['orgId']),
  component: lazyRouteComponent(() => import('./branches-page.tsx'), 'BranchesPage'),
});

export const threadRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/floating/person',
  validateSearch: (raw: Record<string, unknown>): { readonly awayId?: string } =>
    listSearch(['awayId'])(raw),
  component: lazyRouteComponent(() => import('./thread-page.tsx'), 'ThreadPage'),
});

export const mineRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/me/floating',
  component: lazyRouteComponent(() => import('./mine-page.tsx'), 'MinePage'),
});

export const floatingRoutes = [
  awayRoute,
  arrivedRoute,
  contactsRoute,
  branchesRoute,
  threadRoute,
  mineRoute,
] as const;
