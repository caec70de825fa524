import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { rosterNames } from '#modules/members';
import { orgNames } from '#modules/organisations';
import type { StagedRow } from '../store/rows.ts';

/** People of the rosters the table is about for whom it has no row: listed, never removed. */
export async function absentRows(
  read: Read,
  orgIds: ReadonlySet<OrgId>,
  seen: ReadonlySet<string>,
  asOf: PlainDate,
  mode: 'roster' | 'compare',
): Promise<StagedRow[]> {
  const people = await rosterNames(read, [...orgIds], asOf);
  const names = await orgNames(read, [...orgIds]);
  return people
    .filter(({ personId }) => !seen.has(personId))
    .map(({ personId, orgId, name }, i) => ({
      row: -1 - i,
      kind: 'absent',
      who: name,
      detail: names.get(orgId)?.name ?? '',
      why: '',
      personId,
      targetOrgId: orgId,
      candidates: [],
      says: null,
      secret: null,
      entry: null,
      changes:
        mode === 'roster' ? [] : [{ field: 'person', old: '在册', next: '没有', side: null }],
      basis: null,
      problems: null,
    }));
}
