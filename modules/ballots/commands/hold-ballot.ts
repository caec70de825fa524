import type { OrgId } from '#kernel/ids';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { ownPlace, type OrgPlace } from '#modules/organisations';
import {
  ballotForUpdate,
  changeBallot,
  roundsOf,
  type BallotId,
  type BallotRow,
  type RoundRow,
} from '../store/ballots.ts';
import { rollCounts } from '../store/roll.ts';
import type { BallotPlan, Issued } from '../rules/round.ts';

/** A ballot held for one act, with its last round. */
export interface Held {
  readonly ballotId: BallotId;
  readonly ballot: BallotRow;
  readonly plan: BallotPlan;
  readonly place: OrgPlace;
  readonly round: RoundRow;
  readonly issued: Issued;
}

/**
 * Loads a ballot for an act and keeps others from it until the act ends. Refuses one out of sight or of
 * another place, one destroyed, and one changed since it was looked at (`basedOn`; null asks nothing).
 */
export async function holdBallot(
  write: Write,
  ballotId: BallotId,
  basedOn: number | null,
): Promise<Result<Held>> {
  const ballot = await ballotForUpdate(write, ballotId);
  if (ballot === null) return refuse('common.not_found');
  const own = await ownPlace(write, ballot.org_id as OrgId);
  if (!own.ok) return own;
  if (basedOn !== null && ballot.version !== basedOn) return refuse('common.changed_meanwhile');
  if (ballot.destroyed_on !== null) return refuse('ballots.destroyed');
  const rounds = await roundsOf(write, ballotId);
  const round = rounds.at(-1);
  if (round === undefined) throw new Error('a ballot without a round');
  await write.tick(ballot.org_id);
  const counts = ballot.has_roll ? (await rollCounts(write, ballotId)).get(round.round_no) : null;
  return ok({
    ballotId,
    ballot,
    plan: {
      secrecy: ballot.secrecy,
      onPersons: ballot.on_persons,
      hasRoll: ballot.has_roll,
      rulesAdopted: ballot.rules_adopted,
      upperConsent: ballot.upper_consent,
    },
    place: own.value,
    round,
    issued: {
      codesPrinted: round.codes_printed,
      issuedCodes: ballot.has_roll ? (counts?.codes ?? 0) : round.handed_codes,
      issuedPaper: ballot.has_roll ? (counts?.paper ?? 0) : round.handed_paper,
      present: ballot.has_roll ? (counts?.present ?? 0) : null,
    },
  });
}

/** Ends an act: the ballot's version grows, the log keeps what was done. Nothing in it tells of any paper. */
export async function noted(
  write: Write,
  held: Held,
  action: string,
  fields: Readonly<Record<string, unknown>> = {},
  reason?: string,
): Promise<Result<{ version: number }>> {
  const version = held.ballot.version + 1;
  await changeBallot(write, held.ballotId, { version });
  await write.audit({
    action: `ballots.${action}`,
    objectKind: 'ballot',
    objectId: held.ballotId,
    place: held.place,
    fields: { round: held.round.round_no, ...fields },
    ...(reason === undefined ? {} : { reason }),
  });
  return ok({ version });
}
