import type { Inputs } from '#contract/lib';
import type { ballotsContract } from '#contract/ballots';
import { makeCode, makeTags } from '#engines/ballot';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { stateIs } from '../rules/round.ts';
import { changeRoundRow } from '../store/ballots.ts';
import { fillUrn } from '../store/box.ts';
import { holdBallot, noted } from './hold-ballot.ts';

export interface PrintedCodes {
  readonly slips: { code: string; tag: string }[];
  readonly version: number;
}

/**
 * Fresh single-use codes for one round, each with a short number for the list after closing. They are told
 * this once; printing again makes others, and those printed before open nothing any more.
 */
export async function printCodes(
  write: Write,
  input: Omit<Inputs<typeof ballotsContract>['printCodes'], 'commandId'>,
  random: (length: number) => Uint8Array,
): Promise<Result<PrintedCodes>> {
  const held = await holdBallot(write, input.ballotId, input.basedOn);
  if (!held.ok) return held;
  const { round, ballotId, issued } = held.value;
  const early = stateIs(round.state, 'prepared');
  if (!early.ok) return early;
  if (!round.on_screen) return refuse('ballots.slip_kind', { slip: 'code' });
  if (issued.issuedCodes > input.number)
    return refuse('ballots.too_few_codes', { printed: input.number, needed: issued.issuedCodes });
  const codes = new Set<string>();
  while (codes.size < input.number) codes.add(makeCode(random));
  const tags = makeTags(input.number, random);
  const slips = [...codes].map((code, at) => ({ code, tag: tags[at] ?? '' }));
  const filled = await fillUrn(write, ballotId, round.round_no, slips);
  if (!filled) return refuse('ballots.state', { state: round.state });
  await changeRoundRow(write, ballotId, round.round_no, { codes_printed: input.number });
  const done = await noted(write, held.value, 'print_codes', { number: input.number });
  return done.ok ? ok({ slips, version: done.value.version }) : done;
}
