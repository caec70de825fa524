import { organisationsDays } from './organisations-days.ts';
import { organisationsPosts } from './organisations-posts.ts';
import { organisationsTree } from './organisations-acts.ts';

export {
  ACTS,
  BODY_POSTS,
  MEMBER_KINDS,
  NOTICE_MEANS,
  ORG_KINDS,
  SECTORS,
  TERM_STAGES,
  WAYS_IN,
  holdsRoster,
  zOrgId,
  zOrgKind,
  zSector,
  zWayIn,
  type ActKind,
  type BodyPost,
  type MemberKind,
  type OrgKind,
  type Sector,
  type TermStage,
  type WayIn,
} from './organisations-words.ts';
export { organisationRefusals } from './organisations-refusals.ts';

/** The dated tree, acts on it, posts, groups, terms. */
export const organisationsContract = {
  ...organisationsTree,
  ...organisationsPosts,
  ...organisationsDays,
};
