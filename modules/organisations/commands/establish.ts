import type { OrgId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import type { Write } from '#platform/db';
import { ownPlace } from '../policy.ts';
import { mayStandUnder, type OrgKind, type Sector } from '../rules/kinds.ts';
import { checkName } from '../rules/names.ts';
import { DEFAULT_ORG_SETTINGS } from '../rules/settings.ts';
import { checkSetup } from '../rules/setup.ts';
import { insertAnchor, type OrgPlace } from '../store/place.ts';
import { insertEdge, insertState, nameTaken, stateOn } from '../store/tree.ts';
import { checkPapers, recordAct, type ActPapers } from './record-act.ts';

export interface NewOrganisation extends ActPapers {
  readonly parentId: OrgId;
  readonly name: string;
  readonly shortName: string;
  readonly kind: OrgKind;
  readonly sector: Sector;
  readonly memberKind: 'general' | 'office' | 'retired' | 'student' | 'floating';
  readonly units: readonly string[];
  /** Who shall belong to it, where known: then the thresholds are checked. */
  readonly planned?: { readonly members: number; readonly fullMembers: number } | undefined;
}

/**
 * A body as set up below a living one, without papers: name, kind below the parent's, numbers. Returns
 * its place and the warnings. Used by `establish` and `split`.
 */
export async function setUp(
  write: Write,
  parent: OrgPlace,
  one: NewOrganisation,
): Promise<Result<{ readonly place: OrgPlace; readonly advice: readonly Advice[] }>> {
  const above = await stateOn(write, parent.orgId, one.on);
  if (above === null) return refuse('organisations.parent_not_alive');
  if (!mayStandUnder(one.kind, above.kind)) return refuse('organisations.parent_kind_not_allowed');
  const named = checkName(one.name, one.kind, []);
  if (!named.ok) return named;
  const { name } = named.value;
  if (await nameTaken(write, parent.orgId, name, one.on)) {
    return refuse('organisations.name_taken', { name });
  }
  const advice = [...named.value.advice];
  if (one.planned !== undefined) {
    const numbers = checkSetup(
      {
        kind: one.kind,
        sector: one.sector,
        ...one.planned,
        units: one.units.map((unit) => ({ name: unit, fullMembers: 0 })),
        exception: one.exception ?? null,
      },
      DEFAULT_ORG_SETTINGS,
    );
    if (!numbers.ok) return numbers;
    advice.push(...numbers.value);
  }
  const place = await insertAnchor(write, write.newId<'Organisation'>(), parent.orgPath);
  await insertState(write, place, one.on, { ...one, name });
  await insertEdge(write, place, parent.orgId, one.on);
  return ok({ place, advice });
}

/**
 * Sets up an organisation (BR18: application, reply, election, filing are the papers behind
 * `approvalPaper`). Refuses a parent not alive on the day, one of the wrong kind, a name used twice, too few people.
 */
export async function establish(
  write: Write,
  input: NewOrganisation,
): Promise<Result<{ orgId: OrgId; advice: readonly Advice[] }>> {
  const parent = await ownPlace(write, input.parentId);
  if (!parent.ok) return parent;
  const papers = checkPapers(write, 'establish', input.sector, input);
  if (!papers.ok) return papers;
  const made = await setUp(write, parent.value, input);
  if (!made.ok) return made;
  const { place } = made.value;
  const advice = [...papers.value, ...made.value.advice];
  const recorded = await recordAct(write, 'establish', place, input, {
    advice,
    fields: { name: input.name, kind: input.kind },
  });
  if (!recorded.ok) return recorded;
  return ok({ orgId: place.orgId, advice });
}
