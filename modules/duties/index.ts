export { dutiesModule } from './module.ts';
export { dutiesRoutes } from './routes.ts';
export type { Desk as DutyDesk } from './queries/desk.ts';
