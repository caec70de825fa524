export { organisationsModule } from './module.ts';
export { organisationsRoutes } from './routes.ts';
export { organisationObligations } from './obligations.ts';
export { appoint, type Appointment } from './commands/appoint.ts';
export { assignGroup, foundGroup } from './commands/arrange-groups.ts';
export { endPostsOf } from './commands/end-posts-of.ts';
export { reopenPostsOf } from './commands/reopen-posts-of.ts';
export { establish } from './commands/establish.ts';
export { move } from './commands/move.ts';
export { foundTenant } from './commands/found-tenant.ts';
export { actsFromAbove, ownPlace } from './policy.ts';
export { bodyOver, type BodyOver } from './queries/body.ts';
export { partyGroups, type PartyGroup } from './queries/groups.ts';
export { bodiesHeadedBy, committeeOn, type Headed, type OfficeHolder } from './queries/office.ts';
export { profileOf } from './queries/profile.ts';
export { holdsMembers, type OrgKind } from './rules/kinds.ts';
export type { Profile } from './rules/profile.ts';
export { knownOrgs, orgDirectory, type KnownOrg } from './store/directory.ts';
export type { HandoverItem, HandoverSource } from './store/handovers.ts';
export { edgesOver, type TreeEdge } from './store/edges.ts';
export {
  bodiesAbove,
  findOrganisation,
  orgNames,
  subtreeIdsOn,
  treeBelow,
  type BodyAbove,
  type OrgName,
} from './store/look-up.ts';
export { firstPlace, placeOf, type OrgPlace } from './store/place.ts';
export { insertPost } from './store/posts.ts';
export type { Roster, RosterMember } from './store/roster.ts';
export {
  aliveOver,
  groupsOver,
  postsOver,
  type GroupSpan,
  type OrgSpan,
  type PostSpan,
} from './store/spans.ts';
export { calendarOf } from './store/work-years.ts';
export { stateOn } from './store/tree.ts';
