import { findings, type Act, type Case, type Finding } from '#engines/procedure';
import type { PersonId } from '#kernel/ids';
import { addMonths, plainDate, type PlainDate } from '#kernel/plain-date';
import { workCalendar } from '#kernel/work-days';
import {
  DEFAULT_ADMISSION_SETTINGS,
  type AdmissionFacts,
  type Helper,
  type PersonVote,
  type Told,
} from './facts.ts';
import { GUARDS } from './guards.ts';
import { PAPERS } from './papers.ts';
import { ADMISSION } from './steps.ts';
import type { Move } from './words.ts';

export const day = plainDate;
const CALENDAR = workCalendar();
export const person = (id: string): PersonId => id as PersonId;

/** A case in which everything is in order, by the rules since 2026. */
export const WAY: readonly (readonly [move: Move, on: string, told?: Told])[] = [
  ['apply', '2026-06-01'],
  ['first_talk', '2026-06-20', { talker: '组织委员' }],
  ['determine_activist', '2026-07-01', { recommendedBy: 'members' }],
  ['file_activist', '2026-07-06'],
  ['assign_contacts', '2026-07-08', { contacts: [person('a'), person('b')] }],
  ['observe', '2026-12-20', { kind: 'observation' }],
  ['observe', '2027-06-10', { kind: 'observation' }],
  ['determine_target', '2027-07-01', { heard: ['group', 'contacts', 'members', 'masses'] }],
  ['consent_target', '2027-07-05'],
  ['begin_notice', '2027-07-12', { until: day('2027-07-16'), places: ['单位'] }],
  ['close_notice', '2027-07-19', { conclusion: 'qualified' }],
  ['determine_introducers', '2027-07-20', { introducers: [person('a'), person('b')] }],
  ['review', '2027-07-22', { conclusion: 'qualified' }],
  ['train', '2027-07-26', { courseDays: 3 }],
  ['committee_review', '2027-08-02', { conclusion: 'qualified' }],
  ['prereview', '2027-08-10', { conclusion: 'qualified' }],
  ['issue_book', '2027-08-12', { bookNumber: '1' }],
  ['fill_form', '2027-08-14'],
  ['accept', '2027-08-20', { resolution: '同意接收' }],
  ['upper_talk', '2027-09-01', { talker: '组织员' }],
  ['approve', '2027-09-20'],
  ['file_upward', '2027-09-21'],
  ['assign_branch', '2027-09-22'],
  ['oath', '2027-10-10'],
  ['observe_probation', '2028-02-10', { kind: 'observation' }],
  ['apply_regularise', '2028-08-10'],
  ['vote_regularise', '2028-08-20', { heard: ['group', 'members', 'masses'], resolution: '同意' }],
  ['approve_regularise', '2028-09-20'],
  ['file_papers', '2028-09-25'],
];

export const VOTE: PersonVote = {
  entitled: 10,
  present: 8,
  inFavour: 6,
  against: 1,
  abstained: 1,
  written: { inFavour: 0, against: 0 },
  secret: true,
  alone: true,
  tellers: [person('a')],
};

const full: Omit<Helper, 'personId' | 'name'> = {
  category: 'full',
  suspended: false,
  onProbation: false,
  sanctioned: false,
};
const HELPERS = Object.entries({
  a: full,
  b: full,
  c: full,
  probationary: { ...full, category: 'probationary' as const },
  barred: { ...full, onProbation: true },
  sanctioned: { ...full, sanctioned: true },
}).map(([id, helper]): [PersonId, Helper] => [
  person(id),
  { personId: person(id), name: id, ...helper },
]);

/** What differs from the case in order. */
export interface Change {
  /** A step that does not stand in the usual way, done after this one. */
  readonly after?: Move;
  readonly on?: string;
  /** Steps left out. */
  readonly without?: readonly Move[];
  /** Steps done beside, before the act. */
  readonly also?: readonly { readonly move: Move; readonly on: string; readonly until?: string }[];
  readonly facts?: Partial<AdmissionFacts>;
  readonly told?: Told;
  readonly vote?: Partial<PersonVote>;
  readonly papers?: readonly string[];
  readonly meeting?: Act['meeting'];
  /** The whole case ten years earlier, by the rules of 2014. */
  readonly long?: 'ago';
}

/** What is found when a move is made in a case in order but for the change. */
export function finding(move: Move, change: Change = {}): Finding[] {
  const when = (on: string): PlainDate =>
    change.long === 'ago' ? addMonths(day(on), -120) : day(on);
  const [, usualDay = '', usualTold = {}] = WAY.find(([name]) => name === move) ?? [];
  const last = WAY.findIndex(([name]) => name === (change.after ?? move));
  const before = WAY.slice(0, change.after === undefined ? last : last + 1).filter(
    ([name]) => change.without?.includes(name) !== true && name !== move,
  );
  const done: Case<Move>['done'] = [
    ...before.map(([name, on, told]) => ({ name, on, until: told?.until })),
    ...(change.also ?? []).map(({ move: name, on, until }) => ({ name, on, until })),
  ].map(({ name, on, until }, at) => ({
    id: `${at}`,
    move: name,
    on: when(on),
    ...(until === undefined ? {} : { until: when(until) }),
    by: 'clerk',
  }));
  const days: Record<string, PlainDate> = {};
  for (const one of done) days[one.move] = one.on;
  if (days['accept'] !== undefined) days['probation_ends'] = addMonths(days['accept'], 12);
  const on = change.on === undefined ? when(usualDay) : day(change.on);
  const asked = ADMISSION.versions.at(-1)?.moves[move]?.meeting;
  const vote = asked?.by === 'vote' ? { ...VOTE, ...change.vote } : null;
  const facts: AdmissionFacts = {
    applicant: {
      personId: person('applicant'),
      bornOn: day('1990-01-01'),
      mobile: false,
      leagueMember: false,
    },
    settings: DEFAULT_ADMISSION_SETTINGS,
    calendar: CALENDAR,
    underGeneralBranch: false,
    approver: { kind: 'committee', temporary: false, underTownship: false },
    helpers: new Map(HELPERS),
    contacts: [person('a')],
    introducers: [person('a'), person('b')],
    observed: done
      .filter((one) => one.move === 'observe' || one.move === 'observe_probation')
      .map((one) => ({ on: one.on, kind: 'observation' })),
    days,
    notice: null,
    openObjections: 0,
    extended: false,
    archived: new Set(PAPERS.map((paper) => paper.key)),
    vote,
    told: { ...usualTold, ...change.told },
    ...change.facts,
  };
  const act: Act<Move> = {
    move,
    on,
    by: 'clerk',
    papers: new Set(change.papers ?? PAPERS.map((paper) => paper.key)),
    meeting:
      change.meeting !== undefined
        ? change.meeting
        : asked === undefined
          ? null
          : { on, body: asked.body, passed: vote === null ? null : true },
    reasons: {},
  };
  return findings(ADMISSION, GUARDS, { done, pauses: [] }, facts, act, day('2040-01-01'), CALENDAR);
}
