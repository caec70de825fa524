import type { AwayReason, ContactSource, PlaceKind } from '#contract/floating';
import type { OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { lastPayments } from '#modules/dues';
import { lastPresences } from '#modules/meetings';
import { lastContact, type Contacted } from '../rules/rhythm.ts';
import { lastLogged } from '../store/contacts.ts';
import { lastLived } from '../store/life.ts';
import { awayOn } from './standing.ts';

/** Somebody of a roster who is away, as elections and status ask for it. */
export interface Away {
  readonly personId: PersonId;
  readonly orgId: OrgId;
  readonly name: string;
  readonly reason: AwayReason;
  readonly placeKind: PlaceKind;
  readonly since: PlainDate;
  readonly expectedOn: PlainDate | null;
  /** Holds a 流动党员活动证: neither six-month clock runs (`clock.none`). */
  readonly certificate: boolean;
}

/** Who of organisations is away on a day, by the register; whether they are left out of a base is not said here. */
export async function awayOf(
  read: Read,
  orgIds: readonly OrgId[],
  day: PlainDate,
): Promise<Away[]> {
  return (await awayOn(read, { orgIds }, day)).map((row) => ({
    personId: row.personId,
    orgId: row.orgId,
    name: row.name,
    reason: row.reason,
    placeKind: row.placeKind,
    since: row.leftOn,
    expectedOn: row.expectedOn,
    certificate: row.certificateNo !== '',
  }));
}

/** The last contact with people within sight, from the log, meetings and dues; absent where there is none. */
export async function lastContacts(
  read: Read,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, { readonly on: PlainDate; readonly source: ContactSource }>> {
  const day = read.today;
  const found = new Map<PersonId, Contacted[]>();
  const add = (source: ContactSource, days: ReadonlyMap<PersonId, PlainDate>): void => {
    for (const [personId, on] of days)
      found.set(personId, [...(found.get(personId) ?? []), { on, source }]);
  };
  add('log', await lastLogged(read, people));
  add('life', await lastLived(read, people));
  add('meeting', await lastPresences(read, people, day, null));
  add('dues', await lastPayments(read, people, day, null));
  return new Map(
    [...found].flatMap(([personId, all]) => {
      const last = lastContact(all, day);
      return last === null ? [] : [[personId, last] as const];
    }),
  );
}
