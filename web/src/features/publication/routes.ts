import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/shell-route.tsx';
import { listSearch } from '../../patterns/list-search.ts';

/** `act` and `kind` open the form for a proposal; duties link to it. */
export const ITEM_FILTERS = ['orgId', 'state', 'section', 'expired', 'act', 'kind'] as const;
export type ItemFilter = (typeof ITEM_FILTERS)[number];
export const QUESTION_FILTERS = ['state'] as const;

const words =
  <const Name extends string>(names: readonly Name[]) =>
  (raw: Record<string, unknown>): { readonly [N in Name]?: string } =>
    listSearch(names)(raw);

export const itemsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/publication',
  validateSearch: listSearch(ITEM_FILTERS),
  component: lazyRouteComponent(() => import('./items-page.tsx'), 'ItemsPage'),
});

export const itemRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/publication/item',
  validateSearch: words(['itemId']),
  component: lazyRouteComponent(() => import('./item-page.tsx'), 'ItemPage'),
});

export const todoRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/publication/todo',
  component: lazyRouteComponent(() => import('./todo-page.tsx'), 'TodoPage'),
});

export const questionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/publication/questions',
  validateSearch: listSearch(QUESTION_FILTERS),
  component: lazyRouteComponent(() => import('./questions-page.tsx'), 'QuestionsPage'),
});

export const catalogueRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/publication/catalogue',
  component: lazyRouteComponent(() => import('./catalogue-page.tsx'), 'CataloguePage'),
});

export const paperRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/publication/print',
  validateSearch: words(['kind', 'itemId', 'size']),
  component: lazyRouteComponent(() => import('./print-page.tsx'), 'PrintPage'),
});

export const insideRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/me/open',
  component: lazyRouteComponent(() => import('./inside-page.tsx'), 'InsidePage'),
});

export const publicationRoutes = [
  itemsRoute,
  itemRoute,
  todoRoute,
  questionsRoute,
  catalogueRoute,
  paperRoute,
  insideRoute,
] as const;
