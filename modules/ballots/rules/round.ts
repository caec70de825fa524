import type { RoundState, TellerRole } from '#contract/ballots';
import { faultOf, imbalance, lineText, type Form, type PaperCount } from '#engines/ballot';
import { ok, refuse, type Result } from '#kernel/result';

/** What a ballot's round allows, decided from what is known of it. */
export interface RoundPlan {
  readonly form: Form;
  readonly onPaper: boolean;
  readonly onScreen: boolean;
}

export interface BallotPlan {
  readonly secrecy: 'statutory' | 'opinion';
  readonly onPersons: boolean;
  readonly hasRoll: boolean;
  readonly rulesAdopted: string;
  readonly upperConsent: string;
}

/**
 * Whether a round can be put on paper and screen as planned. Votes on persons are on screen only where the
 * adopted 选举办法 and the upper consent are recorded; a statutory vote has a roll.
 */
export function planFits(ballot: BallotPlan, round: RoundPlan): Result<null> {
  const fault = faultOf(round.form);
  if (fault !== null) return refuse('ballots.form_fault', { fault });
  if (!round.onPaper && !round.onScreen) return refuse('ballots.no_way_to_vote');
  if (ballot.secrecy === 'statutory' && !ballot.hasRoll) return refuse('ballots.roll_needed');
  const allowed = ballot.rulesAdopted.trim() !== '' && ballot.upperConsent.trim() !== '';
  if (round.onScreen && ballot.onPersons && ballot.secrecy === 'statutory' && !allowed)
    return refuse('ballots.screen_not_allowed');
  return ok(null);
}

export interface TellerPlan {
  readonly role: TellerRole;
  readonly name: string;
}

/** Two at least, a 监票人 among them, nobody who is voted on (EL20; situation 11). */
export function tellersFit(
  ballot: BallotPlan,
  form: Form,
  tellers: readonly TellerPlan[],
): Result<null> {
  if (tellers.length < 2) return refuse('ballots.two_tellers');
  if (tellers.every(({ role }) => role !== 'supervisor'))
    return refuse('ballots.supervisor_needed');
  if (ballot.onPersons && form.kind !== 'survey') {
    const voted = new Set(form.entries.map(({ name }) => name));
    const both = tellers.find(({ name }) => voted.has(name));
    if (both !== undefined) return refuse('ballots.teller_is_candidate', { name: both.name });
  }
  return ok(null);
}

export const stateIs = (state: RoundState, ...wanted: readonly RoundState[]): Result<null> =>
  wanted.includes(state) ? ok(null) : refuse('ballots.state', { state });

export interface Issued {
  readonly codesPrinted: number;
  readonly issuedCodes: number;
  readonly issuedPaper: number;
  readonly present: number | null;
}

/** Before the slot opens. */
export function mayOpen(round: RoundPlan, issued: Issued): Result<null> {
  if (issued.present === 0) return refuse('ballots.nobody_present');
  if (round.onScreen && issued.codesPrinted === 0) return refuse('ballots.no_codes');
  return ok(null);
}

/** Code slips left over are what was printed less what was drawn; anything else needs its reason. */
export function codesFit(issued: Issued, left: number, reason: string): Result<null> {
  const expected = issued.codesPrinted - issued.issuedCodes;
  return left === expected || reason.trim() !== ''
    ? ok(null)
    : refuse('ballots.codes_do_not_fit', {
        printed: issued.codesPrinted,
        drawn: issued.issuedCodes,
        expected,
        left,
      });
}

/** Whether what tellers found adds up, and fits what was handed out. */
export function sheetFits(form: Form, sheet: PaperCount, issuedPaper: number): Result<null> {
  const wrong = imbalance(form, sheet);
  if (wrong !== null)
    return refuse('ballots.sheet_wrong', {
      what: wrong.what,
      name: wrong.what === 'line' ? lineText(form, wrong.line) : '',
    });
  return sheet.issued === issuedPaper
    ? ok(null)
    : refuse('ballots.sheet_issued', { marked: issuedPaper, issued: sheet.issued });
}

/** Turned by two, and the paper slips counted. */
export function mayCount(of: {
  readonly turns: number;
  readonly issuedPaper: number;
  readonly hasSheet: boolean;
}): Result<null> {
  if (of.issuedPaper > 0 && !of.hasSheet) return refuse('ballots.sheet_needed');
  return of.turns >= 2 ? ok(null) : refuse('ballots.two_turns', { turns: of.turns });
}

/** A round again after a void one, a run-off after a tie or with seats left. */
export function mayFollow(
  why: 'again' | 'runoff',
  last: {
    readonly state: RoundState;
    readonly stands: boolean;
    readonly tied: boolean;
    readonly short: number;
  },
): Result<null> {
  if (last.state !== 'void' && last.state !== 'counted') return refuse('ballots.again_only_after');
  if (why === 'again')
    return last.state === 'void' || !last.stands ? ok(null) : refuse('ballots.again_only_after');
  return last.state === 'counted' && (last.tied || last.short > 0)
    ? ok(null)
    : refuse('ballots.runoff_not_needed');
}
