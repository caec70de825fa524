import type { Case, Finding } from '#engines/procedure';
import { basisOf } from '#kernel/rule';
import { workCalendar } from '#kernel/work-days';
import { todayAt } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { aboutOf } from '#modules/members';
import { paidUpTo } from '#modules/dues';
import { holdsMembers, type OrgKind } from '#modules/organisations';
import { ruleNamed } from '../rules/catalogue.ts';
import type { LetterFacts, Told, TransferFacts } from '../rules/facts.ts';
import type { StepDay } from '../rules/terms.ts';
import type { EndPlace } from '../rules/who.ts';
import { RECEIVED, type Move } from '../rules/words.ts';
import type { CaseRow } from '../store/cases.ts';
import { placesOf, type Place } from '../store/directory.ts';
import { settingsAt } from '../store/settings.ts';
import { stepsOf, type StepRow } from '../store/steps.ts';

export const CALENDAR = workCalendar();

export interface Loaded {
  readonly row: CaseRow;
  readonly steps: readonly StepRow[];
  readonly file: Case<Move>;
  readonly facts: TransferFacts;
  readonly from: Place | null;
  readonly to: Place | null;
  readonly ends: { readonly from: EndPlace; readonly to: EndPlace; readonly peer: boolean };
}

export const caseFileOf = (steps: readonly StepRow[]): Case<Move> => ({
  done: steps.map((step) => ({
    id: step.id,
    move: step.move,
    on: step.on,
    ...(step.until === null ? {} : { until: step.until }),
    by: step.enteredBy,
  })),
  pauses: [],
});

export const stepDays = (steps: readonly StepRow[]): StepDay[] =>
  steps.map((step) => ({
    id: step.id,
    move: step.move,
    on: step.on,
    until: step.until,
    enteredOn: todayAt(step.enteredAt.getTime()),
  }));

/** The letter that holds now: the last one given out. */
export function letterIn(steps: readonly StepRow[]): LetterFacts | null {
  const step = steps.findLast((one) => one.move === 'issue_letter' || one.move === 'renew_letter');
  return step?.until === null || step === undefined
    ? null
    : { number: step.told.letterNumber ?? '', until: step.until };
}

const endOf = (place: Place | null, row: CaseRow['from']): EndPlace => ({
  orgPath: place?.orgPath ?? row.orgPath,
  committeePath: place?.committeePath ?? null,
});

/** The article a finding rests on, for its sentence; the regulation alone where the rule is not sure. */
export function withBasis(one: Finding): Finding {
  if (one.rule === '') return one;
  const rule = ruleNamed(one.rule);
  return { ...one, params: { ...one.params, basis: basisOf(rule), summary: rule.summary } };
}

/** Whether the sender still has the person: the receiver does not see that, and leaves it to the act itself. */
async function isThere(read: Read, row: CaseRow): Promise<boolean> {
  if (row.personId === null || RECEIVED.has(row.state)) return true;
  const about = await aboutOf(read, row.personId, read.today);
  if (about === null) return true;
  const member = row.subject !== 'activist';
  return about.orgId === row.from.orgId && (about.category !== null) === member;
}

async function duesOf(read: Read, row: CaseRow) {
  if (row.side === 'inward' || row.subject === 'activist' || row.personId === null) return null;
  return paidUpTo(read, row.from.orgId, row.personId);
}

/** A case with all that its rules look at, for an act of a day. `dues` is read from the account where asked for. */
export async function load(
  read: Read,
  row: CaseRow,
  told: Told,
  options: { readonly dues?: boolean } = {},
): Promise<Loaded> {
  const steps = await stepsOf(read, [row.caseId]);
  const asked = told.branchId ?? row.to.orgId;
  const places = await placesOf(read, [row.from.orgId, row.to.orgId, asked]);
  const from = places.get(row.from.orgId) ?? null;
  const to = places.get(row.to.orgId) ?? null;
  const settings = await settingsAt(
    read,
    row.side === 'inward' ? row.to.orgPath : row.from.orgPath,
    read.today,
  );
  const dues = options.dues === true ? await duesOf(read, row) : null;
  const facts: TransferFacts = {
    route: row.route,
    side: row.side,
    subject: row.subject,
    settings,
    sameCommittee:
      row.side === 'inside' && from?.committeeId !== null && from?.committeeId === to?.committeeId,
    receiverHoldsMembers: to !== null && holdsMembers(to.kind as OrgKind),
    stillThere: await isThere(read, row),
    duesMonth: dues?.month ?? null,
    duesOpen: dues?.open ?? 0,
    letter: letterIn(steps),
    probationEnds: row.about.probationEnds,
    peerHasIt: row.peerTenant !== null && row.state !== 'initiated' && row.state !== 'returned',
    told,
  };
  return {
    row,
    steps,
    file: caseFileOf(steps),
    facts,
    from,
    to,
    ends: {
      from: endOf(from, row.from),
      to: endOf(to, row.to),
      peer: row.peerTenant !== null,
    },
  };
}
