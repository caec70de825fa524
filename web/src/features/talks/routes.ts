import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/shell-route.tsx';
import { listSearch } from '../../patterns/list-search.ts';

export const TALK_FILTERS = ['orgId', 'year', 'kind', 'act'] as const;
export type TalkFilter = (typeof TALK_FILTERS)[number];

export const talksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/talks',
  validateSearch: listSearch(TALK_FILTERS),
  component: lazyRouteComponent(() => import('./talks-page.tsx'), 'TalksPage'),
});

export const coverageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/talks/coverage',
  validateSearch: listSearch(['orgId', 'year']),
  component: lazyRouteComponent(() => import('./coverage-page.tsx'), 'CoveragePage'),
});

export const ownTalksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/me/talks',
  validateSearch: listSearch(['year']),
  component: lazyRouteComponent(() => import('./own-talks-page.tsx'), 'OwnTalksPage'),
});

export const talkRoutes = [talksRoute, coverageRoute, ownTalksRoute] as const;
