import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from '#kernel/result';
import { DEFAULT_ORG_SETTINGS as S } from './settings.ts';
import { proposeSplit, type SplitMember } from './split.ts';

const people = (
  count: number,
  unit: (i: number) => string,
  group: (i: number) => string = () => '',
): SplitMember[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `p${i}`,
    full: i % 6 !== 0,
    unit: unit(i),
    group: group(i),
  }));

describe('split of an oversized branch (case 7)', () => {
  test('fifty is not too many', () => {
    expect(
      proposeSplit(
        people(50, () => ''),
        S,
      ),
    ).toMatchObject({ refusal: { code: 'organisations.split_not_needed' } });
  });
  test('keeps units together where the parts come out alike', () => {
    const split = unwrap(
      proposeSplit(
        people(57, (i) => `系${i % 4}`),
        S,
      ),
    );
    expect(split.keeps).toBe('unit');
    expect(split.parts.map((part) => part.members.length)).toEqual([29, 28]);
    const units = split.parts.flatMap((part) => part.units);
    expect(new Set(units).size).toBe(units.length);
  });
  test('a part may be as large as the limit', () => {
    const split = unwrap(
      proposeSplit(
        people(80, (i) => (i < 50 ? '甲' : '乙')),
        S,
      ),
    );
    expect(split.keeps).toBe('unit');
    expect(split.parts.map((part) => part.members.length)).toEqual([50, 30]);
  });
  test('one large unit: groups stay together', () => {
    const split = unwrap(
      proposeSplit(
        people(
          60,
          () => '学院',
          (i) => `第${i % 5}组`,
        ),
        S,
      ),
    );
    expect(split.keeps).toBe('group');
    expect(split.parts.map((part) => part.members.length)).toEqual([36, 24]);
  });
  test('no units, no groups: person by person', () => {
    const split = unwrap(
      proposeSplit(
        people(55, () => ''),
        S,
      ),
    );
    expect(split.keeps).toBe('person');
    expect(split.parts.map((part) => part.members.length)).toEqual([28, 27]);
  });
  test('too few full members for two branches', () => {
    const members = people(52, () => '').map((member, i) => ({ ...member, full: i < 5 }));
    expect(proposeSplit(members, S)).toMatchObject({
      refusal: { code: 'organisations.split_too_few_full_members', params: { full: 5, needed: 6 } },
    });
  });
  test('property: everybody exactly once, none above the limit, each with three full members', () => {
    const member = fc.record({
      full: fc.boolean(),
      unit: fc.constantFrom('', 'a', 'b', 'c'),
      group: fc.constantFrom('', '1', '2', '3'),
    });
    fc.assert(
      fc.property(fc.array(member, { minLength: 51, maxLength: 260 }), (list) => {
        const members = list.map((entry, i) => ({ ...entry, id: `p${i}` }));
        const found = proposeSplit(members, S);
        if (!found.ok)
          return members.filter((x) => x.full).length < Math.ceil(members.length / 50) * 3;
        const all = found.value.parts.flatMap((part) => part.members.map((x) => x.id));
        return (
          new Set(all).size === members.length &&
          all.length === members.length &&
          found.value.parts.every((part) => part.members.length <= 50 && part.fullMembers >= 3)
        );
      }),
    );
  });
});
