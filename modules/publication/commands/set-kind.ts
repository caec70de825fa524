import type { Inputs } from '#contract/lib';
import type { publicationContract } from '#contract/publication';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { builtIn } from '../rules/catalogue.ts';
import { fixedFor, fixedKinds, insertKind, supersedeKind } from '../store/kinds.ts';

type In = Inputs<typeof publicationContract>;

/**
 * What a level asks for of one line of the catalogue, for itself and all below, or a line of its own. A
 * built-in line keeps its name and heading; a notice keeps the period its record fixes.
 */
export async function setKind(
  write: Write,
  input: Omit<In['setKind'], 'commandId'>,
): Promise<Result<{ kind: string }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  await write.tick(input.orgId);
  const known = input.kind === undefined ? undefined : builtIn(input.kind);
  const fixed = fixedFor(await fixedKinds(write), own.value.orgPath);
  if (input.kind !== undefined && known === undefined) {
    const mine = fixed.find((one) => one.kind === input.kind);
    if (mine === undefined) return refuse('publication.unknown_kind');
    if (mine.orgId !== input.orgId) return refuse('publication.kind_of_above');
  }
  if (known !== undefined && (known.name !== input.name || known.section !== input.section))
    return refuse('publication.name_fixed');
  const kind = input.kind ?? `own.${write.newId<'PublicationKind'>()}`;
  await supersedeKind(write, input.orgId, kind);
  await insertKind(write, own.value, {
    kind,
    name: input.name,
    section: input.section,
    audience: input.audience,
    rhythm: known?.notice === true ? known.rhythm : input.rhythm,
    postingDays: known?.notice === true ? known.postingDays : input.postingDays,
    required: input.required,
    paper: input.paper,
  });
  await write.audit({
    action: 'publication.set_kind',
    objectKind: 'organisation',
    objectId: input.orgId,
    place: own.value,
    fields: { kind, rhythm: input.rhythm, postingDays: input.postingDays, paper: input.paper },
  });
  return ok({ kind });
}

/** Takes back what the level itself fixed: the line of the level above, or the built-in one, holds again. */
export async function dropKind(
  write: Write,
  input: Omit<In['dropKind'], 'commandId'>,
): Promise<Result<Record<string, never>>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  await write.tick(input.orgId);
  if (!(await supersedeKind(write, input.orgId, input.kind)))
    return refuse('publication.kind_of_above');
  await write.audit({
    action: 'publication.drop_kind',
    objectKind: 'organisation',
    objectId: input.orgId,
    place: own.value,
    fields: { kind: input.kind },
  });
  return ok({});
}
