import type { Act, Finding, Guards } from '#engines/procedure';
import { addMonths, daysBetween, yearsBetween, type PlainDate } from '#kernel/plain-date';
import { workdaysFromTo } from '#kernel/work-days';
import type { AdmissionFacts } from './facts.ts';
import { asksReason, blocks, tells } from './finding.ts';
import { contactsFindings, introducersFindings } from './people.ts';
import { ARCHIVED } from './papers.ts';
import { voteFindings } from './vote.ts';
import type { Move } from './words.ts';

type Guard = (facts: AdmissionFacts, act: Act<Move>) => readonly Finding[];

const age: Guard = (facts, act) => {
  const { bornOn } = facts.applicant;
  if (bornOn === null) return [blocks('admissions.birth_unknown', 'admit.age')];
  return yearsBetween(bornOn, act.on) < facts.settings.ageMin
    ? [blocks('admissions.too_young', 'admit.age', { age: facts.settings.ageMin })]
    : [];
};

const recommended: Guard = (facts, act) => {
  const { recommendedBy } = facts.told;
  if (recommendedBy === undefined) return [blocks('admissions.not_recommended', 'admit.step.03')];
  const { bornOn, leagueMember } = facts.applicant;
  const young = bornOn !== null && yearsBetween(bornOn, act.on) < facts.settings.youthMax;
  return young && leagueMember && recommendedBy !== 'league'
    ? [tells('admissions.no_league', 'admit.youth28', { age: facts.settings.youthMax })]
    : [];
};

/** Months in which nobody observed, between two days. */
function gapFindings(
  facts: AdmissionFacts,
  from: PlainDate,
  to: PlainDate,
  rule: string,
): Finding[] {
  const days = facts.observed
    .filter((one) => one.kind === 'observation' && one.on >= from && one.on <= to)
    .map((one) => one.on)
    .toSorted();
  const { observeMonths } = facts.settings;
  for (let at = from, n = 0; ; n += 1) {
    const next = days[n] ?? to;
    if (next > addMonths(at, observeMonths))
      return [asksReason('admissions.not_observed', rule, { from: at, to: next })];
    if (next >= to || days[n] === undefined) return [];
    at = next;
  }
}

const target: Guard = (facts, act) => {
  const heard = new Set(facts.told.heard ?? []);
  const missing = (['group', 'contacts', 'members', 'masses'] as const).filter(
    (one) => !heard.has(one),
  );
  const begun = facts.days['determine_activist'];
  return [
    ...(facts.contacts.length === 0
      ? [blocks('admissions.no_contacts', 'admit.contact.count')]
      : []),
    ...(missing.length > 0
      ? [blocks('admissions.not_heard', 'admit.opinions.target', { missing: missing.join(' ') })]
      : []),
    ...(begun === undefined ? [] : gapFindings(facts, begun, act.on, 'admit.observe.halfyear')),
  ];
};

const notice: Guard = (facts, act) => {
  const { until, places = [] } = facts.told;
  const needed = facts.settings.noticeWorkdays;
  const out: Finding[] = [];
  const days = until === undefined ? 0 : workdaysFromTo(facts.calendar, act.on, until).days;
  if (days < needed) out.push(blocks('admissions.notice_short', 'admit.notice', { days, needed }));
  if (places.length === 0) out.push(blocks('admissions.notice_nowhere', 'admit.notice'));
  if (facts.applicant.mobile && places.length < 2)
    out.push(blocks('admissions.notice_one_place', 'admit.notice.mobile'));
  return out;
};

const noticeResult: Guard = (facts) => [
  ...(facts.openObjections > 0
    ? [
        blocks('admissions.objections_open', 'admit.notice.result', {
          number: facts.openObjections,
        }),
      ]
    : []),
  ...(facts.told.conclusion === 'qualified'
    ? []
    : [blocks('admissions.notice_against', 'admit.notice.result')]),
];

const qualified =
  (code: string, rule: string): Guard =>
  (facts) =>
    facts.told.conclusion === 'qualified' ? [] : [blocks(code, rule)];

const training: Guard = (facts) => {
  const { courseDays = 0, courseHours = 0 } = facts.told;
  const { trainingDays, trainingHours } = facts.settings;
  return courseDays >= trainingDays || courseHours >= trainingHours
    ? []
    : [
        blocks('admissions.training_short', 'admit.training.length', {
          days: courseDays,
          hours: courseHours,
          needDays: trainingDays,
          needHours: trainingHours,
        }),
      ];
};

/** Only a committee with that power approves, reviews beforehand and consents (DEV26 art. 22). */
const power: Guard = (facts) => {
  const { kind, temporary, underTownship } = facts.approver;
  const committee = kind === 'committee' || kind === 'working_committee';
  return committee && !temporary && !underTownship
    ? []
    : [blocks('admissions.no_power', committee ? 'admit.approve.not' : 'admit.approve.body')];
};

const book: Guard = (facts) => [
  ...(facts.settings.countyCheck && facts.days['county_check'] === undefined
    ? [blocks('admissions.county_missing', 'admit.prereview.county')]
    : []),
  ...((facts.told.bookNumber ?? '').trim() === ''
    ? [blocks('admissions.book_without_number', 'admit.prereview.content')]
    : []),
];

const leaving: Guard = (facts, act) => {
  const { leavesOn } = facts.told;
  return leavesOn !== undefined && leavesOn !== null && leavesOn <= addMonths(act.on, 3)
    ? [asksReason('admissions.leaving_soon', 'admit.leaving3m', { day: leavesOn })]
    : [];
};

const resolution: Guard = (facts) =>
  (facts.told.resolution ?? '').trim() === ''
    ? [blocks('admissions.no_resolution', 'admit.resolution.content')]
    : [];

/** Committee review and vote are two meetings, on two days where the members' meeting does both (situation 2). */
const notSameDay: Guard = (facts, act) =>
  facts.days['committee_review'] === act.on
    ? [blocks('admissions.review_same_day', 'admit.step.12')]
    : [];

const deliberated: Guard = (facts) =>
  facts.underGeneralBranch && facts.days['deliberate'] === undefined
    ? [blocks('admissions.not_deliberated', 'admit.approve.not')]
    : [];

const talker: Guard = (facts) =>
  (facts.told.talker ?? '').trim() === '' ? [blocks('admissions.no_talker', 'admit.step.02')] : [];

/** Local practice: one or two weeks before the end, so a month at most. */
const regularising: Guard = (facts, act) => {
  const ends = facts.days['probation_ends'];
  return ends !== undefined && daysBetween(act.on, ends) > 31
    ? [tells('admissions.regularise_early', 'admit.step.22', { day: ends })]
    : [];
};

const regularise: Guard = (facts, act) => {
  const begun = facts.days['accept'];
  return begun === undefined ? [] : gapFindings(facts, begun, act.on, 'probation.observe');
};

const extension: Guard = (facts) => {
  const months = facts.told.months ?? 0;
  return [
    ...(facts.extended ? [blocks('admissions.extended_twice', 'probation.extend')] : []),
    ...(months < 6 || months > 12
      ? [blocks('admissions.extension_length', 'probation.extend', { months })]
      : []),
  ];
};

const complete: Guard = (facts) => {
  const missing = ARCHIVED.filter((paper) => !facts.archived.has(paper.key));
  return missing.length === 0
    ? []
    : [
        blocks('admissions.papers_missing', 'admit.step.25', {
          papers: missing.map((paper) => paper.name).join('、'),
        }),
      ];
};

const all =
  (...guards: readonly Guard[]): Guard =>
  (facts, act) =>
    guards.flatMap((guard) => guard(facts, act));

/** Rules of each step beyond its terms and papers, which `steps.ts` says. */
export const GUARDS: Guards<Move, AdmissionFacts> = {
  apply: age,
  first_talk: talker,
  determine_activist: recommended,
  assign_contacts: contactsFindings,
  determine_target: target,
  consent_target: power,
  begin_notice: notice,
  close_notice: noticeResult,
  determine_introducers: introducersFindings,
  review: qualified('admissions.review_failed', 'admit.review.done'),
  train: training,
  committee_review: qualified('admissions.not_qualified', 'admit.step.12'),
  prereview: all(power, qualified('admissions.prereview_failed', 'admit.prereview.content')),
  issue_book: book,
  accept: all(voteFindings, leaving, resolution, notSameDay),
  upper_talk: talker,
  approve: all(power, deliberated),
  apply_regularise: regularising,
  vote_regularise: all(voteFindings, regularise, resolution),
  vote_extend: all(voteFindings, extension),
  vote_cancel: voteFindings,
  approve_regularise: power,
  approve_extend: power,
  approve_cancel: power,
  file_papers: complete,
};
