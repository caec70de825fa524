export { accountsModule } from './module.ts';
export { accountsRoutes } from './routes.ts';
export { foundInstallation, systemActor, whileEmpty, type Founded } from './commands/set-up.ts';
export { actingChoices, resolveSession, type Resolved } from './queries.ts';
export { setFirstPassword } from './commands/set-first-password.ts';
export { anyAccount } from './store.ts';
export { linkSso, signInBySso } from './commands/sso.ts';
export { invite } from './commands/invite.ts';
