import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.tsx';
import { listSearch } from '../../patterns/list-search.ts';
import { shellRoute } from '../../app/shell-route.tsx';
import { ssoResult } from './sso-address.ts';

/** Only an address within this application; a foreign one would lead away after the log-in. */
const backWithin = (raw: Record<string, unknown>): { back?: string } => {
  const { back } = raw;
  return typeof back === 'string' && /^\/(?![/\\])/.test(back) ? { back } : {};
};

export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: (raw: Record<string, unknown>) => ({ ...backWithin(raw), ...ssoResult(raw) }),
  component: lazyRouteComponent(() => import('./login-page.tsx'), 'LoginPage'),
});

export const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('./setup-page.tsx'), 'SetupPage'),
});

export const newPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/new-password',
  component: lazyRouteComponent(() => import('./new-password-page.tsx'), 'NewPasswordPage'),
});

export const choosePostRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/choose-post',
  validateSearch: backWithin,
  component: lazyRouteComponent(() => import('./choose-post-page.tsx'), 'ChoosePostPage'),
});

export const sessionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/me/sessions',
  validateSearch: ssoResult,
  component: lazyRouteComponent(() => import('./sessions-page.tsx'), 'SessionsPage'),
});

export const accountsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts',
  validateSearch: listSearch(['q']),
  component: lazyRouteComponent(() => import('./accounts-page.tsx'), 'AccountsPage'),
});

export const gateRoutes = [loginRoute, setupRoute, newPasswordRoute, choosePostRoute] as const;
export const accountRoutes = [sessionsRoute, accountsRoute] as const;
