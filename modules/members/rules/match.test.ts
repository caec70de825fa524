import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '#kernel/plain-date';
import type { LooseDate } from './dates.ts';
import { diffRow, namesOtherBranch, type KnownValues } from './diff.ts';
import { findDuplicates, isSimilarName, type DuplicateFacts } from './duplicates.ts';
import { matchFile, type KnownPerson, type RowPerson } from './match.ts';
import { DEFAULT_MEMBER_SETTINGS as S } from './settings.ts';

const day = (text: string, precision: LooseDate['precision'] = 'day'): LooseDate => ({
  day: plainDate(text),
  precision,
});
const known = (personId: string, changes: Partial<KnownPerson> = {}): KnownPerson => ({
  personId,
  name: '王小明',
  idHash: null,
  bornOn: day('1980-01-01'),
  joinedOn: day('2005-07-01'),
  ...changes,
});
const row = (number: number, changes: Partial<RowPerson> = {}): RowPerson => ({
  row: number,
  name: '王小明',
  idHash: null,
  bornOn: day('1980-01-01', 'month'),
  joinedOn: day('2005-07-01', 'month'),
  ...changes,
});
const one = (r: RowPerson, people: KnownPerson[]) => matchFile([r], people).matches[0];

describe('who a row is', () => {
  test('identity first', () => {
    expect(one(row(5, { idHash: 'h', bornOn: null }), [known('p', { idHash: 'h' })])).toEqual({
      row: 5,
      kind: 'same',
      personId: 'p',
      by: 'identity',
    });
  });
  test('then name, birth and joining day, as precise as they are', () => {
    expect(one(row(5), [known('p')])).toMatchObject({ kind: 'same', by: 'name_birth_joined' });
    expect(one(row(5, { idHash: 'new' }), [known('p')])).toMatchObject({ kind: 'same' });
  });
  test('else ask', () => {
    expect(
      one(row(5, { idHash: 'h' }), [known('p', { idHash: 'h', name: '王晓明' })]),
    ).toMatchObject({
      kind: 'ask',
      why: 'identity_other_name',
    });
    expect(one(row(5, { idHash: 'h' }), [known('p', { idHash: 'k' })])).toMatchObject({
      why: 'identity_differs',
    });
    expect(one(row(5), [known('p'), known('q')])).toMatchObject({
      why: 'several',
      personIds: ['p', 'q'],
    });
    expect(one(row(5, { joinedOn: null }), [known('p')])).toMatchObject({ why: 'incomplete' });
    const half = known('q', { joinedOn: null });
    expect(one(row(5), [half])).toMatchObject({ why: 'incomplete', personIds: ['q'] });
    expect(one(row(5), [known('p'), half])).toMatchObject({ kind: 'same', personId: 'p' });
  });
  test('or somebody new', () => {
    expect(one(row(5), [])).toEqual({ row: 5, kind: 'new' });
    expect(one(row(5), [known('p', { bornOn: day('1980-02-01') })])).toMatchObject({ kind: 'new' });
    expect(
      one(row(5, { idHash: 'h', joinedOn: null }), [known('p', { idHash: 'k' })]),
    ).toMatchObject({ kind: 'new' });
  });
  test('one person in two rows is asked about, absent people are listed', () => {
    const found = matchFile([row(5), row(6)], [known('p'), known('q', { name: '李华' })]);
    expect(found.matches.map((m) => m.kind === 'ask' && m.why)).toEqual(['row_twice', 'row_twice']);
    expect(found.absent).toEqual(['q']);
    const fresh = matchFile([row(5, { idHash: 'n' }), row(6, { idHash: 'n' })], []);
    expect(fresh.matches).toMatchObject([{ why: 'row_twice' }, { why: 'row_twice' }]);
  });
  test('property: the same people in any order are the same people', () => {
    const people = fc.uniqueArray(
      fc.record({ n: fc.nat(20), born: fc.nat(20_000), joined: fc.nat(9_000), hash: fc.boolean() }),
      {
        selector: (p) => `${p.n}/${p.born}/${p.joined}`,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(people, fc.nat(), (list, seed) => {
        const roster = list.map((p, i) =>
          known(`p${i}`, {
            name: `党员${p.n}`,
            idHash: p.hash ? `h${i}` : null,
            bornOn: day(addDays(plainDate('1940-01-01'), p.born)),
            joinedOn: day(addDays(plainDate('1990-01-01'), p.joined)),
          }),
        );
        const rows = roster
          .map(({ personId, ...rest }, i) => ({ ...rest, row: i, want: personId }))
          .toSorted((a, b) => ((a.row * 7 + seed) % 11) - ((b.row * 7 + seed) % 11));
        const found = matchFile(rows, roster);
        return (
          found.absent.length === 0 &&
          found.matches.every((m, i) => m.kind === 'same' && m.personId === rows[i]?.want)
        );
      }),
    );
  });
});

describe('cells to proposed changes', () => {
  const knownValues: KnownValues = {
    name: '王小明',
    sex: 'male',
    joinedOn: day('2005-07-15'),
    education: 'college',
    address: '某村 12号',
    migrant: false,
  };
  test('nothing changes by blanks, lesser precision or other blanks', () => {
    expect(
      diffRow(
        { name: '王小明', joinedOn: day('2005-07-01', 'month'), words: { address: '某村12号' } },
        knownValues,
      ),
    ).toEqual([]);
    expect(diffRow({ words: {} }, knownValues)).toEqual([]);
  });
  test('another value is a change, a first one fills', () => {
    expect(
      diffRow(
        {
          education: 'university',
          ethnic: '01',
          migrant: true,
          joinedOn: day('2005-08-01', 'month'),
          words: {},
        },
        knownValues,
      ),
    ).toEqual([
      { field: 'education', old: 'college', next: 'university', kind: 'change' },
      { field: 'ethnic', old: null, next: '01', kind: 'fill' },
      { field: 'migrant', old: 'false', next: 'true', kind: 'change' },
      { field: 'joinedOn', old: '2005-07-15', next: '2005-08', kind: 'change' },
    ]);
  });
  test('a more precise day replaces a month', () => {
    expect(
      diffRow({ joinedOn: day('2005-07-15'), words: {} }, { joinedOn: day('2005-07-01', 'month') }),
    ).toMatchObject([{ old: '2005-07', next: '2005-07-15' }]);
  });
  test('another branch is no change of a fact', () => {
    const values = { words: { branch: '第二党支部' } };
    expect(diffRow(values, {})).toEqual([]);
    expect(namesOtherBranch(values, ['第一党支部'])).toBe(true);
    expect(namesOtherBranch(values, ['第二 党支部', '二支部'])).toBe(false);
    expect(namesOtherBranch({ words: {} }, [])).toBe(false);
  });
  test('property: applied once, the same row proposes nothing more', () => {
    const values = fc.record(
      {
        name: fc.constantFrom('王小明', '李华'),
        education: fc.constantFrom('college', 'university'),
        migrant: fc.boolean(),
        joinedOn: fc.nat(9_000).map((n) => day(addDays(plainDate('1990-01-01'), n))),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, values, (first, second) => {
        const before: KnownValues = { ...first };
        const after: KnownValues = { ...before, ...second };
        return (
          diffRow({ ...second, words: {} }, after).length === 0 &&
          diffRow({ ...first, words: {} }, before).length === 0
        );
      }),
    );
  });
});

describe('duplicates', () => {
  const person = (personId: string, changes: Partial<DuplicateFacts> = {}): DuplicateFacts => ({
    personId,
    name: '王小明',
    idHash: null,
    phoneHash: null,
    sex: 'male',
    bornOn: day('1980-01-01'),
    joinedOn: day('2005-07-01'),
    ...changes,
  });
  test('same number, or same name and days, or a mistyped name', () => {
    expect(
      findDuplicates([person('a', { idHash: 'h' }), person('b', { idHash: 'h', name: '王明' })], S),
    ).toMatchObject([{ score: 1 }]);
    expect(findDuplicates([person('a'), person('b')], S)[0]?.reasons).toEqual([
      'name',
      'birth',
      'joined',
    ]);
    expect(findDuplicates([person('a'), person('b', { name: '王晓明' })], S)).toHaveLength(1);
    expect(findDuplicates([person('a', { joinedOn: null }), person('b')], S)).toHaveLength(1);
  });
  test('a shared phone brings people together whose birth is unknown', () => {
    const phone = { phoneHash: 't', bornOn: null };
    const pair = [person('b', phone), person('a', { ...phone, name: '王晓明' })];
    expect(findDuplicates(pair, S)).toMatchObject([
      { a: 'a', b: 'b', reasons: ['similar_name', 'joined', 'phone'] },
    ]);
  });
  test('two numbers, two sexes or other days are two people', () => {
    expect(findDuplicates([person('a', { idHash: 'h' }), person('b', { idHash: 'k' })], S)).toEqual(
      [],
    );
    expect(findDuplicates([person('a'), person('b', { sex: 'female' })], S)).toEqual([]);
    expect(findDuplicates([person('a'), person('b', { bornOn: day('1981-01-01') })], S)).toEqual(
      [],
    );
    expect(findDuplicates([person('a', { bornOn: null, joinedOn: null }), person('b')], S)).toEqual(
      [],
    );
  });
  test('similar names', () => {
    expect(isSimilarName('王小明', '王晓明')).toBe(true);
    expect(isSimilarName('欧阳娜', '欧阳丽娜')).toBe(true);
    expect(isSimilarName('王明', '李明')).toBe(false);
    expect(isSimilarName('张小明', '王小明')).toBe(false);
  });
  test('property: a pair stands once, and order does not matter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('王小明', '王晓明', '李华'), { maxLength: 12 }),
        (names) => {
          const people = names.map((name, i) => person(`p${i}`, { name }));
          const a = findDuplicates(people, S);
          return (
            new Set(a.map((pair) => pair.a + pair.b)).size === a.length &&
            JSON.stringify(a) === JSON.stringify(findDuplicates(people.toReversed(), S))
          );
        },
      ),
    );
  });
});
