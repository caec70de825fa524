import { findings, isPossible, versionOn, type Act, type Finding } from '#engines/procedure';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Read, Write } from '#platform/db';
import { CALENDAR, load, withBasis, type Loaded } from '../queries/facts.ts';
import type { Told } from '../rules/facts.ts';
import { GUARDS } from '../rules/guards.ts';
import { validUntil } from '../rules/letter.ts';
import { procedureOf } from '../rules/steps.ts';
import { isOfOther, mayDo } from '../rules/who.ts';
import type { Move } from '../rules/words.ts';
import { caseForUpdate, caseOf, type CaseId, type CaseRow } from '../store/cases.ts';
import { insertStep, stepsOf } from '../store/steps.ts';
import { advance } from './advance.ts';
import { carryOut } from './carry-out.ts';
import { tellPeer } from './tell-peer.ts';

export interface Doing {
  readonly caseId: CaseId;
  readonly move: Move;
  readonly on: PlainDate;
  readonly told: Told;
  readonly reasons: Readonly<Record<string, string>>;
  readonly basedOn: number;
}

export interface Checked {
  readonly loaded: Loaded;
  readonly found: readonly Finding[];
}

/** Moves that send somebody off: how far dues are paid is taken from the account on that day, never typed. */
export const TAKES_DUES: readonly Move[] = ['initiate', 'resubmit', 'issue_letter', 'renew_letter'];

/** Everything that speaks against a step as its form stands, or has to be told with it. */
export async function checkStep(
  read: Read,
  row: CaseRow,
  input: Omit<Doing, 'basedOn' | 'caseId'>,
): Promise<Checked> {
  const loaded = await load(read, row, input.told, { dues: TAKES_DUES.includes(input.move) });
  const act: Act<Move> = {
    move: input.move,
    on: input.on,
    by: read.actor.accountId,
    papers: new Set(),
    meeting: null,
    reasons: input.reasons,
  };
  const all = procedureOf(row.route);
  const found = findings(all, GUARDS, loaded.file, loaded.facts, act, read.today, CALENDAR);
  return { loaded, found: found.map(withBasis) };
}

/** What is kept of a form: dues as reckoned, in place of whatever was sent. */
function toldOf(loaded: Loaded, input: Pick<Doing, 'move' | 'told'>): Told {
  if (loaded.row.side === 'inward' || !TAKES_DUES.includes(input.move)) return input.told;
  return { ...input.told, duesMonth: loaded.facts.duesMonth };
}

const untilOf = (input: Pick<Doing, 'move' | 'on' | 'told'>): PlainDate | null =>
  input.told.letterDays !== undefined &&
  (input.move === 'issue_letter' || input.move === 'renew_letter')
    ? validUntil(input.on, input.told.letterDays)
    : null;

/** Puts a step down and carries it out; the first thing in the way is the refusal. */
export async function putStep(
  write: Write,
  row: CaseRow,
  input: Omit<Doing, 'basedOn' | 'caseId'>,
): Promise<Result<{ version: number; stepId: string }>> {
  const { loaded, found } = await checkStep(write, row, input);
  const [wrong] = found.filter((one) => one.effect !== 'tells');
  if (wrong !== undefined && !isPossible(found)) return refuse(wrong.code, wrong.params);
  const doer =
    versionOn(procedureOf(row.route), input.on).moves[input.move]?.actor ?? 'from_branch';
  const told = toldOf(loaded, input);
  const stepId = await insertStep(write, row, {
    seq: (loaded.steps.at(-1)?.seq ?? 0) + 1,
    move: input.move,
    on: input.on,
    until: untilOf(input),
    told,
    reasons: input.reasons,
    ofOther: isOfOther(row.side, doer),
  });
  const carried = await carryOut(write, loaded, { ...input, told });
  if (!carried.ok) return carried;
  const after = (await caseOf(write, row.caseId)) ?? row;
  const steps = await stepsOf(write, [row.caseId]);
  const version = await advance(write, after, steps, loaded.facts.settings);
  await write.audit({
    action: 'transfers.do_step',
    objectKind: 'transfer_case',
    objectId: row.caseId,
    place: row.from,
    ...(after.personId === null ? {} : { forPersonId: after.personId }),
    fields: { move: input.move, on: input.on, reasons: input.reasons },
    ...(told.reason === undefined || told.reason === '' ? {} : { reason: told.reason }),
  });
  return ok({ version, stepId });
}

/**
 * Does a step of a transfer by whoever it belongs to. Receiving changes both rosters in this one act; two who act
 * at once find out (the case is locked, its version compared).
 */
export async function doStep(
  write: Write,
  input: Doing,
): Promise<Result<{ version: number; stepId: string }>> {
  const row = await caseForUpdate(write, input.caseId);
  if (row === null) return refuse('common.not_found');
  if (row.version !== input.basedOn) return refuse('common.changed_meanwhile');
  const step = versionOn(procedureOf(row.route), input.on).moves[input.move];
  if (step === undefined) return refuse('transfers.not_of_route');
  const { ends } = await load(write, row, {});
  if (!mayDo(write.actor.scope, row.side, ends, step.actor))
    return refuse('transfers.step_of_other', { who: step.actor });
  await write.tick(row.from.orgId);
  await write.tick(row.to.orgId);
  const done = await putStep(write, row, input);
  if (done.ok) await tellPeer(write, row, input);
  return done;
}
