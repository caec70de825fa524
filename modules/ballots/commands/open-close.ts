import type { Inputs } from '#contract/lib';
import type { ballotsContract } from '#contract/ballots';
import type { Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { codesFit, mayOpen, planFits, stateIs, tellersFit } from '../rules/round.ts';
import { changeRoundRow } from '../store/ballots.ts';
import { setSlot } from '../store/box.ts';
import { tellersOf } from '../store/tellers.ts';
import { holdBallot, noted } from './hold-ballot.ts';

type In = Inputs<typeof ballotsContract>;

/** Opens the slot: from now on codes open papers, and the form stands. */
export async function openRound(
  write: Write,
  input: Omit<In['open'], 'commandId'>,
): Promise<Result<{ version: number }>> {
  const held = await holdBallot(write, input.ballotId, input.basedOn);
  if (!held.ok) return held;
  const { plan, round, ballotId, issued } = held.value;
  const early = stateIs(round.state, 'prepared');
  if (!early.ok) return early;
  const ways = { form: round.form, onPaper: round.on_paper, onScreen: round.on_screen };
  const checks = [
    planFits(plan, ways),
    tellersFit(plan, round.form, await tellersOf(write, ballotId)),
    mayOpen(ways, issued),
  ];
  const refused = checks.find((check) => !check.ok);
  if (refused !== undefined && !refused.ok) return refused;
  await changeRoundRow(write, ballotId, round.round_no, { state: 'open' });
  if (round.on_screen) await setSlot(write, ballotId, round.round_no, true);
  return noted(write, held.value, 'open');
}

/**
 * Closes the slot; whoever is casting at that moment is waited for, whoever comes later is refused. Code
 * slips left over are counted back and must fit what was drawn, or the reason is given.
 */
export async function closeRound(
  write: Write,
  input: Omit<In['close'], 'commandId'>,
): Promise<Result<{ version: number }>> {
  const held = await holdBallot(write, input.ballotId, input.basedOn);
  if (!held.ok) return held;
  const { round, ballotId, issued } = held.value;
  const open = stateIs(round.state, 'open');
  if (!open.ok) return open;
  const fits = codesFit(issued, input.codesLeft, input.reason);
  if (!fits.ok) return fits;
  if (round.on_screen) await setSlot(write, ballotId, round.round_no, false);
  await changeRoundRow(write, ballotId, round.round_no, {
    state: 'closed',
    codes_left: input.codesLeft,
    codes_reason: input.reason,
  });
  return noted(
    write,
    held.value,
    'close',
    { codesLeft: input.codesLeft },
    input.reason || undefined,
  );
}
