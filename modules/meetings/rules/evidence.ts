import { EVIDENCES, MEETING_KINDS, type Evidence, type MeetingKind } from './kinds.ts';

export interface EvidenceState {
  readonly evidence: Evidence;
  readonly name: string;
  readonly have: boolean;
  /** Pictures: never asked for. */
  readonly optional: boolean;
}

/** 六有 of a meeting as a checklist; `complete` looks past the optional ones. */
export function evidencesOf(
  kind: MeetingKind,
  have: ReadonlySet<Evidence>,
): { readonly items: readonly EvidenceState[]; readonly complete: boolean } {
  const items = MEETING_KINDS[kind].evidences.map((evidence) => ({
    evidence,
    name: EVIDENCES[evidence],
    have: have.has(evidence),
    optional: evidence === 'pictures',
  }));
  return { items, complete: items.every((item) => item.have || item.optional) };
}
