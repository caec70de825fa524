import type { Inputs, Outputs } from '#contract/lib';
import type { publicationContract } from '#contract/publication';
import type { OrgId } from '#kernel/ids';
import { basisOf } from '#kernel/rule';
import type { Read } from '#platform/db';
import { orgNames, placeOf, stateOn, type OrgPlace } from '#modules/organisations';
import { catalogueFor, isVillage, ruleNamed, type KindEntry } from '../rules/catalogue.ts';
import { mayAct } from '../policy.ts';
import { fixedFor, fixedKinds } from '../store/kinds.ts';

export type Line = KindEntry & { readonly fixedBy: string | null };

export interface OrgCatalogue {
  readonly place: OrgPlace;
  readonly name: string;
  readonly village: boolean;
  readonly lines: readonly Line[];
}

/** The catalogue that holds for an organisation today; null where it does not stand or is out of sight. */
export async function catalogueOf(read: Read, orgId: OrgId): Promise<OrgCatalogue | null> {
  const place = await placeOf(read, orgId);
  const state = await stateOn(read, orgId, read.today);
  if (place === null || state === null) return null;
  const village = isVillage(state.sector);
  const fixed = fixedFor(await fixedKinds(read), place.orgPath);
  return { place, name: state.name, village, lines: catalogueFor(fixed, village) };
}

export const lineOf = (catalogue: OrgCatalogue, kind: string): Line | undefined =>
  catalogue.lines.find((line) => line.kind === kind);

/** 公开目录 of an organisation, each line with its ground and who fixed it. */
export async function catalogue(
  read: Read,
  input: Inputs<typeof publicationContract>['catalogue'],
): Promise<Outputs<typeof publicationContract>['catalogue'] | null> {
  const found = await catalogueOf(read, input.orgId);
  if (found === null) return null;
  const names = await orgNames(
    read,
    found.lines.flatMap((line) => line.fixedBy ?? []),
  );
  return {
    orgName: found.name,
    kinds: found.lines.map((line) => ({
      kind: line.kind,
      section: line.section,
      name: line.name,
      audience: line.audience,
      rhythm: line.rhythm,
      postingDays: line.postingDays,
      required: line.required,
      notice: line.notice,
      basis: basisOf(ruleNamed(line.rule)),
      summary: ruleNamed(line.rule).summary,
      paper: line.paper,
      fixedBy: line.fixedBy === null ? null : (names.get(line.fixedBy)?.name ?? '上级党组织'),
      own: line.fixedBy === input.orgId,
    })),
    can: { set: mayAct(read.actor, found.place, 'publication.settings') },
  };
}
