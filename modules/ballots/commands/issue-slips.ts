import type { Inputs } from '#contract/lib';
import type { ballotsContract } from '#contract/ballots';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { stateIs } from '../rules/round.ts';
import { changeRoundRow } from '../store/ballots.ts';
import { markLine, rollOf } from '../store/roll.ts';
import { holdBallot, noted } from './hold-ballot.ts';

type In = Inputs<typeof ballotsContract>;

/**
 * Marks who is present and that they received a slip of one kind. Which slip is not known: code slips are
 * drawn from the urn by the people themselves. Nobody votes who is not there (EL20: no proxy, no letter).
 */
export async function issueSlips(
  write: Write,
  input: Omit<In['issue'], 'commandId'>,
): Promise<Result<Record<string, never>>> {
  const held = await holdBallot(write, input.ballotId, null);
  if (!held.ok) return held;
  const { round, ballotId, place, issued } = held.value;
  const live = stateIs(round.state, 'prepared', 'open');
  if (!live.ok) return live;
  const roll = new Map((await rollOf(write, ballotId, round.round_no)).map((l) => [l.line_id, l]));
  let drawn = issued.issuedCodes;
  for (const { lineId, present, slip } of input.marks) {
    const line = roll.get(lineId);
    if (line === undefined) return refuse('common.not_found');
    if (present && line.left_out !== '') return refuse('ballots.left_out', { name: line.name });
    if (slip !== null && !present) return refuse('ballots.not_present', { name: line.name });
    if (slip !== null && !(slip === 'code' ? round.on_screen : round.on_paper))
      return refuse('ballots.slip_kind', { slip });
    drawn += Number(slip === 'code') - Number(line.slip === 'code');
    if (slip === 'code' && drawn > issued.codesPrinted)
      return refuse('ballots.too_few_codes', { printed: issued.codesPrinted, needed: drawn });
    await markLine(write, lineId, { present, slip });
  }
  await write.audit({
    action: 'ballots.issue',
    objectKind: 'ballot',
    objectId: ballotId,
    place,
    fields: { round: round.round_no, lines: input.marks.length },
  });
  return ok({});
}

/** How many slips were handed out to whoever came, where there is no roll. */
export async function handOut(
  write: Write,
  input: Omit<In['handOut'], 'commandId'>,
): Promise<Result<{ version: number }>> {
  const held = await holdBallot(write, input.ballotId, input.basedOn);
  if (!held.ok) return held;
  const { ballot, round, ballotId, issued } = held.value;
  if (ballot.has_roll) return refuse('common.not_found');
  const live = stateIs(round.state, 'prepared', 'open');
  if (!live.ok) return live;
  if (input.codes > 0 && !round.on_screen) return refuse('ballots.slip_kind', { slip: 'code' });
  if (input.paper > 0 && !round.on_paper) return refuse('ballots.slip_kind', { slip: 'paper' });
  if (input.codes > issued.codesPrinted)
    return refuse('ballots.too_few_codes', { printed: issued.codesPrinted, needed: input.codes });
  await changeRoundRow(write, ballotId, round.round_no, {
    handed_paper: input.paper,
    handed_codes: input.codes,
  });
  return noted(write, held.value, 'hand_out', { paper: input.paper, codes: input.codes });
}
