import type { Inputs, Outputs } from '#contract/lib';
import type { ballotsContract } from '#contract/ballots';
import { mayBeShown, resultSentences, tinyGroup } from '#engines/ballot';
import type { Id, PersonId } from '#kernel/ids';
import type { Refusal, Result } from '#kernel/result';
import type { Read } from '#platform/db';
import { runsAt } from '../policy.ts';
import { mayCount, mayFollow, mayOpen, stateIs, tellersFit } from '../rules/round.ts';
import { ballotOf, roundsOf, type BallotRow, type RoundRow } from '../store/ballots.ts';
import { castSoFar } from '../store/box.ts';
import { resultsOf, sheetsOf, type Sheet, type StoredResult } from '../store/results.ts';
import { rollCounts, rollOf, type LineId, type RollCounts } from '../store/roll.ts';
import { tellersOf, turnsOf, type TellerId } from '../store/tellers.ts';

type In = Inputs<typeof ballotsContract>;
type Out = Outputs<typeof ballotsContract>;
type RoundOut = Out['detail']['rounds'][number];
type Tellers = Awaited<ReturnType<typeof tellersOf>>;

const refusalOf = (result: Result<null>): true | Refusal => (result.ok ? true : result.refusal);

/** Paper counts of evaluations and surveys are parts of a whole that may be told; the parts may not. */
const sheetOut = (ballot: BallotRow, round: RoundRow, sheet: Sheet): RoundOut['sheet'] => ({
  mode: sheet.mode,
  issued: sheet.issued,
  returned: sheet.returned,
  missing: sheet.missing,
  tally: ballot.secrecy === 'opinion' && round.state !== 'closed' ? null : sheet.tally,
  readBy: sheet.readBy,
  recordedBy: sheet.recordedBy,
});

const resultOut = (
  ballot: BallotRow,
  round: RoundRow,
  result: StoredResult,
): RoundOut['result'] => ({
  ...result,
  shown: mayBeShown(ballot.secrecy, result.tally),
  sentences: resultSentences({ form: round.form, secrecy: ballot.secrecy, ...result }),
});

interface Known {
  readonly ballot: BallotRow;
  readonly counts: ReadonlyMap<number, RollCounts>;
  readonly sheets: ReadonlyMap<number, Sheet>;
  readonly results: ReadonlyMap<number, StoredResult>;
  readonly turns: Awaited<ReturnType<typeof turnsOf>>;
  readonly tellers: Tellers;
}

async function roundOut(read: Read, known: Known, round: RoundRow): Promise<RoundOut> {
  const { ballot } = known;
  const counts = known.counts.get(round.round_no);
  const sheet = known.sheets.get(round.round_no);
  const result = known.results.get(round.round_no);
  const turned = known.turns
    .filter((turn) => turn.round_no === round.round_no)
    .flatMap((turn) => known.tellers.find((one) => one.teller_id === turn.teller_id)?.name ?? []);
  return {
    roundNo: round.round_no,
    why: round.why,
    state: round.state,
    form: round.form as RoundOut['form'],
    threshold: round.threshold as RoundOut['threshold'],
    onPaper: round.on_paper,
    onScreen: round.on_screen,
    codesPrinted: round.codes_printed,
    codesLeft: round.codes_left,
    codesReason: round.codes_reason,
    entitled: ballot.has_roll ? (counts?.entitled ?? 0) : null,
    present: ballot.has_roll ? (counts?.present ?? 0) : null,
    issuedPaper: ballot.has_roll ? (counts?.paper ?? 0) : round.handed_paper,
    issuedCodes: ballot.has_roll ? (counts?.codes ?? 0) : round.handed_codes,
    cast: await castSoFar(read, ballot.ballot_id as Id<'Ballot'>, round.round_no),
    voidReason: round.void_reason,
    turned,
    sheet: sheet === undefined ? null : sheetOut(ballot, round, sheet),
    // A void round has no result to be told, even where it was counted before.
    result:
      result === undefined || round.state === 'void' ? null : resultOut(ballot, round, result),
  };
}

function canDo(read: Read, known: Known, last: RoundRow, out: RoundOut): Out['detail']['can'] {
  const { ballot, tellers } = known;
  const not: Refusal = { code: 'common.not_allowed', params: {} };
  if (!runsAt(read, ballot.org_path)) return { run: not };
  const plan = { onPersons: ballot.on_persons, hasRoll: ballot.has_roll, secrecy: ballot.secrecy };
  const ways = { form: last.form, onPaper: last.on_paper, onScreen: last.on_screen };
  const state = (...wanted: readonly RoundRow['state'][]) =>
    refusalOf(stateIs(last.state, ...wanted));
  const first = (...checks: readonly (true | Refusal)[]) =>
    checks.find((check) => check !== true) ?? true;
  const follow = (why: 'again' | 'runoff') =>
    refusalOf(
      mayFollow(why, {
        state: last.state,
        stands: out.result?.stands ?? true,
        tied: (out.result?.outcome?.tied ?? null) !== null,
        short: out.result?.outcome?.short ?? 0,
      }),
    );
  const gone: true | Refusal =
    ballot.destroyed_on === null ? true : { code: 'ballots.destroyed', params: {} };
  const early: true | Refusal =
    read.today < ballot.keep_until
      ? { code: 'ballots.keep_until', params: { day: ballot.keep_until } }
      : true;
  return {
    run: true,
    prepare: state('prepared'),
    issue: first(gone, state('prepared', 'open')),
    open: first(
      state('prepared'),
      refusalOf(tellersFit({ ...plan, rulesAdopted: '', upperConsent: '' }, last.form, tellers)),
      refusalOf(mayOpen(ways, out)),
    ),
    close: state('open'),
    enterSheet: state('closed'),
    turn: state('closed'),
    count: first(
      state('closed'),
      refusalOf(
        mayCount({
          turns: out.turned.length,
          issuedPaper: out.issuedPaper,
          hasSheet: out.sheet !== null,
        }),
      ),
    ),
    void: first(gone, state('prepared', 'open', 'closed', 'counted')),
    again: first(gone, follow('again')),
    runoff: first(gone, follow('runoff')),
    destroy: first(gone, state('counted', 'void'), early),
  };
}

/** One ballot with its rounds, roll and tellers; of the box a number. Null where it is out of sight. */
export async function detail(read: Read, input: In['detail']): Promise<Out['detail'] | null> {
  const { ballotId } = input;
  const ballot = await ballotOf(read, ballotId);
  if (ballot === null) return null;
  const rounds = await roundsOf(read, ballotId);
  const last = rounds.at(-1);
  if (last === undefined) throw new Error('a ballot without a round');
  const known: Known = {
    ballot,
    counts: await rollCounts(read, ballotId),
    sheets: await sheetsOf(read, ballotId),
    results: await resultsOf(read, ballotId),
    turns: await turnsOf(read, ballotId),
    tellers: await tellersOf(read, ballotId),
  };
  const out: RoundOut[] = [];
  for (const round of rounds) out.push(await roundOut(read, known, round));
  const lastOut = out.at(-1);
  if (lastOut === undefined) throw new Error('a ballot without a round');
  const voters = lastOut.present ?? lastOut.issuedCodes + lastOut.issuedPaper;
  const tiny = last.state === 'prepared' && voters > 0 ? tinyGroup(voters) : null;
  return {
    ballotId,
    orgId: ballot.org_id,
    orgName: ballot.organ,
    owner: ballot.owner,
    title: ballot.title,
    heldOn: ballot.held_on,
    secrecy: ballot.secrecy,
    onPersons: ballot.on_persons,
    hasRoll: ballot.has_roll,
    rulesAdopted: ballot.rules_adopted,
    upperConsent: ballot.upper_consent,
    keepUntil: ballot.keep_until,
    destroyedOn: ballot.destroyed_on,
    version: ballot.version,
    rounds: out,
    tellers: known.tellers.map((one) => ({
      tellerId: one.teller_id as TellerId,
      role: one.role,
      personId: one.person_id as PersonId | null,
      name: one.name,
      hasSlip: one.slip_hash !== null,
      own: one.person_id !== null && one.person_id === read.actor.personId,
    })),
    roll: (await rollOf(read, ballotId, last.round_no)).map((line) => ({
      lineId: line.line_id as LineId,
      personId: line.person_id as PersonId | null,
      name: line.name,
      leftOut: line.left_out,
      present: line.present,
      slip: line.slip,
    })),
    advice: tiny === null ? [] : [tiny],
    can: canDo(read, known, last, lastOut),
  };
}
