import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import type { Profile } from '../rules/profile.ts';
import { tenures } from '../store/posts.ts';
import { statesOver } from '../store/tree.ts';
import { holdersOn, type OfficeHolder } from './office.ts';
import { profileIn } from './profile.ts';

/** What one organisation was on each day of a span. */
export interface BodyOver {
  readonly isAliveOn: (day: PlainDate) => boolean;
  /** Empty where it did not stand. */
  readonly nameOn: (day: PlainDate) => string;
  readonly profileOn: (day: PlainDate) => Profile | null;
  readonly committeeOn: (day: PlainDate) => OfficeHolder[];
}

/** States and posts of an organisation read once, for a paper book of many days. `from` and `to` are included. */
export async function bodyOver(
  read: Read,
  orgId: OrgId,
  from: PlainDate,
  to: PlainDate,
): Promise<BodyOver> {
  const states = await statesOver(read, orgId, from, to);
  const posts = await tenures(read, { orgIds: [orgId], from, to });
  const stateOf = (day: PlainDate) =>
    states.find((one) => one.valid_from <= day && (one.valid_to === null || one.valid_to > day));
  return {
    isAliveOn: (day) => stateOf(day) !== undefined,
    nameOn: (day) => stateOf(day)?.name ?? '',
    profileOn: (day) => {
      const state = stateOf(day);
      return state === undefined ? null : profileIn(state, posts, day, null);
    },
    committeeOn: (day) => holdersOn(posts, day),
  };
}
