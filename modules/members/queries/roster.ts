import type { Inputs, Outputs } from '#contract/lib';
import type { membersContract } from '#contract/members';
import { offsetOf } from '#kernel/paging';
import { addDays, addYears } from '#kernel/plain-date';
import { normaliseQuery } from '#platform/words';
import { tenantMark, type Read } from '#platform/db';
import { orgNames, placeOf } from '#modules/organisations';
import { fieldsOf, looseText, showField } from '../rules/fields.ts';
import { INNER_WAYS, WAYS_OUT } from '../rules/movement.ts';
import { ageOn, standingOn } from '../rules/standing.ts';
import { rosterRows, rosterTotal, type RosterFilter, type RosterRow } from '../store/roster.ts';

const WAYS: Readonly<Record<string, string>> = { ...WAYS_OUT, ...INNER_WAYS };

type Out = Outputs<typeof membersContract>;
type In = Inputs<typeof membersContract>;
type Row = Out['roster']['rows'][number];
export type Filters = Omit<In['roster'], 'page' | 'pageSize'>;

/** Filters as asked for → as the store takes them. Null: the organisation is out of sight. */
export async function filterOf(read: Read, input: Filters): Promise<RosterFilter | null> {
  const day = input.asOf ?? read.today;
  const place = input.orgId === undefined ? null : await placeOf(read, input.orgId);
  if (input.orgId !== undefined && place === null) return null;
  const scope = read.actor.scope ?? '-';
  // Whoever stands below sees organisations above, never their people.
  const within = place !== null && place.orgPath.startsWith(scope) ? place.orgPath : scope;
  if (place !== null && within !== place.orgPath) return null;
  const token = normaliseQuery(input.q);
  const plain = input.q.normalize('NFKC').trim().toUpperCase();
  return {
    day,
    within,
    token: token === '' ? undefined : token,
    lastFour: /^\d{3}[\dX]$/.test(plain) ? plain : undefined,
    category: input.category,
    sex: input.sex,
    // 31–35: born after the day on which somebody turned 36, and up to the day of turning 31.
    bornFrom: input.ageTo === undefined ? undefined : addDays(addYears(day, -input.ageTo - 1), 1),
    bornTo: input.ageFrom === undefined ? undefined : addYears(day, -input.ageFrom),
    education: input.education,
    ethnic: input.ethnic,
    work: input.work,
    groupId: input.groupId,
    mark: input.mark,
  };
}

/** One line of a list as it is shown. */
export function memberRow(row: RosterRow, orgName: string, day: RosterFilter['day']): Row {
  const fields = fieldsOf(row);
  return {
    personId: row.person_id,
    name: row.name,
    sex: row.sex,
    ethnic: showField('ethnic', fields.ethnic) || null,
    bornOn: looseText(fields.bornOn),
    age: row.born_on === null ? null : ageOn(row.born_on, day),
    education: showField('education', fields.education) || null,
    work: showField('work', fields.work) || null,
    job: row.job,
    category: row.category,
    suspended: row.standing === 'suspended',
    joinedOn: looseText(fields.joinedOn),
    regularisedOn: looseText(fields.regularisedOn),
    standing:
      row.regularised_on === null ? null : standingOn(row.regularised_on, row.correction, day),
    frail: row.frail,
    floating: row.floating,
    lost: row.lost,
    orgId: row.org_id,
    orgName,
    left:
      row.valid_to === null || row.valid_to > day
        ? null
        : { on: row.valid_to, way: WAYS[row.way_out ?? ''] ?? '' },
  };
}

/** Rows of a list with the short names of their organisations. */
export async function memberRows(
  read: Read,
  rows: readonly RosterRow[],
  day: RosterFilter['day'],
): Promise<Row[]> {
  const names = await orgNames(
    read,
    rows.map((row) => row.org_id),
  );
  return rows.map((row) => memberRow(row, names.get(row.org_id)?.shortName ?? '', day));
}

/** The roster of a day within sight, found by name, pinyin, initials or last four characters. */
export async function roster(read: Read, input: In['roster']): Promise<Out['roster'] | null> {
  const filter = await filterOf(read, input);
  if (filter === null) return null;
  const page = { limit: input.pageSize, offset: offsetOf(input) };
  const [rows] = await Promise.all([rosterRows(read, filter, page), tenantMark(read)]);
  // A page that is not full tells the number without counting.
  const full = rows.length === input.pageSize || (rows.length === 0 && input.page > 1);
  const [shown, total] = await Promise.all([
    memberRows(read, rows, filter.day),
    full ? rosterTotal(read, filter) : offsetOf(input) + rows.length,
  ]);
  return { rows: shown, total };
}
