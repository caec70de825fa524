import type { Id, PersonId } from '#kernel/ids';
import { addDays, chineseDate, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { constraintOf, type Write } from '#platform/db';
import { changeMember, homeOf } from '#modules/members';
import { ownPlace } from '#modules/organisations';
import {
  beginLost,
  endLost,
  insertSearch,
  lostById,
  lostOf,
  type SearchResult,
  type SearchWay,
} from '../store/lost.ts';

/**
 * 登记失联: contact was lost since the last attendance or payment. From here the first clock runs and the second
 * does not. Refuses who is not in the roster or is lost already.
 */
export async function recordLostContact(
  write: Write,
  input: {
    readonly personId: PersonId;
    /** Last contact. */
    readonly since: PlainDate;
    /** 1–7, `status.lost.reason.code`. */
    readonly cause: number;
    readonly on: PlainDate;
  },
): Promise<Result<{ lostId: Id<'Lost'> }>> {
  const home = await homeOf(write, input.personId);
  if (home === null) return refuse('status.not_member', { basis: '' });
  const own = await ownPlace(write, home.orgId);
  if (!own.ok) return own;
  if (input.on > write.today) return refuse('status.day_to_come', { day: chineseDate(input.on) });
  if (input.since >= input.on)
    return refuse('status.lost_order', { since: chineseDate(input.since) });
  const before = ((await lostOf(write, [input.personId])).get(input.personId) ?? []).at(-1);
  if (before !== undefined && before.foundOn === null) return refuse('status.lost_already');
  // A contact found again closed that time: a later loss does not reach back over it (`clock.exclusive`).
  if (before?.foundOn !== undefined && before.foundOn !== null && input.since < before.foundOn)
    return refuse('status.lost_before_found', { day: chineseDate(before.foundOn) });
  await write.tick(own.value.orgId);
  let lostId: Id<'Lost'>;
  try {
    lostId = await beginLost(write, own.value, input);
  } catch (error) {
    if (constraintOf(error) === 'status_lost_open') return refuse('status.lost_already');
    throw error;
  }
  const told = await changeMember(write, input.personId, input.on, { lost: true });
  if (!told.ok) return told;
  await write.audit({
    action: 'status.record_lost',
    objectKind: 'person',
    objectId: input.personId,
    place: own.value,
    forPersonId: input.personId,
    fields: { since: input.since, cause: input.cause },
  });
  return ok({ lostId });
}

/** 查找记录: one attempt to find somebody. */
export async function recordSearch(
  write: Write,
  input: {
    readonly lostId: Id<'Lost'>;
    readonly on: PlainDate;
    readonly how: SearchWay;
    readonly searcher: string;
    readonly result: SearchResult;
  },
): Promise<Result<{ searchId: string }>> {
  const lost = await lostById(write, input.lostId);
  if (lost === null) return refuse('common.not_found');
  const own = await ownPlace(write, lost.orgId);
  if (!own.ok) return own;
  if (input.on > write.today) return refuse('status.day_to_come', { day: chineseDate(input.on) });
  if (lost.foundOn !== null) return refuse('status.found_already');
  if (input.on < lost.since) return refuse('status.lost_order', { since: chineseDate(lost.since) });
  await write.tick(lost.orgId);
  const searchId = await insertSearch(write, lost, input);
  await write.audit({
    action: 'status.search',
    objectKind: 'person',
    objectId: lost.personId,
    place: own.value,
    forPersonId: lost.personId,
    fields: { on: input.on, how: input.how, result: input.result },
  });
  return ok({ searchId });
}

/** 取得联系: closes the first clock on that day; the second counts from it at the earliest. */
export async function recordContactFound(
  write: Write,
  input: { readonly lostId: Id<'Lost'>; readonly on: PlainDate },
): Promise<Result<Record<string, never>>> {
  const lost = await lostById(write, input.lostId);
  if (lost === null) return refuse('common.not_found');
  const own = await ownPlace(write, lost.orgId);
  if (!own.ok) return own;
  if (input.on > write.today) return refuse('status.day_to_come', { day: chineseDate(input.on) });
  if (lost.foundOn !== null) return refuse('status.found_already');
  if (input.on <= lost.recordedOn)
    return refuse('status.found_order', { day: chineseDate(addDays(lost.recordedOn, 1)) });
  await write.tick(lost.orgId);
  await endLost(write, input.lostId, input.on);
  const told = await changeMember(write, lost.personId, input.on, { lost: false });
  if (!told.ok) return told;
  await write.audit({
    action: 'status.found',
    objectKind: 'person',
    objectId: lost.personId,
    place: own.value,
    forPersonId: lost.personId,
    fields: { on: input.on },
  });
  return ok({});
}
