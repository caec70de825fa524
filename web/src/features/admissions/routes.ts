import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/shell-route.tsx';
import { listSearch } from '../../patterns/list-search.ts';

export const CASE_FILTERS = ['q', 'orgId', 'register', 'nextActor'] as const;
export type CaseListFilter = (typeof CASE_FILTERS)[number];

const words =
  <const Name extends string>(names: readonly Name[]) =>
  (raw: Record<string, unknown>): { readonly [N in Name]?: string } =>
    listSearch(names)(raw);

export const registersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admissions',
  validateSearch: listSearch(CASE_FILTERS),
  component: lazyRouteComponent(() => import('./registers-page.tsx'), 'RegistersPage'),
});

export const inboxRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admissions/inbox',
  validateSearch: listSearch(CASE_FILTERS),
  component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage'),
});

/** `move` opens the drawer of that step; duties link to it. */
export const caseRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admissions/case',
  validateSearch: words(['caseId', 'move']),
  component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage'),
});

export const plansRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admissions/plans',
  validateSearch: words(['span', 'year', 'orgId']),
  component: lazyRouteComponent(() => import('./plans-page.tsx'), 'PlansPage'),
});

export const calendarRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admissions/calendar',
  validateSearch: words(['orgId', 'month']),
  component: lazyRouteComponent(() => import('./calendar-page.tsx'), 'CalendarPage'),
});

export const structureRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admissions/structure',
  validateSearch: words(['orgId']),
  component: lazyRouteComponent(() => import('./structure-page.tsx'), 'StructurePage'),
});

export const idleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admissions/idle',
  validateSearch: words(['orgId', 'sector']),
  component: lazyRouteComponent(() => import('./idle-page.tsx'), 'IdlePage'),
});

export const printRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admissions/print',
  validateSearch: words(['kind', 'caseId', 'orgId', 'register', 'year', 'month']),
  component: lazyRouteComponent(() => import('./print-page.tsx'), 'PrintPage'),
});

export const admissionRoutes = [
  registersRoute,
  inboxRoute,
  caseRoute,
  plansRoute,
  calendarRoute,
  structureRoute,
  idleRoute,
  printRoute,
] as const;
