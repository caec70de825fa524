import type { OrgId, PersonId } from '#kernel/ids';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { ownFile } from '../policy.ts';
import { stayOn } from '../store/membership.ts';
import { homeFrom, rehome } from '../store/person.ts';

/**
 * The file of somebody in no roster yet (申请人、积极分子) goes to another organisation (DEV26 art. 12). For the act
 * of receiving, by somebody who sees both ends. Refuses a member: their membership moves, and the file with it.
 */
export async function moveApplicant(
  write: Write,
  input: { readonly personId: PersonId; readonly toOrgId: OrgId; readonly on: PlainDate },
): Promise<Result<Record<string, never>>> {
  const from = await ownFile(write, input.personId);
  if (!from.ok) return from;
  const to = await ownPlace(write, input.toOrgId);
  if (!to.ok) return to;
  if (input.on > write.today)
    return refuse('members.day_to_come', { what: '转移日期', day: chineseDate(input.on) });
  if ((await stayOn(write, input.personId, input.on)) !== null)
    return refuse('members.already_in_a_roster');
  if (from.value.orgId === input.toOrgId) return refuse('members.same_organisation');
  await write.tick(from.value.orgId);
  await write.tick(to.value.orgId);
  await homeFrom(write, to.value, input.personId, input.on);
  await rehome(write, to.value, input.personId);
  await write.audit({
    action: 'members.move_applicant',
    objectKind: 'person',
    objectId: input.personId,
    place: from.value,
    forPersonId: input.personId,
    fields: { on: input.on, from: from.value.orgId, to: to.value.orgId },
  });
  return ok({});
}
