import type { Inputs } from '#contract/lib';
import type { organisationsContract } from '#contract/organisations';
import type { OrgId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import {
  insertAct,
  insertAnchor,
  insertEdge,
  insertState,
  nameTaken,
  placeOf,
  stateOn,
} from '../store.ts';

type Input = Omit<Inputs<typeof organisationsContract>['establish'], 'commandId'>;

/**
 * Sets up an organisation below a living one (BR18: application, reply, election, filing are the
 * papers behind `approvalPaper`). Refuses a parent not alive on the day and a name used twice.
 */
export async function establish(write: Write, input: Input): Promise<Result<{ orgId: OrgId }>> {
  const parent = await placeOf(write, input.parentId);
  if (parent === null) return refuse('common.not_found');
  const parentState = await stateOn(write, input.parentId, input.on);
  if (parentState === null || !parentState.alive) return refuse('organisations.parent_not_alive');
  if (await nameTaken(write, input.parentId, input.name, input.on)) {
    return refuse('organisations.name_taken', { name: input.name });
  }
  const place = await insertAnchor(write, write.newId<'Organisation'>(), parent.orgPath);
  await insertState(write, place, input.on, input);
  await insertEdge(write, place, input.parentId, input.on);
  await insertAct(write, place, { act: 'establish', ...input });
  await write.audit({
    action: 'organisations.establish',
    objectKind: 'organisation',
    objectId: place.orgId,
    place,
    fields: { name: input.name, kind: input.kind, approvalPaper: input.approvalPaper },
  });
  return ok({ orgId: place.orgId });
}
