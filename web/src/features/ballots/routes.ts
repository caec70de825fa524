import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/shell-route.tsx';
import { listSearch } from '../../patterns/list-search.ts';

export const BALLOT_FILTERS = ['orgId', 'year', 'act'] as const;
export type BallotFilter = (typeof BALLOT_FILTERS)[number];

export const ballotsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/ballots',
  validateSearch: listSearch(BALLOT_FILTERS),
  component: lazyRouteComponent(() => import('./ballots-page.tsx'), 'BallotsPage'),
});

export const ballotRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/ballots/$ballotId',
  component: lazyRouteComponent(() => import('./ballot-page.tsx'), 'BallotPage'),
});

export const turnsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/me/ballots',
  component: lazyRouteComponent(() => import('./turns-page.tsx'), 'TurnsPage'),
});

export const ballotRoutes = [ballotsRoute, ballotRoute, turnsRoute] as const;
