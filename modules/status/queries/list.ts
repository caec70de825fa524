import type { Inputs, Outputs } from '#contract/lib';
import type { statusContract } from '#contract/status';
import type { Read } from '#platform/db';
import { historiesOf, namesOf, peopleNamed, rightsOn } from '#modules/members';
import { orgNames, placeOf } from '#modules/organisations';
import { canAt } from '../policy.ts';
import { labelOf } from '../rules/steps.ts';
import { STATES } from '../rules/words.ts';
import { casesWithin, type CaseRow } from '../store/cases.ts';

type In = Inputs<typeof statusContract>;
type Out = Outputs<typeof statusContract>;

/**
 * Lines of lists. An open case of somebody who left the rosters rests: its line says so and nothing is next; taken
 * back with the ending, it goes on.
 */
export async function caseLines(
  read: Read,
  rows: readonly CaseRow[],
): Promise<Out['list']['rows']> {
  const people = rows.map((row) => row.personId);
  const names = await namesOf(read, people);
  const histories = await historiesOf(read, people);
  const orgs = await orgNames(
    read,
    rows.map((row) => row.place.orgId),
  );
  return rows.map((row) => {
    const gone = rightsOn(histories.get(row.personId), read.today).standing === 'gone';
    const rests = gone && !row.ended && row.state !== 'withdrawn' && row.state !== 'struck';
    return {
      caseId: row.caseId,
      personId: row.personId,
      name: names.get(row.personId) ?? '',
      orgId: row.place.orgId,
      orgName: orgs.get(row.place.orgId)?.shortName ?? '',
      kind: row.kind,
      stateName: rests ? '已终止（不在党员名册）' : STATES[row.state],
      ended: row.ended || rests,
      next: rests || row.nextMove === '' ? '' : labelOf(row.kind, row.nextMove),
      until: row.until,
    };
  });
}

/** Cases at or below an organisation that whoever asks may read. */
export async function list(read: Read, input: In['list']): Promise<Out['list'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const q = (input.q ?? '').trim();
  const rows = await casesWithin(read, {
    path: place.orgPath,
    ended: input.ended,
    personIds: q === '' ? undefined : await peopleNamed(read, place.orgPath, q),
  });
  return {
    rows: await caseLines(read, rows),
    total: rows.length,
    can: { begin: canAt(read, place, 'status.write') },
  };
}
