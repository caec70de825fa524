import type { Inputs } from '#contract/lib';
import type { membersContract } from '#contract/members';
import type { PersonId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import { tidyName } from '#kernel/text';
import type { Write } from '#platform/db';
import { searchTokens } from '#platform/words';
import { placeOf } from '#modules/organisations';
import { insertMembership, insertPerson, insertTokens } from '../store.ts';

type Input = Omit<Inputs<typeof membersContract>['enter'], 'commandId'>;

/** Enters one member into the roster of an organisation from a day on. */
export async function enterMember(
  write: Write,
  input: Input,
): Promise<Result<{ personId: PersonId }>> {
  const place = await placeOf(write, input.orgId);
  if (place === null) return refuse('common.not_found');
  if (input.regularisedOn !== undefined && input.regularisedOn < input.joinedOn) {
    return refuse('members.dates_out_of_order', { earlier: '入党日期', later: '转正日期' });
  }
  if (input.joinedOn < input.bornOn) {
    return refuse('members.dates_out_of_order', { earlier: '出生日期', later: '入党日期' });
  }
  const name = tidyName(input.name);
  const personId = await insertPerson(write, place, input.from, {
    ...input,
    name,
    regularisedOn: input.regularisedOn ?? null,
  });
  await insertTokens(write, place, personId, searchTokens(name));
  await insertMembership(write, place, personId, input.from, {
    category: input.category,
    wayIn: 'entered',
  });
  await write.audit({
    action: 'members.enter',
    objectKind: 'person',
    objectId: personId,
    place,
    fields: { name, category: input.category, from: input.from },
  });
  return ok({ personId });
}
