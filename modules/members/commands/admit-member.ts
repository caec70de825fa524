import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace } from '#modules/organisations';
import { insertMembership, stayOn } from '../store/membership.ts';
import { follow, homeFrom } from '../store/person.ts';
import { changeState } from './change-member.ts';

export interface Admission {
  readonly personId: PersonId;
  readonly orgId: OrgId;
  /** Day of the members' meeting: it is the day of joining once approved (EDU19 art. 24). */
  readonly on: PlainDate;
  readonly paper: string;
  readonly groupId: Id<'Group'> | null;
}

/** 接收预备党员: somebody with a file here stands in the roster, with the day of joining in the file. */
export async function admitMember(
  write: Write,
  input: Admission,
): Promise<Result<Record<string, never>>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  if ((await stayOn(write, input.personId, input.on)) !== null)
    return refuse('members.already_in_a_roster');
  await insertMembership(write, own.value, input.personId, input.on, {
    category: 'probationary',
    wayIn: 'admitted',
    inPaper: input.paper,
    inFrom: '',
    groupId: input.groupId,
    unit: '',
  });
  await follow(write, input.personId);
  await homeFrom(write, own.value, input.personId, input.on);
  const joinedOn = { day: input.on, precision: 'day' as const };
  const changed = await changeState(write, own.value, input.personId, input.on, { joinedOn });
  if (!changed.ok) return changed;
  await write.audit({
    action: 'members.admit',
    objectKind: 'person',
    objectId: input.personId,
    place: own.value,
    forPersonId: input.personId,
    fields: { on: input.on, paper: input.paper },
  });
  return ok({});
}
