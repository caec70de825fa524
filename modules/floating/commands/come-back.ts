import type { Inputs } from '#contract/lib';
import type { floatingContract } from '#contract/floating';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { detach, markFloating } from '#modules/members';
import { insertAway, supersedeAway, type AwayRow } from '../store/away.ts';
import { contactsOf } from '../store/contacts.ts';
import { lifeOf } from '../store/life.ts';
import { arrivalsFor } from '../store/arrivals.ts';
import { ownAway } from './register-away.ts';

type In = Inputs<typeof floatingContract>;

/** Takes mark and attachment off the file. A file that went to another branch is that one's to keep. */
async function noLongerAway(write: Write, row: AwayRow, on: PlainDate): Promise<Result<null>> {
  const outOfSight = (done: Result<unknown>): boolean =>
    !done.ok && done.refusal.code === 'common.not_found';
  const marked = await markFloating(write, row.personId, on, false);
  if (outOfSight(marked)) return ok(null);
  if (!marked.ok) return marked;
  return row.attachmentId === null ? ok(null) : detach(write, row.attachmentId, on);
}

/** 登记返回: the stay ends, and with it reminders, mark and attachment. Records of it stay. */
export async function comeBack(
  write: Write,
  input: Omit<In['comeBack'], 'commandId'>,
): Promise<Result<Record<string, never>>> {
  const found = await ownAway(write, input.awayId);
  if (!found.ok) return found;
  const { row, home } = found.value;
  const { on, way } = input;
  if (on > write.today) return refuse('floating.in_future', { day: chineseDate(on), what: '返回' });
  if (on <= row.leftOn)
    return refuse('floating.out_of_order', { earlier: '外出日期', later: '返回日期' });
  const ended = await noLongerAway(write, row, on);
  if (!ended.ok) return ended;
  await supersedeAway(write, row.awayId);
  await insertAway(write, home, row.awayId, { ...row, returnedOn: on, returnWay: way });
  await write.audit({
    action: 'floating.back',
    objectKind: 'floating_away',
    objectId: row.awayId,
    place: home,
    forPersonId: row.personId,
    fields: { on, way },
  });
  return ok({});
}

/** An entry by mistake no longer stands. One that has records of its own is ended, not taken back. */
export async function cancelAway(
  write: Write,
  input: Omit<In['cancel'], 'commandId'>,
): Promise<Result<Record<string, never>>> {
  const found = await ownAway(write, input.awayId);
  if (!found.ok) return found;
  const { row, home } = found.value;
  const ids = [row.awayId];
  const records =
    (await contactsOf(write, ids, null)).length +
    (await lifeOf(write, ids, null)).length +
    (await arrivalsFor(write, ids)).length;
  if (records > 0) return refuse('floating.has_records');
  const ended = await noLongerAway(write, row, row.leftOn);
  if (!ended.ok) return ended;
  await supersedeAway(write, row.awayId);
  await write.audit({
    action: 'floating.cancel',
    objectKind: 'floating_away',
    objectId: row.awayId,
    place: home,
    forPersonId: row.personId,
    fields: { leftOn: row.leftOn, place: row.place },
    reason: input.reason,
  });
  return ok({});
}
