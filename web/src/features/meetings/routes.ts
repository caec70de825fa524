import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.tsx';
import { shellRoute } from '../../app/shell-route.tsx';
import { listSearch } from '../../patterns/list-search.ts';

export const MEETING_FILTERS = ['year', 'kind', 'state'] as const;
export type MeetingFilter = (typeof MEETING_FILTERS)[number];

const words =
  <const Name extends string>(names: readonly Name[]) =>
  (raw: Record<string, unknown>): { readonly [N in Name]?: string } =>
    listSearch(names)(raw);

export const meetingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings',
  validateSearch: listSearch(MEETING_FILTERS),
  component: lazyRouteComponent(() => import('./meetings-page.tsx'), 'MeetingsPage'),
});

export const themeDaysRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/theme-days',
  validateSearch: listSearch(MEETING_FILTERS),
  component: lazyRouteComponent(() => import('./theme-days-page.tsx'), 'ThemeDaysPage'),
});

export const othersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/others',
  validateSearch: listSearch(MEETING_FILTERS),
  component: lazyRouteComponent(() => import('./others-page.tsx'), 'OthersPage'),
});

export const allMeetingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/all',
  validateSearch: listSearch(MEETING_FILTERS),
  component: lazyRouteComponent(() => import('./all-page.tsx'), 'AllMeetingsPage'),
});

export const draftsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/drafts',
  component: lazyRouteComponent(() => import('./drafts-page.tsx'), 'DraftsPage'),
});

export const belowRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/below',
  validateSearch: listSearch(MEETING_FILTERS),
  component: lazyRouteComponent(() => import('./below-page.tsx'), 'BelowPage'),
});

export const planRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/plan',
  validateSearch: words(['year']),
  component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
});

export const meetingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/one',
  validateSearch: words(['meetingId', 'act']),
  component: lazyRouteComponent(() => import('./meeting-page.tsx'), 'MeetingPage'),
});

export const recordRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/record',
  validateSearch: words(['meetingId', 'kind', 'on']),
  component: lazyRouteComponent(() => import('./record-page.tsx'), 'RecordPage'),
});

export const noticeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/notice',
  validateSearch: words(['sittingId', 'meetingId']),
  component: lazyRouteComponent(() => import('./notice-page.tsx'), 'NoticePage'),
});

export const paperRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/print',
  validateSearch: words(['paper', 'meetingId', 'sittingId', 'orgId', 'year']),
  component: lazyRouteComponent(() => import('./paper-page.tsx'), 'PaperPage'),
});

export const lateRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/late',
  component: lazyRouteComponent(() => import('./late-page.tsx'), 'LatePage'),
});

export const followUpsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/follow-ups',
  validateSearch: listSearch(['open']),
  component: lazyRouteComponent(() => import('./follow-ups-page.tsx'), 'FollowUpsPage'),
});

export const hoursRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/hours',
  validateSearch: listSearch(['year']),
  component: lazyRouteComponent(() => import('./hours-page.tsx'), 'HoursPage'),
});

export const kindsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/kinds',
  component: lazyRouteComponent(() => import('./kinds-page.tsx'), 'KindsPage'),
});

export const ownMeetingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/me/meetings',
  validateSearch: words(['year']),
  component: lazyRouteComponent(() => import('./own-meetings-page.tsx'), 'OwnMeetingsPage'),
});

/** Outside the log-in: who is in the room has the code. */
export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/signin/$code',
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
});

export const meetingRoutes = [
  meetingsRoute,
  themeDaysRoute,
  othersRoute,
  allMeetingsRoute,
  draftsRoute,
  belowRoute,
  planRoute,
  meetingRoute,
  recordRoute,
  noticeRoute,
  paperRoute,
  lateRoute,
  followUpsRoute,
  hoursRoute,
  kindsRoute,
  ownMeetingsRoute,
] as const;
