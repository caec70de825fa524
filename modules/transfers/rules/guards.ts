import type { Act, Finding, Guards } from '#engines/procedure';
import type { Params } from '#kernel/result';
import type { TransferFacts } from './facts.ts';
import { hasExpired, LONGEST_DAYS } from './letter.ts';
import type { Move } from './words.ts';

const finding =
  (effect: Finding['effect']) =>
  (code: string, rule: string, params: Params = {}): Finding => ({ code, effect, rule, params });
const blocks = finding('blocks');
const asksReason = finding('reason');
const tells = finding('tells');

type Guard = (facts: TransferFacts, act: Act<Move>) => readonly Finding[];

const blank = (text: string | undefined): boolean => (text ?? '').trim() === '';

/** Whoever sends somebody away has them, and two committees approve; dues still owed hold nobody up. */
const leaving: Guard = (facts) => [
  ...(facts.sameCommittee ? [blocks('transfers.same_committee', 'transfer.issuer')] : []),
  ...(facts.stillThere ? [] : [blocks('transfers.not_there', 'transfer.roster.once')]),
  ...(facts.told.why === 'other' && blank(facts.told.whyText)
    ? [blocks('transfers.why_missing', 'transfer.when')]
    : []),
  ...(facts.duesOpen > 0
    ? [tells('transfers.dues_open', 'transfer.no-refusal', { months: facts.duesOpen })]
    : []),
];

const written =
  (rule: string): Guard =>
  (facts) =>
    blank(facts.told.reason) ? [blocks('transfers.reason_missing', rule)] : [];

const letter: Guard = ({ told, settings }) => {
  const days = told.letterDays ?? 0;
  return [
    ...(blank(told.letterNumber)
      ? [blocks('transfers.letter_number_missing', 'transfer.letter.fields')]
      : []),
    ...(days < 1 || days > LONGEST_DAYS
      ? [blocks('transfers.letter_days', 'transfer.letter.validity', { most: LONGEST_DAYS })]
      : days > settings.elsewhereDays
        ? [
            tells('transfers.letter_long', 'transfer.letter.validity', {
              usual: settings.elsewhereDays,
            }),
          ]
        : []),
  ];
};

/** A letter is renewed only once it has expired, or for a reason written down; the reason is asked for anyway. */
const renewed: Guard = (facts, act) => [
  ...letter(facts, act),
  ...written('transfer.expired')(facts, act),
  ...(facts.letter !== null && facts.letter.number === facts.told.letterNumber
    ? [blocks('transfers.letter_same_number', 'transfer.letter.fields')]
    : []),
];

const inTime: Guard = (facts, act) =>
  facts.letter !== null && hasExpired(facts.letter.until, act.on)
    ? [blocks('transfers.letter_expired', 'transfer.expired', { day: facts.letter.until })]
    : [];

const intoBranch: Guard = (facts) =>
  facts.side === 'outward' || facts.receiverHoldsMembers || facts.told.branchId !== undefined
    ? []
    : [blocks('transfers.branch_missing', 'transfer.responsibility')];

/** Received into the roster: whoever is gone meanwhile cannot be; papers of admission are looked through first. */
const received: Guard = (facts, act) => {
  const { told, probationEnds } = facts;
  if (!facts.stillThere) return [blocks('transfers.not_there', 'transfer.roster.once')];
  if (facts.subject === 'full' || facts.side === 'outward') return [];
  const unchecked =
    facts.subject === 'probationary' && told.papersChecked !== true
      ? [asksReason('transfers.papers_unchecked', 'transfer.probationary.check')]
      : [];
  const over =
    probationEnds !== null && probationEnds <= act.on
      ? [
          tells('transfers.probation_over', 'transfer.probationary.postpone', {
            day: probationEnds,
          }),
        ]
      : [];
  const nobody =
    facts.subject === 'probationary' && told.overseer === undefined
      ? [tells('transfers.no_overseer', 'transfer.probationary.report')]
      : [];
  return [...unchecked, ...over, ...nobody];
};

const NO_REFUSAL = written('transfer.no-refusal');

/** Rules of each step beyond its place in the order. */
export const GUARDS: Guards<Move, TransferFacts> = {
  initiate: leaving,
  resubmit: leaving,
  issue_letter: letter,
  renew_letter: renewed,
  report: (facts, act) => [...inTime(facts, act), ...intoBranch(facts, act)],
  approve_in: intoBranch,
  confirm: received,
  return_out: NO_REFUSAL,
  return_in: NO_REFUSAL,
  return_branch: NO_REFUSAL,
  withdraw: (facts, act) => [
    ...(facts.peerHasIt ? [blocks('transfers.peer_has_it', 'transfer.responsibility')] : []),
    ...written('transfer.responsibility')(facts, act),
  ],
};
