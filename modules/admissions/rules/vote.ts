import type { Finding } from '#engines/procedure';
import type { AdmissionFacts, PersonVote } from './facts.ts';
import { blocks } from './finding.ts';

/** 超过半数: strictly more than half. */
export const overHalf = (of: number): number => Math.floor(of / 2) + 1;

/** Votes in favour: of the ballot and of those who wrote before the meeting. */
export const approvals = (vote: PersonVote): number => vote.inFavour + vote.written.inFavour;

/** Whether a vote on a person passes: more than half present, more than half of all entitled in favour. */
export const passes = (vote: PersonVote): boolean =>
  vote.present >= overHalf(vote.entitled) && approvals(vote) >= overHalf(vote.entitled);

/**
 * What is wrong with a vote on a person (DEV26 arts. 19, 20): quorum, majority of those entitled, secret
 * ballot, one by one, numbers that add up, no teller voted on.
 */
export function voteFindings(facts: AdmissionFacts): Finding[] {
  const { vote } = facts;
  if (vote === null) return [];
  const needed = overHalf(vote.entitled);
  const cast = vote.inFavour + vote.against + vote.abstained;
  const written = vote.written.inFavour + vote.written.against;
  const out: Finding[] = [];
  if (vote.present < needed)
    out.push(
      blocks('admissions.vote_no_quorum', 'admit.mm.quorum', {
        entitled: vote.entitled,
        present: vote.present,
        needed,
      }),
    );
  if (approvals(vote) < needed)
    out.push(
      blocks('admissions.vote_no_majority', 'admit.mm.majority', {
        entitled: vote.entitled,
        yes: approvals(vote),
        needed,
      }),
    );
  if (!vote.secret) out.push(blocks('admissions.vote_not_secret', 'admit.mm.secret'));
  if (!vote.alone) out.push(blocks('admissions.vote_not_alone', 'admit.mm.onebyone'));
  if (cast > vote.present)
    out.push(
      // Somebody without the right to vote handed one in.
      blocks('admissions.vote_too_many', 'admit.mm.voters', { cast, present: vote.present }),
    );
  if (vote.present + written > vote.entitled)
    out.push(
      blocks('admissions.vote_written_too_many', 'admit.mm.absentee', {
        written,
        away: vote.entitled - vote.present,
      }),
    );
  if (vote.tellers.includes(facts.applicant.personId))
    out.push(blocks('admissions.teller_is_target', 'admit.mm.secret'));
  return out;
}
