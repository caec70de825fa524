import type { Inputs } from '#contract/lib';
import type { floatingContract } from '#contract/floating';
import type { PersonId } from '#kernel/ids';
import { chineseDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { tidyName } from '#kernel/text';
import type { Write } from '#platform/db';
import { detach, namesOf, receiveGuest, rosterIdsOn } from '#modules/members';
import { knownOrgs, ownPlace, type OrgPlace } from '#modules/organisations';
import { awaysById } from '../store/away.ts';
import {
  arrivalsForUpdate,
  arrivalsFor,
  saveArrival,
  type ArrivalId,
  type ArrivalValues,
} from '../store/arrivals.ts';

type In = Inputs<typeof floatingContract>;

/** The host's own contact person, by name; null where none was named. */
async function keeperAt(
  write: Write,
  host: OrgPlace,
  keeperId: PersonId | null,
): Promise<Result<string>> {
  if (keeperId === null) return ok('');
  const name = (await namesOf(write, [keeperId])).get(keeperId);
  if (name === undefined) return refuse('common.not_found');
  return (await rosterIdsOn(write, host.orgId, write.today)).has(keeperId)
    ? ok(name)
    : refuse('floating.keeper_unfit', { name });
}

async function enter(
  write: Write,
  host: OrgPlace,
  one: ArrivalValues,
): Promise<Result<{ arrivalId: ArrivalId }>> {
  const arrivalId = write.newId<'FloatingArrival'>();
  await saveArrival(write, host, arrivalId, one);
  await write.audit({
    action: 'floating.arrive',
    objectKind: 'floating_arrival',
    objectId: arrivalId,
    place: host,
    forPersonId: one.personId,
    fields: { name: one.name, home: one.homeName, on: one.arrivedOn },
  });
  return ok({ arrivalId });
}

/** 接收登记: the host enters somebody whom the home branch has sent here; both see the same stay. */
export async function arrive(
  write: Write,
  input: Omit<In['arrive'], 'commandId'>,
): Promise<Result<{ arrivalId: ArrivalId }>> {
  const { on } = input;
  const [away] = await awaysById(write, [input.awayId]);
  if (away === undefined) return refuse('common.not_found');
  if (away.host === null) return refuse('floating.not_our_guest');
  const own = await ownPlace(write, away.host.orgId);
  if (!own.ok) return refuse('floating.not_our_guest');
  if (on > write.today) return refuse('floating.in_future', { day: chineseDate(on), what: '流入' });
  if (on < away.leftOn)
    return refuse('floating.before_left', { day: chineseDate(on), name: away.name });
  await write.tick(own.value.orgId);
  const known = await arrivalsFor(write, [away.awayId]);
  if (known.some((one) => one.orgId === own.value.orgId && one.endedOn === null))
    return refuse('floating.already_here', { name: away.name });
  const keeper = await keeperAt(write, own.value, input.keeperId);
  if (!keeper.ok) return keeper;
  const home = (await knownOrgs(write, [away.orgId])).get(away.orgId);
  return enter(write, own.value, {
    awayId: away.awayId,
    otherPath: away.orgPath,
    personId: away.personId,
    name: away.name,
    homeName: home?.name ?? '',
    certificateNo: away.certificateNo,
    arrivedOn: on,
    keeperId: input.keeperId,
    keeperName: keeper.value,
    attachmentId: null,
    endedOn: null,
  });
}

/** 流入登记: somebody whose formal membership is outside this installation. */
export async function receive(
  write: Write,
  input: Omit<In['receive'], 'commandId'>,
): Promise<Result<{ arrivalId: ArrivalId }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const { on } = input;
  if (on > write.today) return refuse('floating.in_future', { day: chineseDate(on), what: '流入' });
  await write.tick(own.value.orgId);
  const keeper = await keeperAt(write, own.value, input.keeperId);
  if (!keeper.ok) return keeper;
  const guest = await receiveGuest(write, {
    orgId: input.orgId,
    name: input.name,
    phone: input.phone,
    kind: 'floating_in',
    homeName: input.homeName,
    from: on,
  });
  if (!guest.ok) return guest;
  return enter(write, own.value, {
    awayId: null,
    otherPath: own.value.orgPath,
    personId: guest.value.personId,
    name: tidyName(input.name),
    homeName: input.homeName,
    certificateNo: input.certificateNo,
    arrivedOn: on,
    keeperId: input.keeperId,
    keeperName: keeper.value,
    attachmentId: guest.value.attachmentId,
    endedOn: null,
  });
}

/** Somebody is here no longer. Of somebody sent from a branch kept here, that branch enters the return. */
export async function leave(
  write: Write,
  input: Omit<In['leave'], 'commandId'>,
): Promise<Result<Record<string, never>>> {
  const [row] = await arrivalsForUpdate(write, [input.arrivalId]);
  if (row === undefined) return refuse('common.not_found');
  const own = await ownPlace(write, row.orgId);
  if (!own.ok) return own;
  if (row.endedOn !== null) return refuse('floating.ended');
  const { on } = input;
  if (on > write.today) return refuse('floating.in_future', { day: chineseDate(on), what: '离开' });
  if (on <= row.arrivedOn)
    return refuse('floating.out_of_order', { earlier: '流入日期', later: '离开日期' });
  await write.tick(row.orgId);
  if (row.attachmentId !== null) {
    const ended = await detach(write, row.attachmentId, on);
    if (!ended.ok) return ended;
  }
  await saveArrival(write, own.value, row.arrivalId, { ...row, endedOn: on });
  await write.audit({
    action: 'floating.leave',
    objectKind: 'floating_arrival',
    objectId: row.arrivalId,
    place: own.value,
    forPersonId: row.personId,
    fields: { on },
  });
  return ok({});
}
