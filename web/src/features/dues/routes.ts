import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/shell-route.tsx';
import { listSearch } from '../../patterns/list-search.ts';

/** Whose dues: nothing means the branch one acts for; the level above looks into another. */
const words =
  <const Name extends string>(names: readonly Name[]) =>
  (raw: Record<string, unknown>): { readonly [N in Name]?: string } =>
    listSearch(names)(raw);

export const collectRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dues/collect',
  validateSearch: words(['month', 'orgId', 'group']),
  component: lazyRouteComponent(() => import('./collect-page.tsx'), 'CollectPage'),
});

export const arrearsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dues/arrears',
  validateSearch: words(['orgId']),
  component: lazyRouteComponent(() => import('./arrears-page.tsx'), 'ArrearsPage'),
});

export const receiptsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dues/receipts',
  validateSearch: listSearch(['year', 'orgId', 'personId']),
  component: lazyRouteComponent(() => import('./receipts-page.tsx'), 'ReceiptsPage'),
});

export const assessmentRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dues/assessment',
  validateSearch: words(['month', 'orgId']),
  component: lazyRouteComponent(() => import('./assessment-page.tsx'), 'AssessmentPage'),
});

export const remittancesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dues/remittances',
  validateSearch: words(['year', 'orgId']),
  component: lazyRouteComponent(() => import('./remittances-page.tsx'), 'RemittancesPage'),
});

export const meansRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dues/means',
  validateSearch: words(['year', 'orgId']),
  component: lazyRouteComponent(() => import('./means-page.tsx'), 'MeansPage'),
});

export const bankRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dues/bank',
  validateSearch: words(['fileId']),
  component: lazyRouteComponent(() => import('./bank-page.tsx'), 'BankPage'),
});

export const overviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dues/overview',
  validateSearch: words(['orgId', 'from', 'to']),
  component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
});

export const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dues/settings',
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
});

export const paperRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dues/paper',
  validateSearch: words([
    'kind',
    'orgId',
    'personId',
    'year',
    'month',
    'from',
    'to',
    'id',
    'group',
  ]),
  component: lazyRouteComponent(() => import('./paper-page.tsx'), 'PaperPage'),
});

export const memberYearRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dues/member',
  validateSearch: words(['personId', 'orgId', 'year']),
  component: lazyRouteComponent(() => import('./member-year-page.tsx'), 'MemberYearPage'),
});

export const myDuesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/me/dues',
  validateSearch: words(['year']),
  component: lazyRouteComponent(() => import('./my-dues-page.tsx'), 'MyDuesPage'),
});

export const duesRoutes = [
  collectRoute,
  arrearsRoute,
  receiptsRoute,
  assessmentRoute,
  remittancesRoute,
  meansRoute,
  bankRoute,
  overviewRoute,
  settingsRoute,
  paperRoute,
  memberYearRoute,
  myDuesRoute,
] as const;
