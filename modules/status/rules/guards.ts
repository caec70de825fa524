import type { Act, Finding, Guards } from '#engines/procedure';
import { addMonths, addYears, chineseDate } from '#kernel/plain-date';
import { blocks, tells } from './finding.ts';
import { CORRECT_MAX_MONTHS, type StatusFacts } from './facts.ts';
import { HANDLING, type Move } from './words.ts';

type Guard = (facts: StatusFacts, act: Act<Move>) => readonly Finding[];

/** 超过半数: strictly more than half. */
export const overHalf = (of: number): number => Math.floor(of / 2) + 1;

const all =
  (...guards: readonly Guard[]): Guard =>
  (facts, act) =>
    guards.flatMap((guard) => guard(facts, act));

/** Years after suspension for lost contact from which striking follows (EDU19 art. 24). */
const STRIKE_AFTER_YEARS = 2;
const LOST_MONTHS = 6;
const ABROAD_YEARS = 5;

const inRoster: Guard = ({ standing }) =>
  standing === 'gone' ? [blocks('status.not_member', 'handle.kinds')] : [];

const normal: Guard = ({ standing }) =>
  standing === 'suspended' ? [blocks('status.suspended_already', 'status.restore')] : [];

/** The number of the article and item, and nothing else: the reason itself is not kept. */
const clause: Guard = ({ told }) =>
  (told.clause ?? '') === '' ? [blocks('status.clause_missing', 'handle.kinds')] : [];

const noDouble: Guard = ({ disciplined, told }) =>
  disciplined && told.otherMatter !== true
    ? [blocks('status.disciplined_already', 'handle.no-double')]
    : [];

const paperNumber: Guard = ({ told }) =>
  (told.paper ?? '').trim() === ''
    ? [blocks('status.paper_number_missing', 'handle.decision')]
    : [];

/** Lost contact counts from the last attendance or payment; a log of the search comes before (EDU19 art. 24). */
const ground: Guard = ({ told, lost }, act) => {
  if (told.ground === undefined) return [blocks('status.ground_missing', 'status.lost.suspend')];
  if (told.ground === 'lost') {
    if (lost === null || lost.foundOn !== null)
      return [blocks('status.lost_not_recorded', 'status.lost.suspend')];
    const earliest = addMonths(lost.since, LOST_MONTHS);
    return [
      ...(lost.searches === 0 ? [blocks('status.no_search', 'status.lost.suspend')] : []),
      ...(act.on < earliest
        ? [blocks('status.lost_too_short', 'status.lost.suspend', { day: chineseDate(earliest) })]
        : []),
    ];
  }
  if (told.since === undefined) return [blocks('status.since_missing', 'status.abroad.suspend')];
  const after = addYears(told.since, ABROAD_YEARS);
  return told.ground === 'study_abroad' && act.on <= after
    ? [blocks('status.study_too_short', 'status.abroad.suspend', { day: chineseDate(after) })]
    : [];
};

/** No proper reason and the education before it are written down by a person, never by a clock (EDU19 arts. 29, 31). */
const ownAct: Guard = ({ kind, told, standing, suspendedSince }, act) => {
  if (kind !== 'own_act') return [];
  if (standing === 'suspended') {
    const earliest =
      suspendedSince === null ? act.on : addYears(suspendedSince, STRIKE_AFTER_YEARS);
    return act.on < earliest
      ? [blocks('status.strike_too_early', 'status.lost.strike', { day: chineseDate(earliest) })]
      : [];
  }
  return [
    ...(told.noProperReason === true
      ? []
      : [blocks('status.reason_not_noted', 'handle.self-leave')]),
    ...(told.educatedOn === undefined || told.educatedOn > act.on
      ? [blocks('status.not_educated', 'handle.mild')]
      : []),
  ];
};

const stillSuspended: Guard = ({ kind, standing, lost, suspendedSince }) => {
  if (kind === 'own_act' && standing === 'suspended' && lost !== null && lost.foundOn !== null)
    return [blocks('status.found_again', 'status.lost.found')];
  return kind !== 'own_act' && HANDLING.includes(kind) && suspendedSince !== null
    ? [tells('status.suspended_now', 'status.restore', {})]
    : [];
};

const heard: Guard = ({ told, kind }) => {
  if (told.heard === undefined) return [blocks('status.not_heard', 'handle.hear')];
  return told.heard === 'unreachable' && kind !== 'own_act'
    ? [blocks('status.must_be_heard', 'handle.hear')]
    : [];
};

/** More than half present, more than half of all entitled in favour, on this person (`handle.mm`). */
export const voteFindings: Guard = ({ vote }) => {
  if (vote === null) return [];
  const needed = overHalf(vote.entitled);
  return [
    ...(vote.alone ? [] : [blocks('status.vote_not_alone', 'handle.mm')]),
    ...(vote.present < needed
      ? [
          blocks('status.vote_no_quorum', 'handle.mm', {
            entitled: vote.entitled,
            present: vote.present,
            needed,
          }),
        ]
      : []),
    ...(vote.inFavour < needed
      ? [
          blocks('status.vote_no_majority', 'handle.mm', {
            entitled: vote.entitled,
            yes: vote.inFavour,
            needed,
          }),
        ]
      : []),
  ];
};

const length: Guard = ({ kind, told, settings }) => {
  if (kind !== 'correction') return [];
  const months = told.months ?? 0;
  if (months < 1 || months > CORRECT_MAX_MONTHS)
    return [blocks('status.correction_length', 'handle.correct.max', { months })];
  return months === settings.correctMonths
    ? []
    : [
        tells('status.correction_unusual', 'handle.correct.length', {
          months,
          usual: settings.correctMonths,
        }),
      ];
};

const measures: Guard = ({ told }) =>
  (told.measures ?? []).length === 0 ? [blocks('status.no_measure', 'handle.correct.help')] : [];

const notEarly: Guard = ({ until }, act) =>
  until !== null && act.on < until
    ? [tells('status.before_end', 'handle.correct.length', { day: chineseDate(until) })]
    : [];

const askBack: Guard = ({ standing, lost, told, suspendedSince }) => {
  if (standing !== 'suspended') return [blocks('status.not_suspended', 'status.restore')];
  if (told.foundOn === undefined) return [blocks('status.found_day_missing', 'status.restore')];
  if (suspendedSince !== null && told.foundOn < suspendedSince && lost === null)
    return [blocks('status.found_before', 'status.restore', { day: chineseDate(suspendedSince) })];
  return lost === null ? [] : [tells('status.correct_after', 'status.lost.found')];
};

const sanction: Guard = ({ told }, act) => [
  ...(told.sanction === undefined ? [blocks('status.sanction_missing', 'discipline.kinds')] : []),
  ...((told.organ ?? '').trim() === '' ? [blocks('status.organ_missing', 'discipline.kinds')] : []),
  ...(told.until === undefined || told.until <= act.on
    ? [blocks('status.effect_end_missing', 'discipline.effect')]
    : []),
];

const decidedBy: Guard = ({ told }) =>
  (told.organ ?? '').trim() === '' ? [blocks('status.organ_missing', 'discipline.kinds')] : [];

const effectOver: Guard = ({ until, sanction: given }, act) => {
  if (given === 'probation') return [blocks('status.rights_to_restore', 'discipline.restore')];
  return until !== null && act.on < until
    ? [blocks('status.effect_not_over', 'discipline.effect', { day: chineseDate(until) })]
    : [];
};

const rightsBack: Guard = ({ until, sanction: given }, act) => {
  if (given !== 'probation') return [blocks('status.no_rights_lost', 'discipline.restore')];
  return until !== null && act.on < until
    ? [blocks('status.effect_not_over', 'discipline.effect', { day: chineseDate(until) })]
    : [];
};

/** What a procedure's data cannot say, over facts of the case. */
export const GUARDS: Guards<Move, StatusFacts> = {
  examine: all(inRoster, normal, ground),
  decide: all(inRoster, normal),
  decide_above: all(inRoster, normal, paperNumber),
  ask_back: askBack,
  request: all(inRoster, normal),
  announce_withdrawal: inRoster,
  propose: all(inRoster, clause, noDouble, ownAct, stillSuspended),
  hear: heard,
  vote: voteFindings,
  approve: all(paperNumber, length),
  help: measures,
  conclude_corrected: notEarly,
  leave: inRoster,
  record: all(inRoster, paperNumber, clause, sanction),
  record_expulsion: all(inRoster, paperNumber, clause, decidedBy),
  effect_over: effectOver,
  restore_rights: rightsBack,
};
