import type { Kind, Move } from './words.ts';

/** Fields of a step's form. */
export type Ask =
  | 'regulation'
  | 'clause'
  | 'ground'
  | 'since'
  | 'foundOn'
  | 'noProperReason'
  | 'educatedOn'
  | 'otherMatter'
  | 'team'
  | 'heard'
  | 'measures'
  | 'months'
  | 'until'
  | 'sanction'
  | 'organ'
  | 'paper';

const ASKS: Readonly<Partial<Record<Move, readonly Ask[]>>> = {
  examine: ['ground', 'since'],
  decide_above: ['paper'],
  ask_back: ['foundOn'],
  approve: ['paper'],
  file_upward: ['paper'],
  propose: ['regulation', 'clause', 'otherMatter'],
  file_start: ['paper'],
  investigate: ['team'],
  hear: ['heard'],
  help: ['measures'],
  record: ['regulation', 'clause', 'sanction', 'until', 'organ', 'paper'],
  record_expulsion: ['regulation', 'clause', 'organ', 'paper'],
  restore_rights: ['paper'],
};

/** What the form of a step asks for, in a case of that kind. */
export function asksOf(kind: Kind, move: Move): readonly Ask[] {
  const asks = ASKS[move] ?? [];
  if (move === 'approve' && kind === 'correction') return [...asks, 'months'];
  if (move === 'propose' && kind === 'own_act') return [...asks, 'noProperReason', 'educatedOn'];
  return asks;
}
