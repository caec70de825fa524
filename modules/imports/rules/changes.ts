import {
  diffRow,
  maskIdentity,
  maskPhone,
  type KnownFile,
  type RosterField,
  type RosterValues,
  type SecretHashes,
} from '#modules/members';

/** One cell to be changed: as it is, as it would be. Numbers are masked. */
export interface Change {
  /** `person`: the whole person, in one of the two rosters only. */
  readonly field: RosterField | 'person';
  readonly old: string | null;
  readonly next: string;
  /** Null: not decided yet. */
  readonly side: 'here' | 'there' | 'skip' | null;
}

/** What 与全国系统核对 looks at (situation 13). */
const COMPARED = new Set<Change['field']>([
  'name',
  'joinedOn',
  'regularisedOn',
  'branch',
  'education',
  'category',
]);

export interface Comparing {
  readonly values: RosterValues;
  /** Plain numbers of the row, for showing them masked. */
  readonly plain: { readonly idNumber: string | undefined; readonly phone: string | undefined };
  readonly hashes: SecretHashes | null;
  readonly known: KnownFile;
  /** Fields with a cell of their own: what is only reckoned from others fills gaps and changes nothing. */
  readonly filled: ReadonlySet<RosterField>;
  readonly mode: 'roster' | 'compare';
}

/** Cells of a row against the file of its person. Blank cells change nothing. */
export function changesOf(row: Comparing): Change[] {
  const { values, plain, hashes, known, mode } = row;
  const newId = hashes?.id_number_hash ?? null;
  const newPhone = hashes?.phone_hash ?? null;
  const side = mode === 'roster' ? 'here' : null;
  const changes: Change[] = diffRow(values, known.values)
    .filter(
      (change) =>
        change.kind === 'fill' || row.filled.has(change.field) || change.field === 'category',
    )
    .map(({ field, old, next }) => ({ field, old, next, side }));
  if (newId !== null && newId !== known.secret.idHash) {
    const next = maskIdentity(plain.idNumber ?? '');
    changes.push({ field: 'idNumber', old: known.secret.idMasked, next, side });
  }
  if (newPhone !== null && newPhone !== known.secret.phoneHash) {
    const next = maskPhone(plain.phone ?? '');
    changes.push({ field: 'phone', old: known.secret.phoneMasked, next, side });
  }
  return mode === 'roster' ? changes : changes.filter(({ field }) => COMPARED.has(field));
}
