import { dutiesOf, type Duty, type ObligationSource, type Span } from '#engines/obligation';
import type { OrgId } from '#kernel/ids';
import { addDays, dayOf, yearOf, type PlainDate } from '#kernel/plain-date';
import { isOfficer, type Actor, type Database } from '#platform/db';
import type { Looker } from '../rules/home.ts';
import type { Boards } from './below.ts';

/** Where duties are looked at: the database, as whom, on which day, from which sources. */
export interface Desk {
  readonly db: Database;
  readonly actor: Actor;
  readonly today: PlainDate;
  readonly sources: readonly ObligationSource[];
  readonly boards: Boards;
}

const LOOK_BACK = 90;
const LOOK_AHEAD = 60;

/** This year, and at least the last quarter: what was missed before is history, not due. */
export function currentSpan(today: PlainDate): Span {
  const year = dayOf(yearOf(today), 1, 1);
  const back = addDays(today, -LOOK_BACK);
  return { from: back < year ? back : year, to: addDays(today, LOOK_AHEAD) };
}

export const lookerOf = (actor: Actor): Looker => ({
  orgId: actor.orgId,
  personId: actor.personId,
  officer: isOfficer(actor),
  permissions: actor.permissions,
});

/** All duties of organisations over a span as they stand today. */
export const dutiesAt = (
  desk: Desk,
  orgIds: readonly OrgId[],
  span: Span,
  day: PlainDate = desk.today,
): Promise<Duty[]> =>
  desk.db.read(desk.actor, (read) => dutiesOf(desk.sources, read, orgIds, span, day));

/** Short names of kinds of duties, from all sources. */
export const kindNames = (sources: readonly ObligationSource[]): ReadonlyMap<string, string> =>
  new Map(sources.flatMap((source) => Object.entries(source.kinds)));
