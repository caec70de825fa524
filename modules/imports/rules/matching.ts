import type { OrgId } from '#kernel/ids';
import { indexPersons, matchRow, type RowPerson, type StandingPerson } from '#modules/members';

export type Found =
  | { readonly kind: 'new' }
  | { readonly kind: 'person'; readonly personId: string; readonly home: OrgId }
  | { readonly kind: 'ask'; readonly why: string; readonly personIds: readonly string[] };

/** Rows of one table against everybody in sight, in the order of the rows. */
export interface Matcher {
  find(row: RowPerson): Found;
  homeOf(personId: string): OrgId | null;
  /** People whom some row of the table stands for, or may stand for. */
  readonly seen: ReadonlySet<string>;
}

/**
 * In 核对 a number known under another name is that person with another name; in a roster it is asked.
 * The first row of a person counts; a later one that is the same person is asked about.
 */
export function matcher(people: readonly StandingPerson[], mode: 'roster' | 'compare'): Matcher {
  const index = indexPersons(people);
  const homes = new Map(people.map((person) => [person.personId, person.orgId]));
  const seen = new Set<string>();
  const taken = new Set<string>();
  const fresh = new Set<string>();

  const person = (personId: string): Found => {
    seen.add(personId);
    if (taken.has(personId)) return { kind: 'ask', why: 'row_twice', personIds: [personId] };
    taken.add(personId);
    const home = homes.get(personId);
    if (home === undefined) throw new Error('a person without a roster was matched');
    return { kind: 'person', personId, home };
  };

  return {
    seen,
    homeOf: (personId) => homes.get(personId) ?? null,
    find(row) {
      const match = matchRow(row, index);
      if (match.kind === 'same') return person(match.personId);
      if (match.kind === 'ask') {
        const [only] = match.personIds;
        if (mode === 'compare' && match.why === 'identity_other_name' && only !== undefined) {
          return person(only);
        }
        for (const id of match.personIds) seen.add(id);
        return { kind: 'ask', why: match.why, personIds: match.personIds };
      }
      const days = [row.bornOn, row.joinedOn].map((date) => date?.day ?? '').join(' ');
      const key = row.idHash ?? `${row.name} ${days}`;
      if (fresh.has(key)) return { kind: 'ask', why: 'row_twice', personIds: [] };
      fresh.add(key);
      return { kind: 'new' };
    },
  };
}
