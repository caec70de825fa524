import { findings, type Act, type Case, type Done, type Finding } from '#engines/procedure';
import type { PersonId } from '#kernel/ids';
import { addMonths, plainDate, type PlainDate } from '#kernel/plain-date';
import { workCalendar } from '#kernel/work-days';
import {
  DEFAULT_ADMISSION_SETTINGS,
  type AdmissionFacts,
  type Helper as MemberFacts,
  type PersonVote,
  type Told,
} from '../../../modules/admissions/rules/facts.ts';
import { GUARDS } from '../../../modules/admissions/rules/guards.ts';
import { ADMISSION } from '../../../modules/admissions/rules/steps.ts';
import type { Move } from '../../../modules/admissions/rules/words.ts';
import { productRules } from './names.ts';
import type { AdmissionFile, FileStep, StepName, Vote } from './file.ts';

const MOVE_OF: Readonly<Record<StepName, Move>> = {
  '01': 'apply',
  '02': 'first_talk',
  '03': 'determine_activist',
  '04': 'file_activist',
  '05': 'assign_contacts',
  '06': 'observe',
  '07': 'determine_target',
  '08-consent': 'consent_target',
  '08-notice': 'begin_notice',
  '08-listed': 'close_notice',
  '08-filed': 'file_target',
  '09': 'determine_introducers',
  '10': 'review',
  '11': 'train',
  '12': 'committee_review',
  '13': 'prereview',
  '13-county': 'county_check',
  '13-form': 'issue_book',
  '14': 'fill_form',
  '15': 'accept',
  '15-deliberated': 'deliberate',
  '16': 'upper_talk',
  '17': 'approve',
  '18': 'file_upward',
  '19': 'assign_branch',
  '20': 'oath',
  '21': 'observe_probation',
  '22': 'apply_regularise',
  '23': 'vote_regularise',
  '24': 'approve_regularise',
  '25': 'file_papers',
  'extend-vote': 'vote_extend',
  'extend-approved': 'approve_extend',
  'cancel-vote': 'vote_cancel',
  'cancel-approved': 'approve_cancel',
};

const CALENDAR = workCalendar();
const person = (id: string): PersonId => id as PersonId;
const APPLICANT = person('applicant');

const papersOf = (step: FileStep): string[] =>
  step.papers.map((paper) => paper.replaceAll('-', '_'));

const voteOf = (vote: Vote): PersonVote => ({
  entitled: vote.entitled,
  present: vote.present,
  inFavour: vote.yes,
  against: vote.no,
  abstained: vote.abstained,
  written: { inFavour: vote.writtenYes, against: vote.writtenNo },
  secret: vote.secret,
  alone: vote.alone,
  tellers: vote.tellers.map(person),
});

/** What a form told, without the fields it left empty. */
function toldOf(step: FileStep): Told {
  const people = step.people?.map(person);
  const told = {
    recommendedBy: step.recommendedBy,
    contacts: step.step === '05' ? people : undefined,
    introducers: step.step === '09' ? people : undefined,
    talker: step.talker,
    heard: step.heard,
    until: step.until,
    places: step.places,
    conclusion:
      step.qualified === undefined ? undefined : step.qualified ? 'qualified' : 'not_qualified',
    courseDays: step.days,
    courseHours: step.hours,
    bookNumber: step.formNumber,
    leavesOn: step.leavesOn,
    resolution: step.resolution,
    months: step.months,
    kind: step.kind,
  };
  return Object.fromEntries(
    Object.entries(told).filter(([, value]) => value !== undefined),
  ) as Told;
}

/** The facts on the day of a step, from the steps before it. */
function factsOf(file: AdmissionFile, before: readonly FileStep[], step: FileStep): AdmissionFacts {
  const days: Record<string, PlainDate> = {};
  for (const one of before) days[MOVE_OF[one.step]] = plainDate(one.on);
  const last = (name: StepName): FileStep | undefined =>
    before.findLast((one) => one.step === name);
  const extended = last('extend-approved')?.until;
  const accepted = days['accept'];
  if (accepted !== undefined)
    days['probation_ends'] = extended === undefined ? addMonths(accepted, 12) : plainDate(extended);
  const notice = last('08-notice');
  const helpers = Object.entries(file.members).map(([id, member]): [PersonId, MemberFacts] => [
    person(id),
    { personId: person(id), name: id, ...member },
  ]);
  return {
    applicant: {
      personId: APPLICANT,
      bornOn: plainDate(file.applicant.bornOn),
      mobile: file.applicant.mobile,
      leagueMember: file.applicant.league,
    },
    settings: { ...DEFAULT_ADMISSION_SETTINGS, countyCheck: file.countyCheck },
    calendar: CALENDAR,
    underGeneralBranch: file.underGeneralBranch,
    approver: file.approver,
    helpers: new Map(helpers),
    contacts: (last('05')?.people ?? []).map(person),
    introducers: (last('09')?.people ?? []).map(person),
    observed: before
      .filter((one) => one.step === '06' || one.step === '21')
      .map((one) => ({ on: plainDate(one.on), kind: one.kind ?? 'observation' })),
    days,
    notice:
      notice?.until === undefined
        ? null
        : { from: plainDate(notice.on), until: plainDate(notice.until) },
    openObjections: step.openObjections ?? 0,
    extended: last('extend-approved') !== undefined,
    archived: new Set(before.flatMap(papersOf)),
    vote: step.vote === undefined ? null : voteOf(step.vote),
    told: toldOf(step),
  };
}

const doneOf = (step: FileStep, at: number): Done<Move> => ({
  id: `${at}`,
  move: MOVE_OF[step.step],
  on: plainDate(step.on),
  ...(step.until === undefined ? {} : { until: plainDate(step.until) }),
  by: 'clerk',
});

/** A finding, at which step of the file. */
export interface Found extends Finding {
  readonly at: StepName;
}

/** Goes through a file step by step as the product would take it down; what it finds at each. */
export function play(file: AdmissionFile): Found[] {
  const out: Found[] = [];
  const before: FileStep[] = [];
  for (const step of file.steps) {
    const facts = factsOf(file, before, step);
    const reasons = (step.reasons ?? []).flatMap(productRules);
    const act: Act<Move> = {
      move: MOVE_OF[step.step],
      on: plainDate(step.on),
      by: 'clerk',
      papers: new Set([...papersOf(step), ...facts.archived]),
      meeting:
        step.held === undefined
          ? null
          : {
              on: plainDate(step.held.on),
              body: step.held.body,
              passed: step.vote === undefined ? null : true,
            },
      reasons: Object.fromEntries(reasons.map((rule) => [rule, '有书面说明'])),
    };
    const done: Case<Move> = { done: before.map(doneOf), pauses: [] };
    const today = plainDate(file.today);
    const found = findings(ADMISSION, GUARDS, done, facts, act, today, CALENDAR);
    // What was excused in writing and does stand in the file is no fault of it.
    out.push(
      ...found
        .filter((one) => !(one.effect === 'tells' && reasons.includes(one.rule)))
        .map((one) => ({ ...one, at: step.step })),
    );
    if (found.every((one) => one.code !== 'procedure.not_in_version')) before.push(step);
  }
  return out;
}
