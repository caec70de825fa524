import { agrees, type LooseDate } from './dates.ts';

/** A person as known, with the identity number only as its keyed hash. */
export interface KnownPerson {
  readonly personId: string;
  readonly name: string;
  readonly idHash: string | null;
  readonly bornOn: LooseDate | null;
  readonly joinedOn: LooseDate | null;
}

/** A row as read; `row` is its number in the sheet. */
export interface RowPerson {
  readonly row: number;
  readonly name: string;
  readonly idHash: string | null;
  readonly bornOn: LooseDate | null;
  readonly joinedOn: LooseDate | null;
}

export type Match =
  | {
      readonly row: number;
      readonly kind: 'same';
      readonly personId: string;
      readonly by: 'identity' | 'name_birth_joined';
    }
  | { readonly row: number; readonly kind: 'new' }
  | {
      readonly row: number;
      readonly kind: 'ask';
      readonly why: AskWhy;
      readonly personIds: readonly string[];
    };

/**
 * `identity_other_name`: the number is known under another name. `identity_differs`: all else agrees but
 * the numbers differ. `several`: more than one fits. `incomplete`: the name fits, the days do not settle it.
 * `row_twice`: another row of the file is the same person.
 */
export type AskWhy =
  | 'identity_other_name'
  | 'identity_differs'
  | 'several'
  | 'incomplete'
  | 'row_twice';

export interface PersonIndex {
  readonly byHash: ReadonlyMap<string, KnownPerson>;
  readonly byName: ReadonlyMap<string, readonly KnownPerson[]>;
}

export function indexPersons(people: readonly KnownPerson[]): PersonIndex {
  const byHash = new Map<string, KnownPerson>();
  const byName = new Map<string, KnownPerson[]>();
  for (const person of people) {
    if (person.idHash !== null) byHash.set(person.idHash, person);
    const namesakes = byName.get(person.name);
    if (namesakes === undefined) byName.set(person.name, [person]);
    else namesakes.push(person);
  }
  return { byHash, byName };
}

type Likeness = 'all' | 'some' | 'no';

/** Days known on both sides: `all` where birth and joining both agree, `no` where one contradicts. */
function likeness(row: RowPerson, person: KnownPerson): Likeness {
  let agreed = 0;
  for (const field of ['bornOn', 'joinedOn'] as const) {
    const [a, b] = [row[field], person[field]];
    if (a === null || b === null) continue;
    if (!agrees(a, b)) return 'no';
    agreed += 1;
  }
  return agreed === 2 ? 'all' : 'some';
}

/** Who a row is: by identity hash, else by name + birth + joining day, else ask; nothing is guessed. */
export function matchRow(row: RowPerson, index: PersonIndex): Match {
  const known = row.idHash === null ? undefined : index.byHash.get(row.idHash);
  if (known !== undefined) {
    return known.name === row.name
      ? { row: row.row, kind: 'same', personId: known.personId, by: 'identity' }
      : { row: row.row, kind: 'ask', why: 'identity_other_name', personIds: [known.personId] };
  }
  const namesakes = index.byName.get(row.name) ?? [];
  const ask = (why: AskWhy, people: readonly KnownPerson[]): Match => ({
    row: row.row,
    kind: 'ask',
    why,
    personIds: people.map((person) => person.personId),
  });
  const bothNumbers = (person: KnownPerson): boolean =>
    row.idHash !== null && person.idHash !== null;
  const all = namesakes.filter((person) => likeness(row, person) === 'all');
  const [only] = all;
  if (only !== undefined && all.length === 1) {
    if (bothNumbers(only)) return ask('identity_differs', all);
    return { row: row.row, kind: 'same', personId: only.personId, by: 'name_birth_joined' };
  }
  if (all.length > 1) return ask('several', all);
  // Two numbers that differ are two people, unless the days say otherwise.
  const open = namesakes.filter(
    (person) => likeness(row, person) === 'some' && !bothNumbers(person),
  );
  return open.length === 0 ? { row: row.row, kind: 'new' } : ask('incomplete', open);
}

export interface FileMatch {
  readonly matches: readonly Match[];
  /** Known people no row stands for: listed, never removed. */
  readonly absent: readonly string[];
}

/** All rows of a file. A person found for two rows is asked about in each of them. */
export function matchFile(rows: readonly RowPerson[], people: readonly KnownPerson[]): FileMatch {
  const index = indexPersons(people);
  const first = rows.map((row) => matchRow(row, index));
  const times = new Map<string, number>();
  const hashes = new Map<string, number>();
  for (const match of first) {
    if (match.kind === 'same') times.set(match.personId, (times.get(match.personId) ?? 0) + 1);
  }
  for (const { idHash } of rows)
    if (idHash !== null) hashes.set(idHash, (hashes.get(idHash) ?? 0) + 1);
  const matches = first.map((match, i): Match => {
    const twice = match.kind === 'same' && (times.get(match.personId) ?? 0) > 1;
    const newTwice = match.kind === 'new' && (hashes.get(rows[i]?.idHash ?? '') ?? 0) > 1;
    if (!twice && !newTwice) return match;
    return {
      row: match.row,
      kind: 'ask',
      why: 'row_twice',
      personIds: twice ? [match.personId] : [],
    };
  });
  const seen = new Set(
    matches.flatMap((m) =>
      m.kind === 'same' ? [m.personId] : m.kind === 'ask' ? m.personIds : [],
    ),
  );
  return {
    matches,
    absent: people.filter((person) => !seen.has(person.personId)).map((p) => p.personId),
  };
}
