import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { lastPayments } from '#modules/dues';
import { lastPresences } from '#modules/meetings';
import { rosterSpans, type RosterSpan } from '#modules/members';
import { dueOn, hintsOf, lastContact, type Contacted, type Hint } from '../rules/rhythm.ts';
import { awayOver, type AwayId, type AwayRow } from '../store/away.ts';
import { contactsOf } from '../store/contacts.ts';
import type { Asked } from '../store/known.ts';
import { lifeOf } from '../store/life.ts';
import { rhythmsOn } from '../store/settings.ts';

/** A stay away as it stands on a day. */
export interface Standing {
  readonly row: AwayRow;
  readonly last: Contacted | null;
  readonly due: PlainDate;
  readonly hints: readonly Hint[];
  readonly reportedOn: PlainDate | null;
}

const holds = (span: RosterSpan, day: PlainDate): boolean =>
  span.from <= day && (span.to === null || span.to > day);

/**
 * Stays whose people stand in the roster of the branch that entered them: with death, transfer or
 * suspension all reminders stop the same day.
 */
export async function awayOn(
  read: Read,
  asked: Asked,
  day: PlainDate,
  knownAt: Date | null = null,
): Promise<AwayRow[]> {
  const rows = await awayOver(read, asked, { from: day, to: day, knownAt });
  const spans = await rosterSpans(
    read,
    rows.map((row) => row.personId),
    knownAt,
  );
  const here = new Set(
    spans.filter((span) => holds(span, day)).map((span) => `${span.personId} ${span.orgId}`),
  );
  return rows.filter((row) => here.has(`${row.personId} ${row.orgId}`));
}

/** Every kind of contact with people away, up to a day: what is known elsewhere is never typed again. */
export async function contactedUntil(
  read: Read,
  rows: readonly AwayRow[],
  day: PlainDate,
  knownAt: Date | null,
): Promise<{
  readonly contacts: ReadonlyMap<AwayId, readonly Contacted[]>;
  readonly reports: ReadonlyMap<AwayId, PlainDate>;
}> {
  const people: PersonId[] = rows.map((row) => row.personId);
  const ids = rows.map((row) => row.awayId);
  const presences = await lastPresences(read, people, day, knownAt);
  const payments = await lastPayments(read, people, day, knownAt);
  const contacts = new Map<AwayId, Contacted[]>(ids.map((id) => [id, []]));
  const reports = new Map<AwayId, PlainDate>();
  for (const row of rows) {
    const met = presences.get(row.personId);
    const paid = payments.get(row.personId);
    if (met !== undefined) contacts.get(row.awayId)?.push({ on: met, source: 'meeting' });
    if (paid !== undefined) contacts.get(row.awayId)?.push({ on: paid, source: 'dues' });
  }
  for (const one of await lifeOf(read, ids, knownAt))
    if (one.kind !== 'review') contacts.get(one.awayId)?.push({ on: one.on, source: 'life' });
  for (const one of await contactsOf(read, ids, knownAt)) {
    contacts.get(one.awayId)?.push({ on: one.on, source: 'log' });
    if (one.report && one.on <= day) reports.set(one.awayId, one.on);
  }
  return { contacts, reports };
}

/** Stays of organisations on a day, with the last contact, when the next is due and what to look at. */
export async function standingOn(
  read: Read,
  asked: Asked,
  day: PlainDate,
  knownAt: Date | null = null,
): Promise<Standing[]> {
  return withContact(read, await awayOn(read, asked, day, knownAt), day, knownAt);
}

/** The same for stays at hand. */
export async function withContact(
  read: Read,
  rows: readonly AwayRow[],
  day: PlainDate,
  knownAt: Date | null = null,
): Promise<Standing[]> {
  const { contacts, reports } = await contactedUntil(read, rows, day, knownAt);
  const rhythmAt = await rhythmsOn(read, day);
  return rows.map((row) => {
    const rhythm = rhythmAt(row.orgPath);
    const own = (contacts.get(row.awayId) ?? []).filter(
      (one) => rhythm.countsPresence || one.source === 'log' || one.source === 'life',
    );
    const last = lastContact(own, day);
    const due = dueOn(row, last?.on ?? null, rhythm);
    const reportedOn = reports.get(row.awayId) ?? null;
    return { row, last, due, reportedOn, hints: hintsOf(row, { day, due, reportedOn }) };
  });
}
