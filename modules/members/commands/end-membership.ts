import type { PersonId } from '#kernel/ids';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { endPostsOf } from '#modules/organisations';
import { ownFile } from '../policy.ts';
import { WAYS_OUT, type WayOut } from '../rules/movement.ts';
import { attachmentsOf, endAttachmentRow, type AttachmentId } from '../store/attachment.ts';
import { changeStay, endStay, stayOn } from '../store/membership.ts';

export interface Ending {
  readonly personId: PersonId;
  /** First day on which the person is no longer in the roster. */
  readonly on: PlainDate;
  readonly way: WayOut;
  readonly paper: string;
  /** Where somebody goes who is transferred out. */
  readonly to: string;
}

/**
 * 减少: the membership ends on a day, never the person (`stat.identity`). 停止党籍 keeps the membership
 * apart from the roster. Posts end with it, and with them the rights; a death also ends every attachment
 * that day, and with the roster all reminders.
 */
export async function endMembership(
  write: Write,
  input: Ending,
): Promise<Result<Record<string, never>>> {
  const own = await ownFile(write, input.personId);
  if (!own.ok) return own;
  if (input.on > write.today)
    return refuse('members.day_to_come', { what: '减少日期', day: chineseDate(input.on) });
  const stay = await stayOn(write, input.personId, input.on);
  if (stay === null) return refuse('members.not_in_roster');
  if (input.way === 'qualification_cancelled' && stay.category === 'full')
    return refuse('members.qualification_of_full');
  await write.tick(own.value.orgId);
  const ended =
    input.way === 'suspended'
      ? await changeStay(write, input.personId, input.on, {
          standing: 'suspended',
          in_paper: input.paper,
        })
      : await endStay(write, input.personId, input.on, input);
  if (!ended) return refuse('common.changed_meanwhile');
  await endPostsOf(write, input.personId, input.on, WAYS_OUT[input.way]);
  if (input.way === 'died') {
    for (const row of await attachmentsOf(write, input.personId)) {
      if (row.valid_to === null || row.valid_to > input.on)
        await endAttachmentRow(write, row.attachment_id as AttachmentId, input.on);
    }
  }
  await write.audit({
    action: 'members.end',
    objectKind: 'person',
    objectId: input.personId,
    place: own.value,
    forPersonId: input.personId,
    fields: { on: input.on, way: input.way, paper: input.paper, to: input.to },
  });
  return ok({});
}

/** 恢复党籍: somebody with 停止党籍 stands in the roster again from a day on (EDU19 art. 24). */
export async function restoreMembership(
  write: Write,
  input: { readonly personId: PersonId; readonly on: PlainDate; readonly paper: string },
): Promise<Result<Record<string, never>>> {
  const own = await ownFile(write, input.personId);
  if (!own.ok) return own;
  if (input.on > write.today)
    return refuse('members.day_to_come', { what: '恢复日期', day: chineseDate(input.on) });
  const stay = await stayOn(write, input.personId, input.on);
  if (stay?.standing !== 'suspended') return refuse('members.not_suspended');
  await write.tick(own.value.orgId);
  const changes = { standing: 'normal', way_in: 'restored', in_paper: input.paper };
  if (!(await changeStay(write, input.personId, input.on, changes)))
    return refuse('common.changed_meanwhile');
  await write.audit({
    action: 'members.restore',
    objectKind: 'person',
    objectId: input.personId,
    place: own.value,
    forPersonId: input.personId,
    fields: { on: input.on, paper: input.paper },
  });
  return ok({});
}
