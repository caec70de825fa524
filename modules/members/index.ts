export { membersModule } from './module.ts';
export { membersRoutes } from './routes.ts';
export { enterMember } from './commands/enter-member.ts';
export { homeOf, membershipsOf, namesOf, rosterIdsOn } from './store.ts';
