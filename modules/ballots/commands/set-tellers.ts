import type { Inputs } from '#contract/lib';
import type { ballotsContract } from '#contract/ballots';
import { makeCode } from '#engines/ballot';
import { ok, refuse, type Result } from '#kernel/result';
import { tidyName } from '#kernel/text';
import type { Write } from '#platform/db';
import { stateIs, tellersFit } from '../rules/round.ts';
import { hashCode } from '../store/box.ts';
import { replaceTellers, setSlipHash, tellersOf } from '../store/tellers.ts';
import { holdBallot, noted } from './hold-ballot.ts';

type In = Inputs<typeof ballotsContract>;

/** Who supervises and counts, as the meeting passed it; before voting begins. */
export async function setTellers(
  write: Write,
  input: Omit<In['setTellers'], 'commandId'>,
): Promise<Result<{ version: number }>> {
  const held = await holdBallot(write, input.ballotId, input.basedOn);
  if (!held.ok) return held;
  const { plan, round, ballotId, place } = held.value;
  const early = stateIs(round.state, 'prepared');
  if (!early.ok) return early;
  const tellers = input.tellers.map((one) => ({ ...one, name: tidyName(one.name) }));
  if (new Set(tellers.map(({ name }) => name)).size < tellers.length)
    return refuse('ballots.two_tellers');
  const fits = tellersFit(plan, round.form, tellers);
  if (!fits.ok) return fits;
  await replaceTellers(write, place, ballotId, tellers);
  return noted(write, held.value, 'set_tellers', { tellers: tellers.map(({ name }) => name) });
}

/**
 * Slips by which tellers without an account open the box. Each call makes new ones and the old ones are
 * worth nothing; only hashes are kept.
 */
export async function tellerSlips(
  write: Write,
  input: Omit<In['tellerSlips'], 'commandId'>,
  random: (length: number) => Uint8Array,
): Promise<Result<{ slips: { name: string; code: string }[]; version: number }>> {
  const held = await holdBallot(write, input.ballotId, input.basedOn);
  if (!held.ok) return held;
  const live = stateIs(held.value.round.state, 'prepared', 'open', 'closed');
  if (!live.ok) return live;
  const slips: { name: string; code: string }[] = [];
  for (const teller of await tellersOf(write, held.value.ballotId)) {
    const code = makeCode(random);
    await setSlipHash(write, teller.teller_id, hashCode(write.secrets, code));
    slips.push({ name: teller.name, code });
  }
  const done = await noted(write, held.value, 'teller_slips', { slips: slips.length });
  return done.ok ? ok({ slips, version: done.value.version }) : done;
}
