import type { Inputs } from '#contract/lib';
import type { ballotsContract } from '#contract/ballots';
import { refuse, type Result } from '#kernel/result';
import { chineseDate } from '#kernel/plain-date';
import type { Write } from '#platform/db';
import { mayFollow, planFits, stateIs } from '../rules/round.ts';
import { changeBallot, changeRoundRow, insertRound } from '../store/ballots.ts';
import { destroyPapers, setSlot } from '../store/box.ts';
import { resultsOf } from '../store/results.ts';
import { replaceRoll, rollOf } from '../store/roll.ts';
import type { PersonId } from '#kernel/ids';
import { holdBallot, noted } from './hold-ballot.ts';

type In = Inputs<typeof ballotsContract>;

/** A round that must not count, with its reason: the roll was wrong, papers were too many. The box stays shut. */
export async function voidRound(
  write: Write,
  input: Omit<In['voidRound'], 'commandId'>,
): Promise<Result<{ version: number }>> {
  const held = await holdBallot(write, input.ballotId, input.basedOn);
  if (!held.ok) return held;
  const { round, ballotId } = held.value;
  const live = stateIs(round.state, 'prepared', 'open', 'closed', 'counted');
  if (!live.ok) return live;
  if (round.on_screen) await setSlot(write, ballotId, round.round_no, false);
  await changeRoundRow(write, ballotId, round.round_no, {
    state: 'void',
    void_reason: input.reason,
  });
  return noted(write, held.value, 'void_round', {}, input.reason);
}

/** The next round: again after a void one, or a run-off. The roll goes along, slips are handed out anew. */
export async function nextRound(
  write: Write,
  input: Omit<In['nextRound'], 'commandId'>,
): Promise<Result<{ version: number }>> {
  const held = await holdBallot(write, input.ballotId, input.basedOn);
  if (!held.ok) return held;
  const { plan, round, ballotId, place } = held.value;
  const result = (await resultsOf(write, ballotId)).get(round.round_no);
  const follows = mayFollow(input.why, {
    state: round.state,
    stands: result?.stands ?? true,
    tied: (result?.outcome?.tied ?? null) !== null,
    short: result?.outcome?.short ?? 0,
  });
  if (!follows.ok) return follows;
  const ways = { form: input.form, onPaper: round.on_paper, onScreen: round.on_screen };
  const fits = planFits(plan, ways);
  if (!fits.ok) return fits;
  const roundNo = round.round_no + 1;
  await insertRound(write, place, ballotId, {
    roundNo,
    why: input.why,
    threshold: input.threshold,
    ...ways,
  });
  const roll = await rollOf(write, ballotId, round.round_no);
  await replaceRoll(
    write,
    place,
    ballotId,
    roundNo,
    roll.map((line) => ({
      personId: line.person_id as PersonId | null,
      name: line.name,
      leftOut: line.left_out,
      present: line.present,
    })),
  );
  return noted(write, held.value, 'next_round', { why: input.why });
}

/** Destroys the papers once their time is over, before witnesses; results, rolls and the log stay. */
export async function destroyBallot(
  write: Write,
  input: Omit<In['destroy'], 'commandId'>,
): Promise<Result<{ version: number }>> {
  const held = await holdBallot(write, input.ballotId, input.basedOn);
  if (!held.ok) return held;
  const { ballot, round, ballotId } = held.value;
  const over = stateIs(round.state, 'counted', 'void');
  if (!over.ok) return over;
  if (write.today < ballot.keep_until)
    return refuse('ballots.keep_until', { day: chineseDate(ballot.keep_until) });
  await destroyPapers(write, ballotId);
  const done = await noted(write, held.value, 'destroy', { witnesses: input.witnesses });
  if (done.ok)
    await changeBallot(write, ballotId, {
      destroyed_on: write.today,
      witnesses: input.witnesses,
      version: done.value.version,
    });
  return done;
}
