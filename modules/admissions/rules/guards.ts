import type { Act, Finding, Guards } from '#engines/procedure';
import { addMonths, daysBetween, yearsBetween, type PlainDate } from '#kernel/plain-date';
import { workdaysFromTo } from '#kernel/work-days';
import type { AdmissionFacts, Told } from './facts.ts';
import { asksReason, blocks, tells } from './finding.ts';
import { contactsFindings, introducersFindings } from './people.ts';
import { ARCHIVED } from './papers.ts';
import { voteFindings } from './vote.ts';
import { APPROVING, type Move } from './words.ts';

type Guard = (facts: AdmissionFacts, act: Act<Move>) => readonly Finding[];

const age: Guard = (facts, act) => {
  const { bornOn } = facts.applicant;
  if (bornOn === null) return [blocks('admissions.birth_unknown', 'admit.age')];
  return yearsBetween(bornOn, act.on) < facts.settings.ageMin
    ? [blocks('admissions.too_young', 'admit.age', { age: facts.settings.ageMin })]
    : [];
};

/** Who was persuaded to leave or struck off may not join anew for a time: told, since the years were not read. */
const rejoin: Guard = (facts) => {
  const { rejoin: bar } = facts.applicant;
  return bar === undefined || bar === null
    ? []
    : [tells('status.rejoin_barred', 'admit.rejoin', { way: bar.way, day: bar.until })];
};

const recommended: Guard = (facts, act) => {
  const { recommendedBy } = facts.told;
  if (recommendedBy === undefined) return [blocks('admissions.not_recommended', 'admit.step.03')];
  const { bornOn, leagueMember } = facts.applicant;
  // 28周岁以下 includes 28 (`count.yishang`).
  const young = bornOn !== null && yearsBetween(bornOn, act.on) <= facts.settings.youthMax;
  return young && leagueMember && recommendedBy !== 'league'
    ? [tells('admissions.no_league', 'admit.youth28', { age: facts.settings.youthMax })]
    : [];
};

/** Half-years in which nobody observed an activist, between two days. */
function gapFindings(facts: AdmissionFacts, from: PlainDate, to: PlainDate): Finding[] {
  const days = facts.observed
    .filter((one) => one.kind === 'observation' && one.on >= from && one.on <= to)
    .map((one) => one.on)
    .toSorted();
  const { observeMonths } = facts.settings;
  for (let at = from, n = 0; ; n += 1) {
    const next = days[n] ?? to;
    if (next > addMonths(at, observeMonths))
      return [
        asksReason('admissions.not_observed', 'admit.observe.halfyear', { from: at, to: next }),
      ];
    if (next >= to || days[n] === undefined) return [];
    at = next;
  }
}

/** Whose opinion was not heard, as one text; none where all were. */
function unheard(facts: AdmissionFacts, needed: NonNullable<Told['heard']>): string[] {
  const missing = needed.filter((one) => !(facts.told.heard ?? []).includes(one));
  return missing.length === 0 ? [] : [missing.join(' ')];
}

const target: Guard = (facts, act) => {
  const begun = facts.days['determine_activist'];
  return [
    ...(facts.contacts.length === 0
      ? [blocks('admissions.no_contacts', 'admit.contact.count')]
      : []),
    ...unheard(facts, ['group', 'contacts', 'members', 'masses']).map((missing) =>
      blocks('admissions.not_heard', 'admit.opinions.target', { missing }),
    ),
    ...(begun === undefined ? [] : gapFindings(facts, begun, act.on)),
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

/** Named in art. 22 as bodies that do not approve; temporary ones and those below a township by themselves. */
const WITHOUT_POWER = new Set(['general_branch', 'leading_group']);

/** Only a committee with that power approves, reviews beforehand and consents (DEV26 art. 22). */
const power: Guard = (facts) => {
  const { kind, temporary, underTownship } = facts.approver;
  if (temporary || underTownship || WITHOUT_POWER.has(kind))
    return [blocks('admissions.no_power', 'admit.approve.not')];
  return APPROVING.has(kind) ? [] : [blocks('admissions.no_power', 'admit.approve.body')];
};

/** Whether a step was done in this round: a person turned down may come to it a second time. */
const doneSince = (facts: AdmissionFacts, step: Move, since: Move): boolean => {
  const [done, begun] = [facts.days[step], facts.days[since]];
  return done !== undefined && (begun === undefined || done >= begun);
};

const book: Guard = (facts) => [
  ...(facts.settings.countyCheck && !doneSince(facts, 'county_check', 'prereview')
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
  facts.underGeneralBranch && !doneSince(facts, 'deliberate', 'accept')
    ? [blocks('admissions.not_deliberated', 'admit.approve.not')]
    : [];

const talker =
  (rule: string): Guard =>
  (facts) =>
    (facts.told.talker ?? '').trim() === '' ? [blocks('admissions.no_talker', rule)] : [];

const filedUpward: Guard = (facts) =>
  doneSince(facts, 'file_upward', 'approve')
    ? []
    : [tells('admissions.not_filed_upward', 'admit.step.18')];

/** Local practice: one or two weeks before the end, so a month at most. */
const regularising: Guard = (facts, act) => {
  const ends = facts.days['probation_ends'];
  return ends !== undefined && daysBetween(act.on, ends) > 31
    ? [tells('admissions.regularise_early', 'admit.step.22', { day: ends })]
    : [];
};

/** Observed in the time of probation, and opinions heard (DEV26 arts. 30–32). */
const regularise: Guard = (facts) => {
  const begun = facts.days['accept'];
  const observed = facts.observed.some(
    (one) => one.kind === 'observation' && begun !== undefined && one.on >= begun,
  );
  return [
    ...(begun === undefined || observed
      ? []
      : [asksReason('admissions.probation_not_observed', 'probation.observe')]),
    ...unheard(facts, ['group', 'members', 'masses']).map((missing) =>
      tells('admissions.not_heard', 'admit.step.23', { missing }),
    ),
  ];
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
  first_talk: all(talker('admit.step.02'), rejoin),
  determine_activist: all(recommended, rejoin),
  assign_contacts: contactsFindings,
  determine_target: all(target, rejoin),
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
  upper_talk: talker('admit.step.16'),
  approve: all(power, deliberated),
  assign_branch: filedUpward,
  apply_regularise: regularising,
  vote_regularise: all(voteFindings, regularise, resolution),
  vote_extend: all(voteFindings, extension),
  vote_cancel: voteFindings,
  approve_regularise: power,
  approve_extend: power,
  approve_cancel: power,
  file_papers: complete,
};
