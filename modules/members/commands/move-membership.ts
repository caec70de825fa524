import type { OrgId, PersonId } from '#kernel/ids';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace, stateOn } from '#modules/organisations';
import { ownFile } from '../policy.ts';
import { changeStay, endStay, insertMembership, stayOn } from '../store/membership.ts';
import { follow, homeFrom } from '../store/person.ts';
import { changeState } from './change-member.ts';

export interface Moving {
  readonly personId: PersonId;
  readonly toOrgId: OrgId;
  readonly on: PlainDate;
  readonly paper: string;
  /** 整建制 where a whole organisation moves; a transfer of one person otherwise. */
  readonly whole?: boolean;
}

/**
 * Moves a membership between two organisations below whoever acts; the file travels along. Refuses the
 * organisation where the person is already and one that holds no members.
 */
export async function moveMembership(
  write: Write,
  input: Moving,
): Promise<Result<Record<string, never>>> {
  const from = await ownFile(write, input.personId);
  if (!from.ok) return from;
  const to = await ownPlace(write, input.toOrgId);
  if (!to.ok) return to;
  if (input.on > write.today)
    return refuse('members.day_to_come', { what: '转移日期', day: chineseDate(input.on) });
  const stay = await stayOn(write, input.personId, input.on);
  if (stay === null) return refuse('members.not_in_roster');
  if (stay.org_id === input.toOrgId) return refuse('members.same_organisation');
  const host = await stateOn(write, input.toOrgId, input.on);
  if (host === null || host.kind === 'leading_group') return refuse('members.not_a_roster');
  await write.tick(from.value.orgId);
  await write.tick(to.value.orgId);
  const home = await stateOn(write, from.value.orgId, input.on);
  const whole = input.whole === true;
  const ended = await endStay(write, input.personId, input.on, {
    way: whole ? 'whole_out' : 'transferred_out',
    paper: input.paper,
    to: host.name,
  });
  if (!ended) return refuse('common.changed_meanwhile');
  await insertMembership(write, to.value, input.personId, input.on, {
    category: stay.category,
    wayIn: whole ? 'whole_in' : 'transferred_in',
    inPaper: input.paper,
    inFrom: home?.name ?? '',
    groupId: null,
    unit: '',
  });
  // Who was away belongs where they are now; a branch that moves as a whole keeps those it has away.
  if (!whole) {
    const stays = await changeState(write, to.value, input.personId, input.on, { floating: false });
    if (!stays.ok) return stays;
  }
  await homeFrom(write, to.value, input.personId, input.on);
  await follow(write, input.personId);
  await write.audit({
    action: 'members.move',
    objectKind: 'person',
    objectId: input.personId,
    place: from.value,
    forPersonId: input.personId,
    fields: { on: input.on, from: from.value.orgId, to: to.value.orgId, paper: input.paper },
  });
  return ok({});
}

/** 党小组 or unit of a joint branch from a day on. */
export async function assign(
  write: Write,
  input: {
    readonly personId: PersonId;
    readonly on: PlainDate;
    readonly groupId?: string | null | undefined;
    readonly unit?: string | undefined;
  },
): Promise<Result<Record<string, never>>> {
  const own = await ownFile(write, input.personId);
  if (!own.ok) return own;
  if ((await stayOn(write, input.personId, input.on)) === null)
    return refuse('members.not_in_roster');
  const changes = {
    ...(input.groupId === undefined ? {} : { group_id: input.groupId }),
    ...(input.unit === undefined ? {} : { unit: input.unit }),
  };
  if (Object.keys(changes).length === 0) return refuse('members.nothing_changed');
  await write.tick(own.value.orgId);
  if (!(await changeStay(write, input.personId, input.on, changes)))
    return refuse('common.changed_meanwhile');
  await write.audit({
    action: 'members.assign',
    objectKind: 'person',
    objectId: input.personId,
    place: own.value,
    forPersonId: input.personId,
    fields: { on: input.on, ...changes },
  });
  return ok({});
}
