import type { Told } from './facts.ts';
import type { Move, Side, Subject } from './words.ts';

const ASKS: Readonly<Record<Move, readonly (keyof Told)[]>> = {
  initiate: ['why', 'whyText', 'nationalNumber'],
  approve_out: ['nationalNumber', 'paper'],
  approve_in: ['branchId', 'paper'],
  issue_letter: ['letterNumber', 'letterDays', 'contact'],
  renew_letter: ['letterNumber', 'letterDays', 'reason'],
  report: ['branchId', 'note'],
  confirm: ['groupId', 'papersChecked', 'overseer', 'note'],
  send_receipt: ['handler', 'contact'],
  file_receipt: ['note'],
  return_out: ['reason'],
  return_in: ['reason'],
  return_branch: ['reason'],
  resubmit: ['note', 'nationalNumber'],
  withdraw: ['reason'],
};

const OF_PROBATION: readonly (keyof Told)[] = ['papersChecked', 'overseer'];
const OF_RECEIVER: readonly (keyof Told)[] = ['groupId', 'branchId', ...OF_PROBATION];

/** Which fields the form of a step asks for, in their order; the day is always asked for. */
export function asksOf(
  move: Move,
  of: { readonly side: Side; readonly subject: Subject; readonly branchKnown: boolean },
): (keyof Told)[] {
  return ASKS[move].filter(
    (field) =>
      (of.subject === 'probationary' || !OF_PROBATION.includes(field)) &&
      (of.subject !== 'activist' || field !== 'groupId') &&
      (of.side !== 'outward' || !OF_RECEIVER.includes(field)) &&
      (!of.branchKnown || field !== 'branchId'),
  );
}
