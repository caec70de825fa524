import type { Inputs, Outputs } from '#contract/lib';
import type { statusContract } from '#contract/status';
import { addMonths } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { namesOf } from '#modules/members';
import { orgNames, placeOf } from '#modules/organisations';
import { canAt, mayFix } from '../policy.ts';
import { monthsSince } from '../rules/clocks.ts';
import { lostWithin, searchesOf, type LostRow } from '../store/lost.ts';
import { settingsAt } from '../store/settings.ts';

type In = Inputs<typeof statusContract>;
type Out = Outputs<typeof statusContract>;

/** Losses of contact as lists show them, with the searches. */
export async function lostLines(
  read: Read,
  rows: readonly LostRow[],
): Promise<Out['lost']['rows']> {
  const names = await namesOf(
    read,
    rows.map((row) => row.personId),
  );
  const orgs = await orgNames(
    read,
    rows.map((row) => row.orgId),
  );
  const searches = await searchesOf(
    read,
    rows.map((row) => row.lostId),
  );
  return rows.map((row) => ({
    lostId: row.lostId,
    personId: row.personId,
    name: names.get(row.personId) ?? '',
    orgName: orgs.get(row.orgId)?.shortName ?? '',
    since: row.since,
    cause: row.cause,
    recordedOn: row.recordedOn,
    foundOn: row.foundOn,
    months: monthsSince(row.since, row.foundOn ?? read.today),
    reachedOn: addMonths(row.since, 6),
    searches: (searches.get(row.lostId) ?? []).map((one) => ({
      searchId: one.id,
      on: one.on,
      how: one.how,
      searcher: one.searcher,
      result: one.result,
    })),
  }));
}

/** 失联党员台账: who is lost at or below an organisation, the longest first. */
export async function lost(read: Read, input: In['lost']): Promise<Out['lost'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const found = await lostWithin(read, place.orgPath, input.all !== true);
  const rows = found.toSorted((a, b) => Number(a.foundOn !== null) - Number(b.foundOn !== null));
  return {
    rows: await lostLines(read, rows),
    total: rows.length,
    can: { record: canAt(read, place, 'status.write') },
  };
}

export async function settings(read: Read, input: In['settings']): Promise<Out['settings'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const fixes = await mayFix(read, place);
  const may = canAt(read, place, 'status.settings');
  return {
    ...(await settingsAt(read, place.orgPath, read.today)),
    can: { set: may !== true ? may : fixes.ok ? true : fixes.refusal },
  };
}
