import type { Inputs } from '#contract/lib';
import type { floatingContract } from '#contract/floating';
import type { OrgId, PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { tidyName } from '#kernel/text';
import type { Write } from '#platform/db';
import { namesOf } from '#modules/members';
import { mayAt } from '../policy.ts';
import { awaysById, type AwayId } from '../store/away.ts';
import {
  contactForUpdate,
  contactsOf,
  insertContact,
  keptByMe,
  supersedeContact,
  type ContactId,
} from '../store/contacts.ts';

type In = Inputs<typeof floatingContract>;

/** One stay as far as an entry of the log needs it, from whichever side the writer stands at. */
interface Reached {
  readonly awayId: AwayId;
  readonly place: { readonly orgId: OrgId; readonly orgPath: OrgPath };
  readonly otherPath: OrgPath;
  readonly keeperId: PersonId | null;
  readonly memberId: PersonId;
  readonly memberName: string;
  readonly leftOn: PlainDate;
}

/**
 * Stays somebody may enter contacts for: officers of the home branch and of the host for theirs, a contact
 * person for the people named to them. Null where one is none of these.
 */
async function reached(write: Write, awayIds: readonly AwayId[]): Promise<Reached[] | null> {
  const { actor } = write;
  const rows = new Map((await awaysById(write, awayIds)).map((row) => [row.awayId, row]));
  const mine = new Map((await keptByMe(write, write.today)).map((one) => [one.awayId, one]));
  const found: Reached[] = [];
  for (const awayId of new Set(awayIds)) {
    const row = rows.get(awayId);
    const kept = mine.get(awayId);
    const atHome = row !== undefined && mayAt(actor, row.orgPath, 'floating.contact');
    const asHost =
      row !== undefined && row.host !== null && mayAt(actor, row.host.orgPath, 'floating.contact');
    if (row !== undefined && (atHome || asHost))
      found.push({
        awayId,
        place: atHome || row.host === null ? row : row.host,
        otherPath: atHome ? row.otherPath : row.orgPath,
        keeperId: row.keeperId,
        memberId: row.personId,
        memberName: row.name,
        leftOn: row.leftOn,
      });
    else if (kept !== undefined)
      found.push({
        awayId,
        place: kept,
        otherPath: kept.otherPath,
        keeperId: kept.keeperId,
        memberId: kept.memberId,
        memberName: kept.memberName,
        leftOn: kept.leftOn,
      });
    else return null;
  }
  return found;
}

/**
 * 记一次联系: one contact with one or many on one day, all or none. Refuses a day to come or before
 * somebody left, the same contact twice, and a report that the member did not make in person.
 */
export async function recordContacts(
  write: Write,
  input: Omit<In['recordContacts'], 'commandId'>,
): Promise<Result<{ contactIds: ContactId[] }>> {
  const { on, how, report } = input;
  const day = chineseDate(on);
  if (on > write.today) return refuse('floating.in_future', { day, what: '联系' });
  if (report && how === 'family') return refuse('floating.report_by_self');
  const people = await reached(write, input.awayIds);
  if (people === null) return refuse('common.not_found');
  const early = people.find((one) => on < one.leftOn);
  if (early !== undefined) return refuse('floating.before_left', { day, name: early.memberName });
  for (const orgId of new Set(people.map((one) => one.place.orgId))) await write.tick(orgId);
  const known = await contactsOf(
    write,
    people.map((one) => one.awayId),
    null,
  );
  const twice = people.filter((one) =>
    known.some((row) => row.awayId === one.awayId && row.on === on && row.how === how),
  );
  if (twice.length > 0)
    return refuse('floating.contact_twice', {
      names: twice.map((one) => one.memberName).join('、'),
    });
  const me = write.actor.personId;
  const myName = me === null ? undefined : (await namesOf(write, [me])).get(me);
  const byName = input.byName === '' ? (myName ?? write.actor.accountName) : tidyName(input.byName);
  const contactIds: ContactId[] = [];
  for (const one of people) {
    const contactId = await insertContact(write, one.place, {
      awayId: one.awayId,
      otherPath: one.otherPath,
      keeperId: one.keeperId,
      memberId: one.memberId,
      memberName: one.memberName,
      on,
      how,
      report,
      content: input.content,
      byName,
    });
    await write.audit({
      action: 'floating.contact',
      objectKind: 'floating_contact',
      objectId: contactId,
      place: one.place,
      forPersonId: one.memberId,
      fields: { on, how, report, byName },
    });
    contactIds.push(contactId);
  }
  return ok({ contactIds });
}

/** Takes back an entry made by mistake: an officer of the branch that entered it, or its contact person. */
export async function cancelContact(
  write: Write,
  input: Omit<In['cancelContact'], 'commandId'>,
): Promise<Result<Record<string, never>>> {
  const row = await contactForUpdate(write, input.contactId);
  if (row === null) return refuse('common.not_found');
  const { actor } = write;
  const own = row.keeperId !== null && row.keeperId === actor.personId;
  if (!own && !mayAt(actor, row.orgPath, 'floating.contact')) return refuse('common.not_allowed');
  await write.tick(row.orgId);
  await supersedeContact(write, input.contactId);
  await write.audit({
    action: 'floating.cancel_contact',
    objectKind: 'floating_contact',
    objectId: input.contactId,
    place: row,
    forPersonId: row.memberId,
    fields: { on: row.on, how: row.how },
    reason: input.reason,
  });
  return ok({});
}

/** The full number, for whoever keeps contact; the log keeps each look. */
export async function showPhone(
  write: Write,
  input: Omit<In['phone'], 'commandId'>,
): Promise<Result<{ phone: string }>> {
  const { actor } = write;
  const [row] = await awaysById(write, [input.awayId]);
  const kept = (await keptByMe(write, write.today)).find((one) => one.awayId === input.awayId);
  const asOfficer =
    row !== undefined &&
    (mayAt(actor, row.orgPath, 'floating.phone') ||
      (row.host !== null && mayAt(actor, row.host.orgPath, 'floating.phone')));
  if (row === undefined && kept === undefined) return refuse('common.not_found');
  if (!asOfficer && kept === undefined) return refuse('common.not_allowed');
  const phone = (asOfficer ? row?.phone : kept?.phone) ?? null;
  if (phone === null) return refuse('floating.no_phone');
  const place = kept ?? row;
  await write.audit({
    action: 'floating.show_phone',
    objectKind: 'floating_away',
    objectId: input.awayId,
    ...(place === undefined ? {} : { place }),
    reason: '联系流动党员',
  });
  return ok({ phone: write.secrets.decrypt(actor.tenantId, phone) });
}
