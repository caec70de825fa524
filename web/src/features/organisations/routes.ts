import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/shell-route.tsx';
import { listSearch } from '../../patterns/list-search.ts';

const words =
  <const Name extends string>(names: readonly Name[]) =>
  (raw: Record<string, unknown>): { readonly [N in Name]?: string } =>
    listSearch(names)(raw);

export const overviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organisation',
  validateSearch: words(['orgId', 'asOf']),
  component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
});

export const postsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organisation/posts',
  validateSearch: words(['orgId', 'asOf', 'history', 'act']),
  component: lazyRouteComponent(() => import('./posts-page.tsx'), 'PostsPage'),
});

export const groupsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organisation/groups',
  validateSearch: words(['orgId', 'asOf']),
  component: lazyRouteComponent(() => import('./groups-page.tsx'), 'GroupsPage'),
});

export const handoverRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organisation/handover',
  validateSearch: words(['orgId']),
  component: lazyRouteComponent(() => import('./handover-page.tsx'), 'HandoverPage'),
});

export const treeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organisations',
  validateSearch: words(['q', 'asOf']),
  component: lazyRouteComponent(() => import('./tree-page.tsx'), 'TreePage'),
});

export const TERM_FILTERS = ['q', 'stage', 'kind'] as const;
export type TermFilter = (typeof TERM_FILTERS)[number];

export const termsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organisations/terms',
  validateSearch: listSearch(TERM_FILTERS),
  component: lazyRouteComponent(() => import('./terms-page.tsx'), 'TermsPage'),
});

export const ACT_FILTERS = ['orgId', 'act', 'from', 'to'] as const;
export type ActFilter = (typeof ACT_FILTERS)[number];

export const actsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organisations/acts',
  validateSearch: listSearch(ACT_FILTERS),
  component: lazyRouteComponent(() => import('./acts-page.tsx'), 'ActsPage'),
});

export const workYearsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organisations/work-years',
  component: lazyRouteComponent(() => import('./work-years-page.tsx'), 'WorkYearsPage'),
});

export const organisationRoutes = [
  overviewRoute,
  postsRoute,
  groupsRoute,
  handoverRoute,
  treeRoute,
  termsRoute,
  actsRoute,
  workYearsRoute,
] as const;
