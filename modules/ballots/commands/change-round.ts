import type { Inputs } from '#contract/lib';
import type { ballotsContract } from '#contract/ballots';
import type { Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { planFits, stateIs, tellersFit } from '../rules/round.ts';
import { changeRoundRow } from '../store/ballots.ts';
import { tellersOf } from '../store/tellers.ts';
import { holdBallot, noted } from './hold-ballot.ts';

/** Another paper for a round that is not open yet. Codes printed for it stay good. */
export async function changeRound(
  write: Write,
  input: Omit<Inputs<typeof ballotsContract>['changeRound'], 'commandId'>,
): Promise<Result<{ version: number }>> {
  const held = await holdBallot(write, input.ballotId, input.basedOn);
  if (!held.ok) return held;
  const { plan, round, ballotId } = held.value;
  const early = stateIs(round.state, 'prepared');
  if (!early.ok) return early;
  const fits = planFits(plan, input);
  if (!fits.ok) return fits;
  const tellers = await tellersOf(write, ballotId);
  const apart = tellers.length === 0 ? fits : tellersFit(plan, input.form, tellers);
  if (!apart.ok) return apart;
  await changeRoundRow(write, ballotId, round.round_no, {
    form: input.form,
    threshold: input.threshold,
    on_paper: input.onPaper,
    on_screen: input.onScreen,
  });
  return noted(write, held.value, 'change_round');
}
