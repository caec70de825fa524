export { organisationsModule } from './module.ts';
export { organisationsRoutes } from './routes.ts';
export { establish } from './commands/establish.ts';
export { foundTenant } from './commands/found-tenant.ts';
export { ownPlace } from './policy.ts';
export { insertPost, placeOf, stateOn, type OrgPlace } from './store.ts';
export type { OrgKind } from './rules/kinds.ts';
export { orgNames, subtreeIdsOn, type OrgName } from './store/look-up.ts';
export { aliveOver, postsOver, type OrgSpan, type PostSpan } from './store/spans.ts';
