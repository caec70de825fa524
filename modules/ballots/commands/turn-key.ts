import type { Inputs } from '#contract/lib';
import type { ballotsContract } from '#contract/ballots';
import { readCode } from '#engines/ballot';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { stateIs } from '../rules/round.ts';
import { hashCode } from '../store/box.ts';
import { insertTurn, tellersOf, turnsOf, waitingTurns } from '../store/tellers.ts';
import { holdBallot } from './hold-ballot.ts';

type In = Inputs<typeof ballotsContract>;

/** One teller's consent to opening a closed box, in their own session, whatever post they act in. */
export async function turnKey(
  write: Write,
  input: Omit<In['turnKey'], 'commandId'>,
): Promise<Result<Record<string, never>>> {
  const waiting = (await waitingTurns(write)).find(
    (one) => one.ballotId === input.ballotId && one.roundNo === input.roundNo,
  );
  if (waiting === undefined) return refuse('ballots.not_a_teller');
  await insertTurn(write, waiting.place, {
    ballotId: input.ballotId,
    roundNo: input.roundNo,
    tellerId: waiting.tellerId,
    personId: write.actor.personId,
    means: 'session',
  });
  await write.audit({
    action: 'ballots.turn_key',
    objectKind: 'ballot',
    objectId: input.ballotId,
    place: waiting.place,
    fields: { round: input.roundNo },
  });
  return ok({});
}

/** The same by the slip of a teller without an account, typed at the machine of whoever runs the ballot. */
export async function turnKeyBySlip(
  write: Write,
  input: Omit<In['turnKeyBySlip'], 'commandId'>,
): Promise<Result<{ name: string }>> {
  const held = await holdBallot(write, input.ballotId, null);
  if (!held.ok) return held;
  const { round, ballotId, place } = held.value;
  const closed = stateIs(round.state, 'closed');
  if (!closed.ok) return closed;
  const read = readCode(input.code);
  if (!('code' in read)) return refuse('ballots.turn_code');
  const hash = hashCode(write.secrets, read.code);
  const turned = new Set(
    (await turnsOf(write, ballotId))
      .filter((one) => one.round_no === round.round_no)
      .map((one) => one.teller_id),
  );
  const teller = (await tellersOf(write, ballotId)).find((one) => one.slip_hash === hash);
  if (teller === undefined || turned.has(teller.teller_id)) return refuse('ballots.turn_code');
  await insertTurn(write, place, {
    ballotId,
    roundNo: round.round_no,
    tellerId: teller.teller_id,
    personId: null,
    means: 'slip',
  });
  await write.audit({
    action: 'ballots.turn_key',
    objectKind: 'ballot',
    objectId: ballotId,
    place,
    fields: { round: round.round_no, bySlipOf: teller.name },
  });
  return ok({ name: teller.name });
}
