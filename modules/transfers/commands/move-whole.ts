import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { rosterOfMembers } from '#modules/members';
import { bodiesAbove, move, ownPlace, placeOf } from '#modules/organisations';
import { placesOf } from '../store/directory.ts';
import { insertWhole, type WholeId } from '../store/whole.ts';

/**
 * 整建制转接: an organisation goes under another one with everybody in it (EDU19). Its rosters do not change: it is
 * one act on the tree (`organisations` moves), with one number and one list of people. Called `alone`.
 */
export async function moveWhole(
  write: Write,
  input: {
    readonly orgId: OrgId;
    readonly toOrgId: OrgId;
    readonly on: PlainDate;
    readonly number: string;
    readonly approvedBy: string;
    readonly approvalPaper: string;
  },
): Promise<Result<{ wholeId: WholeId; people: number }>> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const to = (await placesOf(write, [input.toOrgId])).get(input.toOrgId);
  if (to === undefined) return refuse('common.not_found');
  const [before] = await bodiesAbove(write, input.orgId, input.on);
  const people = await rosterOfMembers.membersOn(write, input.orgId, input.on);
  const moved = await move(write, {
    orgId: input.orgId,
    parentId: input.toOrgId,
    on: input.on,
    approvedBy: input.approvedBy,
    approvalPaper: input.approvalPaper,
  });
  if (!moved.ok) return moved;
  const place = (await placeOf(write, input.orgId)) ?? own.value;
  const wholeId = write.newId<'TransferWhole'>();
  await insertWhole(write, place, {
    wholeId,
    fromName: before?.name ?? '',
    toName: to.name,
    on: input.on,
    number: input.number,
    paper: input.approvalPaper,
    people: people.map(({ personId, name, full }) => ({ personId, name, full })),
  });
  await write.audit({
    action: 'transfers.move_whole',
    objectKind: 'organisation',
    objectId: input.orgId,
    place,
    fields: { on: input.on, to: input.toOrgId, number: input.number, people: people.length },
  });
  return ok({ wholeId, people: people.length });
}
