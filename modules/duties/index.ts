export { dutiesModule } from './module.ts';
export { dutiesRoutes } from './routes.ts';
export { boards } from './queries/below.ts';
export type { Desk as DutyDesk } from './queries/desk.ts';
export { home } from './queries/home.ts';
