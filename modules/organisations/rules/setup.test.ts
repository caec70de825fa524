import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from '#kernel/result';
import { ORGANISATION_RULES } from './catalogue.ts';
import { committeeSizeAdvice, deciderOf, leadershipOf } from './committee.ts';
import { ORG_KIND_FACTS, mayStandUnder, temporaryLimit, type OrgKind } from './kinds.ts';
import { checkName, fullNameOf, groupAdvice } from './names.ts';
import { DEFAULT_ORG_SETTINGS as S } from './settings.ts';
import { checkSetup, formsFor, type SetupFacts } from './setup.ts';

const facts = (changes: Partial<SetupFacts> = {}): SetupFacts => ({
  kind: 'branch',
  sector: 'office',
  fullMembers: 3,
  members: 3,
  units: [],
  exception: null,
  ...changes,
});
const codes = (changes: Partial<SetupFacts>): string[] =>
  unwrap(checkSetup(facts(changes), S)).map((a) => a.code);

describe('set-up thresholds', () => {
  test('branch: three full members; probationary ones do not count', () => {
    expect(codes({})).toEqual([]);
    expect(checkSetup(facts({ fullMembers: 2, members: 9 }), S)).toMatchObject({
      refusal: { code: 'organisations.too_few_full_members', params: { full: 2, min: 3 } },
    });
  });
  test('above fifty is a warning', () => {
    expect(codes({ fullMembers: 50, members: 50 })).toEqual([]);
    expect(codes({ fullMembers: 48, members: 51 })).toEqual(['organisations.branch_too_large']);
  });
  test('joint branch: units, at most five in general, units of three stand alone', () => {
    const units = (n: number, full = 1) =>
      Array.from({ length: n }, (_, i) => ({ name: `单位${i}`, fullMembers: full }));
    const joint = { kind: 'joint_branch', fullMembers: 6, members: 6 } as const;
    expect(codes({ ...joint, units: units(5) })).toEqual([]);
    expect(codes({ ...joint, units: units(6) })).toEqual(['organisations.joint_too_many_units']);
    expect(codes({ ...joint, units: units(2, 3) })).toHaveLength(2);
    expect(checkSetup(facts({ ...joint, units: units(1) }), S)).toMatchObject({
      refusal: { code: 'organisations.joint_needs_units' },
    });
    expect(checkSetup(facts({ ...joint, fullMembers: 2, units: units(2) }), S).ok).toBe(false);
  });
  test('general branch: fifty, in a village more than fifty, fewer with a reason', () => {
    const general = { kind: 'general_branch', fullMembers: 40 } as const;
    expect(codes({ ...general, members: 50 })).toEqual([]);
    expect(codes({ ...general, members: 100 })).toEqual(['organisations.committee_possible']);
    expect(checkSetup(facts({ ...general, members: 49 }), S).ok).toBe(false);
    expect(checkSetup(facts({ ...general, members: 50, sector: 'village' }), S)).toMatchObject({
      refusal: { code: 'organisations.too_few_for_general_branch', params: { min: 51 } },
    });
    expect(codes({ ...general, members: 30, exception: '工作需要，县委批准' })).toEqual([
      'organisations.exception_used',
    ]);
    expect(checkSetup(facts({ ...general, members: 30, exception: '  ' }), S).ok).toBe(false);
  });
  test('committee: a hundred, a village needs the county, a township has one by law', () => {
    const committee = { kind: 'committee', fullMembers: 90 } as const;
    expect(codes({ ...committee, members: 100 })).toEqual([]);
    expect(checkSetup(facts({ ...committee, members: 99 }), S).ok).toBe(false);
    expect(codes({ ...committee, members: 100, sector: 'village' })).toEqual([
      'organisations.county_approval',
    ]);
    expect(codes({ ...committee, members: 5, sector: 'mixed' })).toEqual([]);
    expect(codes({ ...committee, members: 80, exception: '工作需要' })).toEqual([
      'organisations.exception_used',
    ]);
  });
  test('forms offered for a number', () => {
    expect(formsFor(2, 9, 'office', S)).toEqual([]);
    expect(formsFor(9, 9, 'office', S)).toEqual(['branch']);
    expect(formsFor(60, 60, 'office', S)).toEqual(['general_branch']);
    expect(formsFor(50, 50, 'village', S)).toEqual(['branch']);
    expect(formsFor(120, 120, 'village', S)).toEqual(['committee']);
  });
  test('property: some form fits from three full members on, none below', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(20), (full, probationary) => {
        const forms = formsFor(full, full + probationary, 'office', S);
        return full >= 3 ? forms.length > 0 : !forms.includes('branch');
      }),
    );
  });
});

describe('leadership', () => {
  test('seven full members need a committee', () => {
    const seven = leadershipOf(7, false, S);
    expect(seven.committee).toBe(true);
    expect(seven.advice[0]?.code).toBe('organisations.committee_required');
    expect(leadershipOf(7, true, S).advice).toEqual([]);
    expect(deciderOf(leadershipOf(6, false, S))).toBe('members_meeting');
  });
  test('falling below seven leaves the committee in office with a warning', () => {
    const six = leadershipOf(6, true, S);
    expect(six.committee).toBe(true);
    expect(six.advice[0]?.code).toBe('organisations.committee_below_minimum');
  });
  test('size is a warning only', () => {
    expect(committeeSizeAdvice('branch', 2, S)[0]?.code).toBe('organisations.committee_too_small');
    expect(committeeSizeAdvice('branch', 5, S)).toEqual([]);
    expect(committeeSizeAdvice('branch', 6, S)[0]?.code).toBe('organisations.committee_too_large');
    expect(committeeSizeAdvice('general_branch', 9, S)).toHaveLength(1);
    expect(committeeSizeAdvice('committee', 9, S)).toEqual([]);
  });
  test('property: no advice exactly when the form fits the number', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.boolean(), (full, committee) => {
        return (leadershipOf(full, committee, S).advice.length === 0) === (full >= 7 === committee);
      }),
    );
  });
});

describe('kinds', () => {
  test('temporary branches leave five acts alone', () => {
    expect(temporaryLimit('branch', 'admit')).toBeNull();
    expect(temporaryLimit('temporary_branch', 'admit')).toMatchObject({
      barred: true,
      rule: 'org.temp.no-admission',
    });
    expect(temporaryLimit('temporary_branch', 'collect_dues')).toMatchObject({ barred: false });
  });
  test('what may stand under what', () => {
    expect(mayStandUnder('branch', 'general_branch')).toBe(true);
    expect(mayStandUnder('general_branch', 'branch')).toBe(false);
    expect(mayStandUnder('committee', 'general_branch')).toBe(false);
    const kinds = Object.keys(ORG_KIND_FACTS) as OrgKind[];
    for (const kind of kinds) expect(mayStandUnder(kind, 'branch')).toBe(false);
  });
});

describe('names and groups', () => {
  test('a name is tidied, unique among sisters, and ends like its kind', () => {
    expect(unwrap(checkName(' 县发展和改革局　党支部', 'branch', []))).toEqual({
      name: '县发展和改革局党支部',
      advice: [],
    });
    expect(unwrap(checkName('某村党总支', 'general_branch', [])).advice).toEqual([]);
    expect(unwrap(checkName('先锋队', 'branch', [])).advice).toHaveLength(1);
    expect(checkName('第一支部', 'branch', ['第一 支部'])).toMatchObject({
      refusal: { code: 'organisations.name_taken' },
    });
    expect(checkName(' ', 'branch', [])).toMatchObject({
      refusal: { code: 'organisations.name_empty' },
    });
    expect(checkName('长'.repeat(61), 'branch', []).ok).toBe(false);
  });
  test('full name', () => {
    expect(fullNameOf('某县某局', 'branch')).toBe('中共某县某局支部委员会');
    expect(fullNameOf('某县某局', 'leading_group')).toBe('中共某县某局党组');
    expect(fullNameOf('中共某县委员会', 'committee')).toBe('中共某县委员会');
  });
  test('groups: three, one full, a leader', () => {
    const group = { name: '第一组', members: 3, fullMembers: 1, leaderIsMember: true };
    expect(groupAdvice(group, S)).toEqual([]);
    expect(groupAdvice({ ...group, members: 2, leaderIsMember: false }, S)).toHaveLength(2);
  });
});

test('catalogue: ids once, articles only where read', () => {
  expect(new Set(ORGANISATION_RULES.map((rule) => rule.id)).size).toBe(ORGANISATION_RULES.length);
  for (const rule of ORGANISATION_RULES) if (!rule.sure) expect(rule.basis).not.toMatch(/第\d+条/);
});
