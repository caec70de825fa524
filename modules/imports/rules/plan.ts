import type { OrgId } from '#kernel/ids';
import type { KnownFile, RosterField, RosterValues, SecretHashes } from '#modules/members';
import { changesOf, type Change } from './changes.ts';

/** Whom a row stands for. */
export type Who =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly home: OrgId | null;
      readonly known: KnownFile | null;
    }
  | { readonly kind: 'ask'; readonly why: string; readonly personIds: readonly string[] }
  /** In a roster out of sight, or gone from all. */
  | { readonly kind: 'elsewhere'; readonly why: 'hidden' | 'left' };

/** Where a row belongs. */
export type Target =
  | { readonly orgId: OrgId }
  | { readonly why: 'branch_unknown' | 'branch_missing' | 'branch_left_out' };

/** What a row says, as staged until it is decided. */
export interface Says {
  readonly values: RosterValues;
  readonly category: 'full' | 'probationary';
  readonly filled: readonly RosterField[];
}

export interface RowPlan {
  readonly kind: 'new' | 'same' | 'change' | 'ask' | 'elsewhere' | 'error' | 'left_out';
  readonly why: string;
  readonly personId: string | null;
  readonly targetOrgId: OrgId | null;
  readonly candidates: readonly string[];
  readonly changes: readonly Change[];
  readonly basis: string | null;
}

export interface Planning {
  readonly says: Says;
  readonly plain: { readonly idNumber: string | undefined; readonly phone: string | undefined };
  readonly hashes: SecretHashes | null;
  readonly badMainCell: boolean;
  readonly keepBad: boolean;
  readonly who: Who;
  readonly target: Target;
  readonly mode: 'roster' | 'compare';
  readonly nameOf: (orgId: OrgId) => string;
}

const EMPTY: Omit<RowPlan, 'kind' | 'why'> = {
  personId: null,
  targetOrgId: null,
  candidates: [],
  changes: [],
  basis: null,
};

/** What is to become of one row. Nothing is guessed: what is not certain is asked or left out. */
export function planRow(row: Planning): RowPlan {
  const { who, target, says } = row;
  const orgId = 'orgId' in target ? target.orgId : null;
  if (says.values.name === undefined) return { ...EMPTY, kind: 'error', why: 'name_missing' };
  if (who.kind === 'ask') {
    return { ...EMPTY, kind: 'ask', why: who.why, candidates: who.personIds, targetOrgId: orgId };
  }
  if (who.kind === 'elsewhere') return { ...EMPTY, kind: 'elsewhere', why: who.why };
  if (who.kind === 'new') {
    if ('why' in target) return { ...EMPTY, kind: 'left_out', why: target.why };
    if (row.badMainCell && !row.keepBad) return { ...EMPTY, kind: 'error', why: 'bad_cell' };
    return { ...EMPTY, kind: 'new', why: '', targetOrgId: target.orgId };
  }
  const { personId, home, known } = who;
  const moved = orgId !== null && home !== null && orgId !== home;
  if (moved && row.mode === 'roster') {
    return { ...EMPTY, kind: 'elsewhere', why: 'other_branch', personId, targetOrgId: home };
  }
  if (known === null) return { ...EMPTY, kind: 'elsewhere', why: 'hidden' };
  const changes = [
    ...(moved
      ? [{ field: 'branch' as const, old: row.nameOf(home), next: row.nameOf(orgId), side: null }]
      : []),
    ...changesOf({
      values: says.values,
      plain: row.plain,
      hashes: row.hashes,
      known,
      filled: new Set(says.filled),
      mode: row.mode,
    }),
  ];
  return {
    ...EMPTY,
    kind: changes.length === 0 ? 'same' : 'change',
    why: '',
    personId,
    targetOrgId: home,
    changes,
    basis: known.basis,
  };
}
