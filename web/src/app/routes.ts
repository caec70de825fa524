import { accountRoutes, gateRoutes } from '../features/accounts/routes.ts';
import { admissionRoutes } from '../features/admissions/routes.ts';
import { ballotRoutes } from '../features/ballots/routes.ts';
import { duesRoutes } from '../features/dues/routes.ts';
import { dutiesRoutes } from '../features/duties/routes.ts';
import { floatingRoutes } from '../features/floating/routes.ts';
import { homeRoutes } from '../features/home/routes.ts';
import { importRoutes } from '../features/imports/routes.ts';
import { meetingRoutes, signInRoute } from '../features/meetings/routes.ts';
import { memberRoutes } from '../features/members/routes.ts';
import { organisationRoutes } from '../features/organisations/routes.ts';
import { publicationRoutes } from '../features/publication/routes.ts';
import { reportRoutes } from '../features/reports/routes.ts';
import { statusRoutes } from '../features/status/routes.ts';
import { talkRoutes } from '../features/talks/routes.ts';
import { transferRoutes } from '../features/transfers/routes.ts';
import { workbookRoutes } from '../features/workbook/routes.ts';
import { rootRoute } from './root-route.tsx';
import { shellRoute } from './shell-route.tsx';

/** The whole tree. A module adds its routes to the shell's children. */
export const routeTree = rootRoute.addChildren([
  ...gateRoutes,
  signInRoute,
  shellRoute.addChildren([
    ...homeRoutes,
    ...organisationRoutes,
    ...memberRoutes,
    ...meetingRoutes,
    ...importRoutes,
    ...duesRoutes,
    ...accountRoutes,
    ...dutiesRoutes,
    ...publicationRoutes,
    ...reportRoutes,
    ...talkRoutes,
    ...workbookRoutes,
    ...statusRoutes,
    ...admissionRoutes,
    ...ballotRoutes,
    ...transferRoutes,
    ...floatingRoutes,
  ]),
]);
