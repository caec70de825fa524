import type { Inputs } from '#contract/lib';
import type { ballotsContract } from '#contract/ballots';
import {
  added,
  countGrouped,
  emptied,
  emptyTally,
  grouped,
  isSpent,
  mayBeShown,
  outcome,
  paperSize,
  roundStands,
  shownTally,
} from '#engines/ballot';
import { refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { mayCount, stateIs } from '../rules/round.ts';
import { changeRoundRow } from '../store/ballots.ts';
import { keepCounted, openBox, type OpenedBox } from '../store/box.ts';
import { insertResult, sheetsOf } from '../store/results.ts';
import { rollCounts } from '../store/roll.ts';
import { turnsOf } from '../store/tellers.ts';
import { holdBallot, noted } from './hold-ballot.ts';

const bytesOf = (part: string): Uint8Array => new TextEncoder().encode(part);

/** Tags of used and of unused codes, each list sorted by itself. */
function tagsOf({ spent, tags }: OpenedBox): { used: string[]; unused: string[] } {
  const used: string[] = [];
  const unused: string[] = [];
  for (const [place, tag] of tags.entries()) (isSpent(spent, place) ? used : unused).push(tag);
  return { used: used.toSorted(), unused: unused.toSorted() };
}

/**
 * Opens the box that two tellers opened, counts screen and paper together, keeps the papers in an order
 * that says nothing, and clears box, urn and codes. Papers of evaluations and surveys too few to be shown
 * are not kept at all. More papers than slips: the round does not stand (EL20).
 */
export async function countRound(
  write: Write,
  input: Omit<Inputs<typeof ballotsContract>['count'], 'commandId'>,
): Promise<Result<{ version: number }>> {
  const held = await holdBallot(write, input.ballotId, input.basedOn);
  if (!held.ok) return held;
  const { ballot, plan, round, ballotId, place, issued } = held.value;
  const closed = stateIs(round.state, 'closed');
  if (!closed.ok) return closed;
  const turns = (await turnsOf(write, ballotId)).filter(
    (one) => one.round_no === round.round_no,
  ).length;
  const sheet = (await sheetsOf(write, ballotId)).get(round.round_no);
  const ready = mayCount({
    turns,
    issuedPaper: issued.issuedPaper,
    hasSheet: sheet !== undefined,
  });
  if (!ready.ok) return ready;

  const { form } = round;
  const box = await openBox(write, ballotId, round.round_no);
  const papers = grouped(emptied(box.parts.map(bytesOf), paperSize(form)));
  const screen = countGrouped(form, papers);
  const tally = added(screen, sheet?.tally ?? emptyTally(form));
  const roll = ballot.has_roll ? (await rollCounts(write, ballotId)).get(round.round_no) : null;
  const all = issued.issuedCodes + (sheet?.issued ?? 0);
  const returned = screen.papers + (sheet?.returned ?? 0);
  const numbers = {
    entitled: roll?.entitled ?? null,
    present: roll?.present ?? null,
    issued: all,
    returned,
    missing: Math.max(0, all - returned),
    valid: tally.valid,
    invalid: tally.invalid,
  };
  const shown = shownTally(plan.secrecy, tally);
  const kept = { papers: mayBeShown(plan.secrecy, tally) ? papers : [], ...tagsOf(box) };
  if (!(await keepCounted(write, ballotId, round.round_no, kept)))
    return refuse('ballots.two_turns', { turns });
  await insertResult(write, place, ballotId, round.round_no, {
    numbers,
    tally: shown,
    outcome: outcome(form, tally, round.threshold, numbers),
    stands: roundStands(numbers) && screen.papers <= issued.issuedCodes,
  });
  await changeRoundRow(write, ballotId, round.round_no, { state: 'counted' });
  return noted(write, held.value, 'count', { returned, valid: tally.valid });
}
