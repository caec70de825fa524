import { accountsContract } from '#contract/accounts';
import { duesContract } from '#contract/dues';
import { importsContract } from '#contract/imports';
import { meetingsContract } from '#contract/meetings';
import { membersContract } from '#contract/members';
import { organisationsContract } from '#contract/organisations';
import { talksContract } from '#contract/talks';
import type { PostKind } from '#kernel/posts';
import type { ModuleManifest } from '#platform/db';
import { accountsModule, accountsRoutes } from '#modules/accounts';
import { duesModule, duesRoutes } from '#modules/dues';
import { importsModule, importsRoutes } from '#modules/imports';
import { meetingsModule, meetingsRoutes } from '#modules/meetings';
import { membersModule, membersRoutes, rosterOfMembers } from '#modules/members';
import { organisationsModule, organisationsRoutes } from '#modules/organisations';
import { talksModule, talksRoutes } from '#modules/talks';

/** The only place that knows all modules, in the order in which they may know each other. */
export const MODULES: readonly ModuleManifest[] = [
  organisationsModule,
  membersModule,
  importsModule,
  accountsModule,
  duesModule,
  meetingsModule,
  talksModule,
];

export const CONTRACT = {
  organisations: organisationsContract,
  members: membersContract,
  imports: importsContract,
  accounts: accountsContract,
  dues: duesContract,
  meetings: meetingsContract,
  talks: talksContract,
};

export const ROUTES = {
  organisations: organisationsRoutes(rosterOfMembers),
  members: membersRoutes,
  imports: importsRoutes,
  accounts: accountsRoutes,
  dues: duesRoutes,
  meetings: meetingsRoutes,
  talks: talksRoutes,
};

const cache = new Map<string, ReadonlySet<string>>();

/** What somebody may do in a post, from the manifests of all modules. */
export function permissionsOf(post: PostKind | 'member'): ReadonlySet<string> {
  const known = cache.get(post);
  if (known !== undefined) return known;
  const found = new Set(
    MODULES.flatMap((m) => Object.entries(m.permissions))
      .filter(([, posts]) => posts.includes(post))
      .map(([permission]) => permission),
  );
  cache.set(post, found);
  return found;
}
