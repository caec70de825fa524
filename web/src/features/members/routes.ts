import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/shell-route.tsx';
import { listSearch } from '../../patterns/list-search.ts';

export const ROSTER_FILTERS = [
  'q',
  'orgId',
  'asOf',
  'category',
  'sex',
  'age',
  'education',
  'ethnic',
  'work',
  'mark',
  'groupId',
] as const;
export type RosterFilter = (typeof ROSTER_FILTERS)[number];

const words =
  <const Name extends string>(names: readonly Name[]) =>
  (raw: Record<string, unknown>): { readonly [N in Name]?: string } =>
    listSearch(names)(raw);

export const rosterRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members',
  validateSearch: listSearch(ROSTER_FILTERS),
  component: lazyRouteComponent(() => import('./roster-page.tsx'), 'RosterPage'),
});

export const fileRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members/file',
  validateSearch: words(['personId', 'act']),
  component: lazyRouteComponent(() => import('./file-page.tsx'), 'FilePage'),
});

export const movementRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members/movement',
  validateSearch: words(['orgId', 'from', 'to', 'line']),
  component: lazyRouteComponent(() => import('./movement-page.tsx'), 'MovementPage'),
});

export const requestsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members/requests',
  validateSearch: listSearch(['state']),
  component: lazyRouteComponent(() => import('./requests-page.tsx'), 'RequestsPage'),
});

export const qualityRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members/quality',
  validateSearch: listSearch(['orgId', 'breaks']),
  component: lazyRouteComponent(() => import('./quality-page.tsx'), 'QualityPage'),
});

export const duplicatesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members/duplicates',
  component: lazyRouteComponent(() => import('./duplicates-page.tsx'), 'DuplicatesPage'),
});

export const fiftyYearsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members/fifty-years',
  validateSearch: words(['orgId', 'year']),
  component: lazyRouteComponent(() => import('./fifty-years-page.tsx'), 'FiftyYearsPage'),
});

export const hardshipsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members/hardships',
  component: lazyRouteComponent(() => import('./hardships-page.tsx'), 'HardshipsPage'),
});

export const guestsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members/guests',
  component: lazyRouteComponent(() => import('./guests-page.tsx'), 'GuestsPage'),
});

export const ownFileRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/me/file',
  component: lazyRouteComponent(() => import('./own-file-page.tsx'), 'OwnFilePage'),
});

export const memberRoutes = [
  rosterRoute,
  fileRoute,
  movementRoute,
  requestsRoute,
  qualityRoute,
  duplicatesRoute,
  fiftyYearsRoute,
  hardshipsRoute,
  guestsRoute,
  ownFileRoute,
] as const;
