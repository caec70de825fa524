import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/shell-route.tsx';
import { listSearch } from '../../patterns/list-search.ts';

export const TRANSFER_FILTERS = ['q', 'tab'] as const;
export type TransferFilter = (typeof TRANSFER_FILTERS)[number];

const words =
  <const Name extends string>(names: readonly Name[]) =>
  (raw: Record<string, unknown>): { readonly [N in Name]?: string } =>
    listSearch(names)(raw);

export const transfersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/transfers',
  validateSearch: listSearch(TRANSFER_FILTERS),
  component: lazyRouteComponent(() => import('./transfers-page.tsx'), 'TransfersPage'),
});

/** `move` opens the drawer of that step; duties link to it. */
export const transferRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/transfers/case',
  validateSearch: words(['caseId', 'move']),
  component: lazyRouteComponent(() => import('./transfer-page.tsx'), 'TransferPage'),
});

export const lettersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/transfers/letters',
  validateSearch: listSearch(['year', 'direction']),
  component: lazyRouteComponent(() => import('./letters-page.tsx'), 'LettersPage'),
});

export const wholeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/transfers/whole',
  component: lazyRouteComponent(() => import('./whole-page.tsx'), 'WholePage'),
});

export const checksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/transfers/checks',
  validateSearch: listSearch(['year']),
  component: lazyRouteComponent(() => import('./checks-page.tsx'), 'ChecksPage'),
});

export const checkRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/transfers/checks/one',
  validateSearch: words(['checkId']),
  component: lazyRouteComponent(() => import('./check-page.tsx'), 'CheckPage'),
});

export const transferPrintRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/transfers/print',
  validateSearch: words(['kind', 'caseId', 'year', 'direction', 'wholeId', 'checkId']),
  component: lazyRouteComponent(() => import('./print-page.tsx'), 'TransferPrintPage'),
});

export const transferRoutes = [
  transfersRoute,
  transferRoute,
  lettersRoute,
  wholeRoute,
  checksRoute,
  checkRoute,
  transferPrintRoute,
] as const;
