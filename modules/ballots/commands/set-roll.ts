import type { Inputs } from '#contract/lib';
import type { ballotsContract } from '#contract/ballots';
import { refuse, type Result } from '#kernel/result';
import { tidyName } from '#kernel/text';
import type { Write } from '#platform/db';
import { stateIs } from '../rules/round.ts';
import { replaceRoll, rollOf } from '../store/roll.ts';
import { holdBallot, noted } from './hold-ballot.ts';

/**
 * Who is entitled, and who of them is left out of those who should attend, with the reason. Until the round
 * opens; presence already marked stays with the same person or name.
 */
export async function setRoll(
  write: Write,
  input: Omit<Inputs<typeof ballotsContract>['setRoll'], 'commandId'>,
): Promise<Result<{ version: number }>> {
  const held = await holdBallot(write, input.ballotId, input.basedOn);
  if (!held.ok) return held;
  const { ballot, round, ballotId, place } = held.value;
  if (!ballot.has_roll) return refuse('common.not_found');
  const early = stateIs(round.state, 'prepared');
  if (!early.ok) return early;
  const before = await rollOf(write, ballotId, round.round_no);
  const known = new Map(before.map((line) => [line.person_id ?? line.name, line.present]));
  const seen = new Set<string>();
  const lines = input.lines.flatMap((line) => {
    const name = tidyName(line.name);
    const key = line.personId ?? name;
    if (seen.has(key)) return [];
    seen.add(key);
    const present = line.leftOut === '' && known.get(key) === true;
    return [{ personId: line.personId, name, leftOut: line.leftOut, present }];
  });
  await replaceRoll(write, place, ballotId, round.round_no, lines);
  const leftOut = lines.filter((line) => line.leftOut !== '').length;
  return noted(write, held.value, 'set_roll', { entitled: lines.length - leftOut, leftOut });
}
