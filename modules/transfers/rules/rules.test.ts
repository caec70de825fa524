import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Act } from '#engines/procedure';
import type { OrgId, PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import { addDays, plainDate as day, type PlainDate } from '#kernel/plain-date';
import { isUnsettled, RESULTS, sumUp, type CheckResult } from './affiliation.ts';
import { DEFAULT_TRANSFER_SETTINGS, type TransferFacts } from './facts.ts';
import { GUARDS } from './guards.ts';
import { openTerm, termsOf, type StepDay } from './terms.ts';
import { isOfOther, mayDo, pathAbove } from './who.ts';
import type { Move } from './words.ts';

const FACTS: TransferFacts = {
  route: 'letter',
  side: 'inside',
  subject: 'full',
  settings: DEFAULT_TRANSFER_SETTINGS,
  sameCommittee: false,
  receiverHoldsMembers: true,
  stillThere: true,
  duesMonth: null,
  duesOpen: 0,
  letter: null,
  probationEnds: null,
  peerHasIt: false,
  told: {},
};
const TODAY = day('2026-11-22');

function codes(move: Move, facts: Partial<TransferFacts>, on: PlainDate = TODAY): string[] {
  const act: Act<Move> = { move, on, by: '', papers: new Set(), meeting: null, reasons: {} };
  return (GUARDS[move]?.({ ...FACTS, ...facts }, act) ?? []).map(
    (one) => `${one.effect} ${one.code} ${one.rule}`,
  );
}

describe('each rule: passing and failing', () => {
  const cases: readonly [string, Move, Partial<TransferFacts>, string | null][] = [
    ['two committees', 'initiate', {}, null],
    [
      'one committee for both ends',
      'initiate',
      { sameCommittee: true },
      'blocks transfers.same_committee transfer.issuer',
    ],
    [
      'not in the roster',
      'initiate',
      { stillThere: false },
      'blocks transfers.not_there transfer.roster.once',
    ],
    ['another reason, written', 'initiate', { told: { why: 'other', whyText: '随迁' } }, null],
    [
      'another reason, not said',
      'initiate',
      { told: { why: 'other', whyText: ' ' } },
      'blocks transfers.why_missing transfer.when',
    ],
    [
      'dues owed hold nobody up',
      'initiate',
      { duesOpen: 2 },
      'tells transfers.dues_open transfer.no-refusal',
    ],
    ['returned with a reason', 'return_in', { told: { reason: '缺志愿书' } }, null],
    [
      'returned without a reason',
      'return_in',
      { told: { reason: ' ' } },
      'blocks transfers.reason_missing transfer.no-refusal',
    ],
    [
      'withdrawn without a reason',
      'withdraw',
      {},
      'blocks transfers.reason_missing transfer.responsibility',
    ],
    [
      'withdrawn while another tenant has it',
      'withdraw',
      { peerHasIt: true, told: { reason: '不去了' } },
      'blocks transfers.peer_has_it transfer.responsibility',
    ],
    ['a letter of 30 days', 'issue_letter', { told: { letterNumber: '1', letterDays: 30 } }, null],
    [
      'a letter of 90 days',
      'issue_letter',
      { told: { letterNumber: '1', letterDays: 90 } },
      'tells transfers.letter_long transfer.letter.validity',
    ],
    [
      'a letter of 91 days',
      'issue_letter',
      { told: { letterNumber: '1', letterDays: 91 } },
      'blocks transfers.letter_days transfer.letter.validity',
    ],
    [
      'a letter without a number',
      'issue_letter',
      { told: { letterDays: 10 } },
      'blocks transfers.letter_number_missing transfer.letter.fields',
    ],
    [
      'a new letter under the old number',
      'renew_letter',
      {
        told: { letterNumber: '7', letterDays: 10, reason: '生病' },
        letter: { number: '7', until: TODAY },
      },
      'blocks transfers.letter_same_number transfer.letter.fields',
    ],
    [
      'a new letter without a reason',
      'renew_letter',
      { told: { letterNumber: '8', letterDays: 10 } },
      'blocks transfers.reason_missing transfer.expired',
    ],
    ['a letter on its last day', 'report', { letter: { number: '7', until: TODAY } }, null],
    [
      'an expired letter',
      'report',
      { letter: { number: '7', until: addDays(TODAY, -1) } },
      'blocks transfers.letter_expired transfer.expired',
    ],
    [
      'received into no branch',
      'approve_in',
      { receiverHoldsMembers: false },
      'blocks transfers.branch_missing transfer.responsibility',
    ],
    [
      'received into a branch named',
      'approve_in',
      { receiverHoldsMembers: false, told: { branchId: 'b' as OrgId } },
      null,
    ],
    ['a full member', 'confirm', {}, null],
    [
      'gone meanwhile',
      'confirm',
      { stillThere: false },
      'blocks transfers.not_there transfer.roster.once',
    ],
    [
      'a probationary member, papers looked through',
      'confirm',
      { subject: 'probationary', told: { papersChecked: true, overseer: 'p' as PersonId } },
      null,
    ],
    [
      'a probationary member, papers not looked through',
      'confirm',
      { subject: 'probationary', told: { overseer: 'p' as PersonId } },
      'reason transfers.papers_unchecked transfer.probationary.check',
    ],
    [
      'nobody answers for the education',
      'confirm',
      { subject: 'probationary', told: { papersChecked: true } },
      'tells transfers.no_overseer transfer.probationary.report',
    ],
    [
      'probation over on the way',
      'confirm',
      {
        subject: 'probationary',
        probationEnds: TODAY,
        told: { papersChecked: true, overseer: 'p' as PersonId },
      },
      'tells transfers.probation_over transfer.probationary.postpone',
    ],
  ];

  test.each(cases)('%s', (_name, move, facts, expected) => {
    expect(codes(move, facts)).toEqual(expected === null ? [] : [expected]);
  });
});

describe('who does which step', () => {
  const at = (path: string) => path as OrgPath;
  const ends = {
    from: { orgPath: at('000001000001000002000003'), committeePath: at('000001000001000002') },
    to: { orgPath: at('000001000001000004000005'), committeePath: at('000001000001000004') },
  };
  const branch = at('000001000001000002000003');
  const committee = at('000001000001000002');
  const county = at('000001000001');

  test('a branch does its own steps, never those of its committee or the other end', () => {
    expect(mayDo(branch, 'inside', ends, 'from_branch')).toBe(true);
    expect(mayDo(branch, 'inside', ends, 'from_committee')).toBe(false);
    expect(mayDo(branch, 'inside', ends, 'to_branch')).toBe(false);
    expect(mayDo(committee, 'inside', ends, 'from_branch')).toBe(true);
    expect(mayDo(committee, 'inside', ends, 'from_committee')).toBe(true);
    expect(mayDo(committee, 'inside', ends, 'to_committee')).toBe(false);
    expect(mayDo(county, 'inside', ends, 'to_committee')).toBe(true);
    expect(mayDo(null, 'inside', ends, 'from_branch')).toBe(false);
  });

  test('what an end outside did is recorded by the end inside', () => {
    expect(isOfOther('outward', 'to_branch')).toBe(true);
    expect(isOfOther('outward', 'from_committee')).toBe(false);
    expect(isOfOther('inward', 'from_committee')).toBe(true);
    const one = { from: ends.from, to: ends.from };
    expect(mayDo(branch, 'outward', one, 'to_committee')).toBe(true);
    expect(mayDo(branch, 'outward', one, 'from_committee')).toBe(false);
  });

  test('one act at both ends sees no more than what is above both', () => {
    expect(pathAbove(ends.from.orgPath, ends.to.orgPath)).toBe(county);
    const segments = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    const path = (list: number[]) => at(list.map((n) => String(n).padStart(6, '0')).join(''));
    fc.assert(
      fc.property(segments, segments, (a, b) => {
        const above = pathAbove(path(a), path(b));
        expect(path(a).startsWith(above) && path(b).startsWith(above)).toBe(true);
        expect(above.length % 6).toBe(0);
        const n = above.length / 6;
        expect(a[n] === undefined || a[n] !== b[n]).toBe(true);
      }),
    );
  });
});

describe('terms', () => {
  const step = (move: Move, on: string, until: string | null = null): StepDay => ({
    id: move,
    move,
    on: day(on),
    until: until === null ? null : day(until),
    enteredOn: day(on),
  });
  const letterWay = [
    step('initiate', '2026-11-01'),
    step('issue_letter', '2026-11-02', '2026-12-02'),
    step('report', '2026-11-20'),
    step('confirm', '2026-11-21'),
  ];

  test('a letter runs by its validity, the receipt for one calendar month', () => {
    const open = (count: number) => openTerm('letter', letterWay.slice(0, count), 15);
    expect(open(1)).toMatchObject({ kind: 'step', actor: 'from_committee', until: '2026-11-16' });
    expect(open(2)).toMatchObject({ kind: 'letter', actor: 'to_committee', until: '2026-12-02' });
    expect(open(4)).toMatchObject({
      kind: 'receipt',
      move: 'send_receipt',
      actor: 'to_committee',
      until: '2026-12-21',
    });
  });

  test('a new letter takes the place of the old one; nothing runs once the case has ended', () => {
    const renewed = [...letterWay.slice(0, 2), step('renew_letter', '2026-12-05', '2027-01-04')];
    expect(openTerm('letter', renewed, 15)).toMatchObject({ move: 'report', until: '2027-01-04' });
    expect(openTerm('letter', [...renewed, step('withdraw', '2026-12-06')], 15)).toBeNull();
    const online = (['initiate', 'approve_out', 'approve_in', 'confirm'] as const).map((move, n) =>
      step(move, `2026-11-0${n + 1}`),
    );
    expect(openTerm('online', online, 15)).toBeNull();
    expect(termsOf('online', online, 15).map((one) => one.done?.move)).toEqual([
      'approve_out',
      'approve_in',
      'confirm',
    ]);
  });
});

describe('yearly check', () => {
  test('counts everybody once; what is not settled stays listed', () => {
    const result = fc.constantFrom<CheckResult | null>(null, ...RESULTS);
    fc.assert(
      fc.property(fc.array(result), (results) => {
        const lines = results.map((one, n) => ({ personId: String(n), result: one }));
        const sums = sumUp(lines);
        const marked = RESULTS.reduce((sum, one) => sum + sums.by[one], 0);
        expect(marked + sums.unmarked).toBe(sums.total);
        expect(sums.marked).toBe(marked);
        expect(sums.unsettled).toBe(lines.filter(isUnsettled).length);
        expect(sums.unsettled).toBe(sums.unmarked + sums.by.should_transfer + sums.by.not_found);
      }),
    );
  });
});
