import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '#engines/procedure';
import { addDays, addMonths } from '#kernel/plain-date';
import { isWorkday } from '../../../tests/faults/admissions/calendar.ts';
import { ADMISSION_RULES, ruleNamed } from './catalogue.ts';
import { DEFAULT_ADMISSION_SETTINGS, type AdmissionFacts, type PersonVote } from './facts.ts';
import { day, finding, person, VOTE, WAY, type Change } from './test-case.ts';
import { passes } from './vote.ts';
import type { Move } from './words.ts';

const applicant = (more: Partial<AdmissionFacts['applicant']>): Change => ({
  facts: {
    applicant: {
      personId: person('applicant'),
      bornOn: day('1990-01-01'),
      mobile: false,
      leagueMember: false,
      ...more,
    },
  },
});
const approver = (more: Partial<AdmissionFacts['approver']>): Change => ({
  facts: { approver: { kind: 'committee', temporary: false, underTownship: false, ...more } },
});
const contacts = (...ids: string[]): Change => ({ told: { contacts: ids.map(person) } });
const introducers = (...ids: string[]): Change => ({ told: { introducers: ids.map(person) } });
const young = (bornOn: string): Change => applicant({ bornOn: day(bornOn), leagueMember: true });
const EXTENDING: Change = {
  after: 'apply_regularise',
  on: '2028-08-20',
  told: { months: 6, resolution: '延长' },
};
const CANCELLING: Change = { after: 'oath', on: '2028-03-01' };

/** Rule, step, what breaks it, and what keeps to it where that is not the case in order itself. */
const EXAMPLES: readonly (readonly [rule: string, move: Move, bad: Change, good?: Change])[] = [
  [
    'admit.age',
    'apply',
    applicant({ bornOn: day('2008-06-02') }),
    applicant({ bornOn: day('2008-06-01') }),
  ],
  [
    'admit.rejoin',
    'first_talk',
    applicant({ rejoin: { way: '除名', until: day('2030-01-01') } }),
    applicant({ rejoin: null }),
  ],
  ['admit.youth28', 'determine_activist', young('1997-07-02'), young('1997-07-01')],
  [
    'admit.principle',
    'end',
    { after: 'oath', on: '2028-01-05' },
    { after: 'apply', on: '2026-07-01' },
  ],
  ['admit.step.01', 'apply', { papers: [], facts: { archived: new Set() } }],
  ['admit.step.02', 'first_talk', { told: { talker: ' ' } }],
  ['admit.step.03', 'determine_activist', { meeting: null }],
  ['admit.step.04', 'file_activist', { without: ['determine_activist'] }],
  ['admit.step.05', 'assign_contacts', { without: ['file_activist'] }],
  ['admit.step.06', 'observe', { without: ['assign_contacts'] }],
  [
    'admit.step.07',
    'determine_target',
    { meeting: { on: day('2027-07-01'), body: 'members', passed: null } },
  ],
  ['admit.step.09', 'determine_introducers', { without: ['close_notice'] }],
  ['admit.step.10', 'review', { without: ['close_notice', 'determine_introducers'] }],
  ['admit.step.11', 'train', { without: ['close_notice', 'determine_introducers', 'review'] }],
  ['admit.step.12', 'committee_review', { told: { conclusion: 'not_qualified' } }],
  ['admit.step.13', 'prereview', { without: ['committee_review'] }],
  ['admit.step.14', 'fill_form', { papers: [] }, { papers: ['form'] }],
  ['admit.step.15', 'accept', { without: ['fill_form'] }],
  ['admit.step.16', 'upper_talk', { told: { talker: '' } }],
  ['admit.step.17', 'approve', { without: ['upper_talk'] }],
  ['admit.step.18', 'assign_branch', { without: ['file_upward'] }],
  ['admit.step.19', 'assign_branch', { without: ['approve', 'file_upward'] }],
  ['admit.step.20', 'vote_regularise', { without: ['oath'] }],
  ['admit.step.21', 'observe_probation', { without: ['assign_branch', 'oath'] }],
  ['admit.step.22', 'apply_regularise', { papers: [] }, { papers: ['regularise'] }],
  ['admit.step.23', 'vote_regularise', { told: { heard: ['members'] } }],
  ['admit.step.24', 'approve_regularise', { without: ['vote_regularise'] }],
  ['admit.step.25', 'file_papers', { facts: { archived: new Set(['application', 'form']) } }],
  ['admit.talk.month', 'first_talk', { on: '2026-07-02' }, { on: '2026-07-01' }],
  ['admit.observe.year', 'determine_target', { on: '2027-06-30' }, { on: '2027-07-01' }],
  ['admit.observe.halfyear', 'determine_target', { without: ['observe'] }],
  ['admit.contact.count', 'assign_contacts', contacts('a', 'b', 'c'), contacts('a')],
  ['admit.contact.full', 'assign_contacts', contacts('a', 'probationary'), contacts('c')],
  ['admit.opinions.target', 'determine_target', { told: { heard: ['group', 'members'] } }],
  ['admit.introducer.count', 'determine_introducers', introducers('a', 'a')],
  ['admit.introducer.full', 'determine_introducers', introducers('a', 'applicant')],
  ['admit.introducer.barred', 'determine_introducers', introducers('a', 'barred')],
  [
    'admit.introducer.unsuitable',
    'determine_introducers',
    introducers('a', 'sanctioned'),
    // The text before 2026 does not name the lighter sanctions.
    { ...introducers('a', 'sanctioned'), after: 'apply', on: '2026-05-10' },
  ],
  ['admit.review.done', 'committee_review', { without: ['review'] }],
  [
    'admit.training.length',
    'train',
    { told: { courseDays: 2, courseHours: 23 } },
    { told: { courseDays: 0, courseHours: 24 } },
  ],
  ['admit.training.needed', 'committee_review', { without: ['train'] }],
  ['admit.prereview.content', 'issue_book', { told: { bookNumber: ' ' } }],
  [
    'admit.prereview.county',
    'issue_book',
    { facts: { settings: { ...DEFAULT_ADMISSION_SETTINGS, countyCheck: true } } },
    {
      facts: {
        settings: { ...DEFAULT_ADMISSION_SETTINGS, countyCheck: true },
        days: { county_check: day('2027-08-11') },
      },
    },
  ],
  [
    'admit.leaving3m',
    'accept',
    { told: { leavesOn: day('2027-11-20') } },
    { told: { leavesOn: day('2027-11-21') } },
  ],
  ['admit.mm.month', 'accept', { on: '2027-09-11' }, { on: '2027-09-10' }],
  [
    'admit.mm.quorum',
    'accept',
    { vote: { present: 5, inFavour: 5, against: 0, abstained: 0 } },
    { vote: { present: 6, inFavour: 6, against: 0, abstained: 0 } },
  ],
  [
    'admit.mm.majority',
    'accept',
    { vote: { inFavour: 5 } },
    { vote: { inFavour: 5, written: { inFavour: 1, against: 0 } } },
  ],
  ['admit.mm.secret', 'accept', { vote: { secret: false } }],
  ['admit.mm.onebyone', 'accept', { vote: { alone: false } }],
  [
    'admit.mm.absentee',
    'accept',
    { vote: { written: { inFavour: 2, against: 1 } } },
    { vote: { written: { inFavour: 1, against: 1 } } },
  ],
  ['admit.mm.voters', 'accept', { vote: { inFavour: 7 } }],
  ['admit.resolution.content', 'accept', { told: { resolution: '' } }],
  ['admit.submit.pack', 'approve', { papers: ['application', 'review', 'form'] }],
  [
    'admit.approve.body',
    'approve',
    approver({ kind: 'branch' }),
    approver({ kind: 'working_committee' }),
  ],
  [
    'admit.approve.not',
    'approve',
    { facts: { underGeneralBranch: true } },
    {
      facts: { underGeneralBranch: true },
      also: [{ move: 'deliberate', on: '2027-09-02' }],
    },
  ],
  ['admit.approve.3months', 'approve', { on: '2027-11-21' }, { on: '2027-11-20' }],
  ['admit.approve.6months', 'approve', { on: '2028-02-21' }, { on: '2028-02-20' }],
  [
    'admit.approve.notify',
    'not_approved',
    { after: 'approve', on: '2027-10-01' },
    { after: 'upper_talk', on: '2027-10-01' },
  ],
  ['admit.oath.month', 'oath', { on: '2027-10-21' }, { on: '2027-10-20' }],
  ['admit.notice', 'begin_notice', { told: { until: day('2027-07-15') } }],
  ['admit.notice.result', 'close_notice', { facts: { openObjections: 1 } }],
  [
    'admit.notice.mobile',
    'begin_notice',
    applicant({ mobile: true }),
    { ...applicant({ mobile: true }), told: { places: ['流出地', '流入地'] } },
  ],
  ['admit.consent', 'consent_target', { without: ['determine_target'] }],
  [
    'admit.file.before',
    'file_target',
    { after: 'determine_target', on: '2027-07-05' },
    { after: 'determine_target', on: '2017-07-05', long: 'ago' },
  ],
  ['probation.length', 'vote_regularise', { on: '2028-08-19' }, { on: '2028-08-20' }],
  ['probation.extend', 'vote_extend', { ...EXTENDING, told: { months: 5 } }, EXTENDING],
  [
    'probation.cancel',
    'approve_cancel',
    CANCELLING,
    { ...CANCELLING, also: [{ move: 'vote_cancel', on: '2028-02-20' }] },
  ],
  ['probation.decision', 'vote_extend', { ...EXTENDING, meeting: null }, EXTENDING],
  ['probation.observe', 'vote_regularise', { without: ['observe_probation'] }],
  [
    'probation.regularise.3months',
    'approve_regularise',
    { on: '2028-11-21' },
    { on: '2028-11-20' },
  ],
];

const rulesOf = (found: readonly Finding[]): string[] => found.map((one) => one.rule);

describe('each rule by an example that keeps to it and one that breaks it', () => {
  test.each(EXAMPLES.map(([rule, ...rest]) => [rule, ruleNamed(rule), ...rest] as const))(
    '%s $1.basis $1.summary',
    (rule, _entry, move, bad, good = {}) => {
      expect(rulesOf(finding(move, good))).not.toContain(rule);
      expect(rulesOf(finding(move, bad))).toContain(rule);
    },
  );

  test('at least sixty, each rule once', () => {
    const rules = EXAMPLES.map(([rule]) => rule);
    expect(new Set(rules).size).toBe(rules.length);
    expect(rules.length).toBeGreaterThanOrEqual(60);
  });

  test('no rule that the code decides by is left out', () => {
    const sources = readdirSync(import.meta.dirname).filter((name) =>
      /^(guards|people|vote|steps)\.ts$/.test(name),
    );
    const decided = sources.flatMap((name) => [
      ...readFileSync(`${import.meta.dirname}/${name}`, 'utf8').matchAll(
        /'((?:admit|probation)\.[a-z0-9.]+)'/g,
      ),
    ]);
    const examples = new Set(EXAMPLES.map(([rule]) => rule));
    const named = new Set(decided.map(([, rule = '']) => rule));
    expect(named.size).toBeGreaterThanOrEqual(60);
    expect([...named].filter((rule) => !examples.has(rule))).toEqual([]);
    for (const rule of named) expect(ADMISSION_RULES.map((one) => one.id)).toContain(rule);
  });

  test('the case in order raises nothing at any step', () => {
    const raised = WAY.filter(([move]) => move !== 'observe').flatMap(([move]) => finding(move));
    expect(raised).toEqual([]);
  });
});

describe('of any vote, notice and row of observations', () => {
  const votes = fc
    .record({ entitled: fc.nat(60), present: fc.nat(60), inFavour: fc.nat(60), yes: fc.nat(20) })
    .map(({ entitled, present, inFavour, yes }): Partial<PersonVote> => ({
      ...{ entitled, present, inFavour, against: 0, abstained: 0 },
      written: { inFavour: yes, against: 0 },
    }));

  test('a vote passes iff over half are present and over half of those entitled agree (arts. 19, 20)', () => {
    fc.assert(
      fc.property(votes, (vote) => {
        const { entitled, present, inFavour, written } = { ...VOTE, ...vote };
        const quorum = present * 2 > entitled;
        const majority = (inFavour + written.inFavour) * 2 > entitled;
        const codes = finding('accept', { vote }).map((one) => one.code);
        expect(passes({ ...VOTE, ...vote })).toBe(quorum && majority);
        expect(codes.includes('admissions.vote_no_quorum')).toBe(!quorum);
        expect(codes.includes('admissions.vote_no_majority')).toBe(!majority);
      }),
    );
  });

  test('a notice is long enough iff it holds five working days, its ends counted (art. 13)', () => {
    const from = fc.integer({ min: 0, max: 234 }).map((n) => addDays(day('2026-05-11'), n));
    fc.assert(
      fc.property(from, fc.integer({ min: 0, max: 16 }), (on, length) => {
        const all = Array.from({ length: length + 1 }, (_, n) => addDays(on, n));
        const found = finding('begin_notice', {
          after: 'apply',
          on,
          told: { until: addDays(on, length) },
        });
        const short = found.some((one) => one.code === 'admissions.notice_short');
        expect(short).toBe(all.filter(isWorkday).length < 5);
      }),
    );
  });

  test('a reason is asked iff somewhere more than six months pass without observation (art. 11)', () => {
    const begun = day('2026-07-01');
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 6 }),
        fc.integer({ min: 365, max: 700 }),
        (after, length) => {
          const on = addDays(begun, length);
          const seen = after.filter((n) => n <= length).map((n) => addDays(begun, n));
          const marks = [begun, ...seen.toSorted(), on];
          const gap = marks.some((mark, n) => (marks[n + 1] ?? mark) > addMonths(mark, 6));
          const observed = seen.map((one) => ({ on: one, kind: 'observation' as const }));
          const found = finding('determine_target', { on, facts: { observed } });
          expect(rulesOf(found).includes('admit.observe.halfyear')).toBe(gap);
        },
      ),
    );
  });
});
