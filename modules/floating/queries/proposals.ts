import type { Inputs, Outputs } from '#contract/lib';
import type { floatingContract } from '#contract/floating';
import { basisOf } from '#kernel/rule';
import { POSTS } from '#kernel/posts';
import type { Read } from '#platform/db';
import { searchTokens } from '#platform/words';
import { facesOf, rosterIdsOn } from '#modules/members';
import { orgDirectory, placeOf, postsOver, stateOn } from '#modules/organisations';
import { canAt, mayFix } from '../policy.ts';
import { FLOATING_RULES } from '../rules/catalogue.ts';
import { rhythmsOn } from '../store/settings.ts';
import { awayOn } from './standing.ts';

type In = Inputs<typeof floatingContract>;
type Out = Outputs<typeof floatingContract>;

/** Whom a branch may register, and who may keep contact: committee and group leaders first. */
export async function proposals(
  read: Read,
  input: In['proposals'],
): Promise<Out['proposals'] | null> {
  if ((await placeOf(read, input.orgId)) === null) return null;
  const day = read.today;
  const roster = [...(await rosterIdsOn(read, input.orgId, day))];
  const away = new Set(
    (await awayOn(read, { orgIds: [input.orgId] }, day)).map((one) => one.personId),
  );
  const faces = await facesOf(read, roster);
  const posts = new Map(
    (await postsOver(read, [input.orgId], day, day)).map((one) => [one.personId, one.kind]),
  );
  const state = await stateOn(read, input.orgId, day);
  const home = roster
    .filter((id) => !away.has(id))
    .map((personId) => {
      const name = faces.get(personId)?.name ?? '';
      const kind = posts.get(personId);
      return {
        personId,
        name,
        post: kind === undefined ? '' : POSTS[kind],
        finds: searchTokens(name),
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh'));
  return {
    people: home.map(({ personId, name, finds }) => ({ personId, name, finds })),
    keepers: [...home.filter((one) => one.post !== ''), ...home.filter((one) => one.post === '')],
    keeperRequired: state?.sector === 'village',
  };
}

/** 接收党组织 by name, anywhere in the county: names only. */
export async function hosts(read: Read, input: In['hosts']): Promise<Out['hosts']> {
  const found = await orgDirectory(read, input.q);
  return { rows: found.map(({ orgId, name }) => ({ orgId, name })) };
}

/** The rhythm that holds at a place, and every rule of the module. */
export async function settings(read: Read, input: In['settings']): Promise<Out['settings'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const rhythm = (await rhythmsOn(read, read.today))(place.orgPath);
  const may = canAt(read.actor, place.orgPath, 'floating.settings');
  const fixes = await mayFix(read, place);
  return {
    ...rhythm,
    rules: FLOATING_RULES.map((rule) => ({ summary: rule.summary, basis: basisOf(rule) })),
    can: { set: may !== true ? may : fixes.ok ? true : fixes.refusal },
  };
}
