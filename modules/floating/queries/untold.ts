import type { Read } from '#platform/db';
import { presencesOf, type Presence } from '#modules/meetings';
import type { ArrivalRow } from '../store/arrivals.ts';
import type { AwayRow } from '../store/away.ts';
import { lifeOf } from '../store/life.ts';

/** Meetings of the host at which somebody was present and which the home branch was not told of. */
export async function untoldOf(
  read: Read,
  arrival: Pick<ArrivalRow, 'orgId' | 'personId' | 'endedOn'>,
  away: Pick<AwayRow, 'awayId' | 'leftOn'>,
): Promise<Presence[]> {
  const held = await presencesOf(read, [arrival.personId], {
    from: away.leftOn,
    to: arrival.endedOn ?? read.today,
    knownAt: null,
    orgId: arrival.orgId,
  });
  const told = new Set((await lifeOf(read, [away.awayId], null)).map((one) => one.meetingId));
  return held.filter((one) => !told.has(one.meetingId));
}
