import type { Inputs, Outputs } from '#contract/lib';
import type { floatingContract } from '#contract/floating';
import { dayOf, monthOf, todayAt } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { placeOf } from '#modules/organisations';
import { canAt } from '../policy.ts';
import { maskNumber } from '../rules/away.ts';
import { dueOn, lastOfKept } from '../rules/rhythm.ts';
import { contactPage, keptByMe } from '../store/contacts.ts';
import { rhythmsOn } from '../store/settings.ts';
import { askedAt, shortNames } from './away.ts';

type In = Inputs<typeof floatingContract>;
type Out = Outputs<typeof floatingContract>;

/** 联系记录 of a year, the latest first. */
export async function contacts(read: Read, input: In['contacts']): Promise<Out['contacts'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const found = await contactPage(
    read,
    askedAt(place, input.below),
    {
      from: dayOf(input.year, 1, 1),
      to: dayOf(input.year, 12, 31),
      memberId: input.personId,
    },
    input,
  );
  const nameOf = await shortNames(
    read,
    found.rows.map((row) => row.orgId),
  );
  return {
    total: found.total,
    rows: found.rows.map((row) => ({
      contactId: row.contactId,
      awayId: row.awayId,
      personId: row.memberId,
      name: row.memberName,
      orgName: nameOf(row.orgId),
      on: row.on,
      how: row.how,
      report: row.report,
      content: row.content,
      byName: row.byName,
      enteredLater: monthOf(todayAt(row.enteredAt.getTime())) > monthOf(row.on),
    })),
    can: { record: canAt(read.actor, place.orgPath, 'floating.contact') },
  };
}

/** 我联系的流动党员: whom somebody keeps contact with, the next due first. */
export async function mine(read: Read): Promise<Out['mine']> {
  const kept = await keptByMe(read, read.today);
  const rhythmAt = await rhythmsOn(read, read.today);
  const rows = kept.map((one) => {
    const last = lastOfKept(one, rhythmAt(one.orgPath));
    const due = dueOn(one, last, rhythmAt(one.orgPath));
    return {
      awayId: one.awayId,
      name: one.memberName,
      reason: one.reason,
      place: one.place,
      phone:
        one.phone === null ? '' : maskNumber(read.secrets.decrypt(read.actor.tenantId, one.phone)),
      leftOn: one.leftOn,
      last,
      due,
      late: due < read.today,
    };
  });
  return { rows: rows.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)) };
}
