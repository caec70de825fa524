import { hashToken } from '#platform/crypto';
import { today } from '#kernel/clock';
import { addDays } from '#kernel/plain-date';
import { POSTS, type PostKind } from '#kernel/posts';
import { isOpen } from '#engines/obligation';
import type { Actor, Database } from '#platform/db';
import { addressOf, basisOf, dueFor } from '../rules/home.ts';
import { icalOf } from '../rules/ical.ts';
import { calendarOwner } from '../store.ts';
import { dutiesAt, lookerOf, type Desk } from './desk.ts';

const BACK = 30;
const AHEAD = 180;

/**
 * The calendar behind a secret address, or null where it was ended or its post is over. It shows titles and
 * reasons of duties only, never people, and opens them where the calendar was fetched from (`origin`).
 */
export async function calendar(
  parts: Pick<Desk, 'sources' | 'boards'> & { readonly db: Database },
  key: string,
  permissionsOf: (post: PostKind | 'member') => ReadonlySet<string>,
  origin: string,
): Promise<File | null> {
  const { db } = parts;
  const day = today(db.clock);
  const owner = await db.system((plain) => calendarOwner(plain, hashToken(key), day));
  if (owner === null) return null;
  const postName = owner.post === 'member' ? '党员' : POSTS[owner.post];
  const actor: Actor = {
    tenantId: owner.tenant_id,
    accountId: owner.account_id,
    accountName: owner.display_name,
    personId: owner.person_id,
    post: owner.post,
    actingAs: `${owner.org_name} ${postName}`,
    orgId: owner.org_id,
    place: owner.org_path,
    scope: owner.post === 'member' ? null : owner.org_path,
    permissions: permissionsOf(owner.post),
  };
  const desk: Desk = { ...parts, actor, today: day };
  const span = { from: addDays(day, -BACK), to: addDays(day, AHEAD) };
  const duties = await dutiesAt(desk, [actor.orgId], span);
  const looker = lookerOf(actor);
  const seen = new Set(dueFor(duties, looker, day).map((duty) => duty.key));
  const entries = duties
    .filter((duty) => isOpen(duty) && (seen.has(duty.key) || duty.until > day))
    .filter((duty) => duty.personId === null || duty.personId === actor.personId)
    .filter((duty) => looker.officer || duty.personId !== null)
    .map((duty) => ({
      key: duty.key,
      on: duty.until,
      address: `${origin}${addressOf(duty)}`,
      title: duty.title,
      text: `${duty.reason}\n依据：${basisOf(duty)}\n${origin}${addressOf(duty)}`,
    }));
  const text = icalOf(`${owner.org_name}事项`, entries, new Date(db.clock.now()));
  return new File([text], 'zhibu.ics', { type: 'text/calendar; charset=utf-8' });
}
