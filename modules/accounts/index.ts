export { accountsModule } from './module.ts';
export { accountsRoutes } from './routes.ts';
export { foundInstallation, systemActor, type Founded } from './commands/set-up.ts';
export { resolveSession, type Resolved } from './queries.ts';
export { anyAccount } from './store.ts';
