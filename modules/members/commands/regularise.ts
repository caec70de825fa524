import type { PersonId } from '#kernel/ids';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownFile } from '../policy.ts';
import { fieldsOf } from '../rules/fields.ts';
import { DEFAULT_MEMBER_SETTINGS } from '../rules/settings.ts';
import { probationEnd } from '../rules/standing.ts';
import { changeStay, stayOn } from '../store/membership.ts';
import { stateForUpdate } from '../store/person.ts';
import { changeState } from './change-member.ts';

export interface Regularising {
  readonly personId: PersonId;
  /** Day from which the person is a full member. */
  readonly on: PlainDate;
  readonly paper: string;
}

/**
 * 转正: from a day on a full member, with the day in the file. Refuses somebody who is full already and
 * a day before the probation is over (DEV26 art. 31).
 */
export async function regularise(
  write: Write,
  input: Regularising,
): Promise<Result<Record<string, never>>> {
  const own = await ownFile(write, input.personId);
  if (!own.ok) return own;
  if (input.on > write.today)
    return refuse('members.day_to_come', { what: '转正日期', day: chineseDate(input.on) });
  const stay = await stayOn(write, input.personId, input.on);
  if (stay === null) return refuse('members.not_in_roster');
  if (stay.category === 'full') return refuse('members.already_full');
  const state = await stateForUpdate(write, input.personId, input.on);
  if (state === null) return refuse('common.not_found');
  const { joinedOn, extension } = fieldsOf(state);
  if (joinedOn !== null) {
    const end = probationEnd(joinedOn.day, extension, DEFAULT_MEMBER_SETTINGS);
    if (!end.ok) return end;
    if (input.on < end.value)
      return refuse('members.probation_not_over', { end: chineseDate(end.value) });
  }
  await write.tick(own.value.orgId);
  const changes = { category: 'full', way_in: 'regularised', in_paper: input.paper };
  if (!(await changeStay(write, input.personId, input.on, changes)))
    return refuse('common.changed_meanwhile');
  const day = { day: input.on, precision: 'day' as const };
  const written = await changeState(write, own.value, input.personId, input.on, {
    regularisedOn: day,
  });
  if (!written.ok) return written;
  await write.audit({
    action: 'members.regularise',
    objectKind: 'person',
    objectId: input.personId,
    place: own.value,
    forPersonId: input.personId,
    fields: { on: input.on, paper: input.paper },
  });
  return ok({});
}
