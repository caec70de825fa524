import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import {
  inOfficeFrom,
  mayHoldPost,
  needsApproval,
  type Candidate,
  type PostFacts,
} from './posts.ts';
import { DEFAULT_ORG_SETTINGS as S } from './settings.ts';
import { checkElectionDate, termEnd, termState } from './terms.ts';

const d = plainDate;

describe('terms', () => {
  test.each([
    ['branch', 'village', '2031-05-10'],
    ['branch', 'community', '2031-05-10'],
    ['branch', 'office', '2029-05-10'],
    ['general_branch', 'school', '2029-05-10'],
    ['general_branch', 'village', '2031-05-10'],
    ['committee', 'state_enterprise', '2031-05-10'],
  ] as const)('%s in %s ends %s', (kind, sector, end) => {
    expect(termEnd(d('2026-05-10'), kind, sector, S)).toBe(end);
  });
  test('no term for a leading group or a temporary branch', () => {
    expect(termEnd(d('2026-05-10'), 'leading_group', 'office', S)).toBeNull();
    expect(termEnd(d('2026-05-10'), 'temporary_branch', 'office', S)).toBeNull();
  });
  test('stages', () => {
    const end = d('2026-12-31');
    const stage = (on: string) => termState(end, d(on), S).stage;
    expect(stage('2026-06-29')).toBe('running');
    expect(stage('2026-06-30')).toBe('notice');
    expect(stage('2026-07-04')).toBe('within_180');
    expect(stage('2026-10-02')).toBe('within_90');
    expect(stage('2026-12-01')).toBe('within_30');
    expect(stage('2026-12-31')).toBe('over');
    expect(termState(end, d('2026-12-01'), S).advice[0]?.text).toContain('还有30天');
  });
  test('property: stages only advance', () => {
    const order = ['running', 'notice', 'within_180', 'within_90', 'within_30', 'over'];
    const days = fc.integer({ min: -2_000, max: 200 });
    fc.assert(
      fc.property(days, days, (a, b) => {
        const at = (n: number) =>
          order.indexOf(termState(d('2026-12-31'), addDays(d('2026-12-31'), n), S).stage);
        return at(Math.min(a, b)) <= at(Math.max(a, b));
      }),
    );
  });
});

describe('early and late elections (EL20 art. 3)', () => {
  const end = d('2026-06-01');
  const check = (on: string, approved: string | null) =>
    checkElectionDate(end, d(on), approved === null ? null : d(approved), S);
  test('in time needs nothing', () => {
    expect(check('2026-06-01', null)).toEqual({ ok: true, value: [] });
    expect(check('2026-03-03', null).ok).toBe(true);
  });
  test('early or late needs approval beforehand', () => {
    expect(check('2026-03-02', null)).toMatchObject({
      refusal: { code: 'organisations.election_shift_unapproved' },
    });
    expect(check('2026-06-02', null)).toMatchObject({
      refusal: { code: 'organisations.election_shift_unapproved' },
    });
    expect(check('2026-09-01', '2026-05-20')).toEqual({ ok: true, value: [] });
    expect(check('2026-09-01', '2026-06-02')).toMatchObject({
      refusal: { code: 'organisations.election_shift_approved_late' },
    });
  });
  test('more than a year is a warning', () => {
    expect(unwrap(check('2027-06-02', '2026-05-20'))).toHaveLength(1);
    expect(unwrap(check('2027-06-01', '2026-05-20'))).toHaveLength(0);
  });
});

describe('who may hold a post', () => {
  const person = (changes: Partial<Candidate> = {}): Candidate => ({
    category: 'full',
    standing: 'normal',
    rights: 'yes',
    regularisedOn: d('2020-07-01'),
    correctionMonths: 0,
    ...changes,
  });
  const post = (changes: Partial<PostFacts> = {}): PostFacts => ({
    kind: 'secretary',
    wayIn: 'election',
    orgKind: 'branch',
    on: d('2026-05-10'),
    heldByOthers: [],
    ...changes,
  });
  const codeOf = (c: Candidate, p: PostFacts): string | null => {
    const found = mayHoldPost(c, p, S);
    return found.ok ? null : found.refusal.code;
  };
  test('a full member of some years may be secretary', () => {
    expect(unwrap(mayHoldPost(person(), post(), S))).toEqual([]);
  });
  test('under a year of standing is a warning; correction months count', () => {
    const young = person({ regularisedOn: d('2025-06-01') });
    expect(unwrap(mayHoldPost(young, post(), S))[0]?.code).toBe(
      'organisations.secretary_standing_short',
    );
    expect(unwrap(mayHoldPost({ ...young, correctionMonths: 1 }, post(), S))).toEqual([]);
    expect(unwrap(mayHoldPost(young, post({ kind: 'deputy_secretary' }), S))).toEqual([]);
    expect(unwrap(mayHoldPost(person({ regularisedOn: null }), post(), S))).toEqual([]);
  });
  test('refusals', () => {
    expect(codeOf(person({ category: 'probationary' }), post())).toBe(
      'organisations.post_not_full_member',
    );
    expect(codeOf(person({ standing: 'suspended' }), post())).toBe('organisations.post_suspended');
    expect(codeOf(person({ rights: 'none' }), post())).toBe('organisations.post_without_rights');
    expect(codeOf(person(), post({ heldByOthers: ['acting_secretary'] }))).toBe(
      'organisations.post_already_held',
    );
    expect(codeOf(person(), post({ orgKind: 'temporary_branch' }))).toBe(
      'organisations.post_not_by_election',
    );
    expect(codeOf(person({ category: 'probationary' }), post({ kind: 'clerk' }))).toBeNull();
  });
  test('a second deputy is a warning', () => {
    const second = post({ kind: 'deputy_secretary', heldByOthers: ['deputy_secretary'] });
    expect(unwrap(mayHoldPost(person(), second, S))[0]?.code).toBe('organisations.second_deputy');
  });
  test('members take office with the result, secretaries with approval', () => {
    expect(needsApproval('secretary', 'interim')).toBe(false);
    expect(inOfficeFrom('organisation_member', 'election', d('2026-05-10'), null)).toBe(
      '2026-05-10',
    );
    expect(inOfficeFrom('secretary', 'election', d('2026-05-10'), null)).toBeNull();
    expect(inOfficeFrom('secretary', 'election', d('2026-05-10'), d('2026-05-20'))).toBe(
      '2026-05-20',
    );
    expect(inOfficeFrom('secretary', 'appointment', d('2026-05-10'), null)).toBe('2026-05-10');
  });
});
