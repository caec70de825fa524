import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CATEGORY_CODES,
  DEGREE_CODES,
  EDUCATION_CODES,
  ETHNIC_GROUPS,
  isCollegeOrAbove,
  matchCode,
  nameOfCode,
  SEX_CODES,
  YES_NO,
  type CodeEntry,
} from './codes.ts';
import { occupationOf, WORK_CODES } from './work-codes.ts';

const found = (table: readonly CodeEntry[], text: string): string | null => {
  const match = matchCode(table, text);
  return match.kind === 'found' ? (nameOfCode(table, match.key) ?? null) : null;
};

describe('what people write', () => {
  test.each([
    [ETHNIC_GROUPS, '汉', '汉族'],
    [ETHNIC_GROUPS, ' 汉 族 ', '汉族'],
    [ETHNIC_GROUPS, '维族', '维吾尔族'],
    [ETHNIC_GROUPS, '土家', '土家族'],
    [ETHNIC_GROUPS, '土', '土族'],
    [ETHNIC_GROUPS, '01', '汉族'],
    [EDUCATION_CODES, '本科', '大学'],
    [EDUCATION_CODES, '大学本科', '大学'],
    [EDUCATION_CODES, '中专', '中等专科'],
    [EDUCATION_CODES, '省委党校本科', '省（区、市）委党校大学'],
    [EDUCATION_CODES, '省（区、市）委党校研究生', '省（区、市）委党校研究生'],
    [EDUCATION_CODES, '研究生', '硕士研究生'],
    [CATEGORY_CODES, '正式', '正式党员'],
    [CATEGORY_CODES, '中共预备党员', '预备党员'],
    [SEX_CODES, '女性', '女'],
    [YES_NO, '√', '是'],
    [DEGREE_CODES, '工学学士', '学士'],
    [WORK_CODES, '退休', '退休人员'],
    [WORK_CODES, '参公', '参照公务员法管理的工作人员'],
  ] as const)('%#: %s', (table, text, name) => expect(found(table, text)).toBe(name));

  test('loose words are found but not sure', () => {
    expect(matchCode(EDUCATION_CODES, '河北大学本科毕业')).toMatchObject({
      kind: 'found',
      sure: false,
    });
    expect(matchCode(EDUCATION_CODES, '大学')).toMatchObject({ kind: 'found', sure: true });
  });
  test('two readings are candidates, nonsense is none', () => {
    expect(matchCode(WORK_CODES, '学生')).toMatchObject({ kind: 'candidates' });
    expect(matchCode(ETHNIC_GROUPS, 'xyz')).toEqual({ kind: 'none' });
    expect(matchCode(ETHNIC_GROUPS, ' ')).toEqual({ kind: 'none' });
  });
});

describe('tables', () => {
  const tables = [
    ETHNIC_GROUPS,
    EDUCATION_CODES,
    DEGREE_CODES,
    CATEGORY_CODES,
    SEX_CODES,
    YES_NO,
    WORK_CODES,
  ];
  test('56 groups', () =>
    expect(ETHNIC_GROUPS.filter((entry) => entry.name.endsWith('族'))).toHaveLength(56));
  test('keys are unique', () => {
    for (const table of tables)
      expect(new Set(table.map((entry) => entry.key)).size).toBe(table.length);
  });
  test('property: every name and alias leads to its own key, whatever blanks stand in it', () => {
    const entries = tables.flatMap((table) => table.map((entry) => ({ table, entry })));
    fc.assert(
      fc.property(
        fc.constantFrom(...entries),
        fc.nat(20),
        fc.nat(6),
        ({ table, entry }, which, blank) => {
          const words = [entry.name, ...(entry.aliases ?? [])];
          const word = words[which % words.length] ?? entry.name;
          const text = `${word.slice(0, blank)} 　${word.slice(blank)}`;
          const match = matchCode(table, text);
          return match.kind === 'found' && match.key === entry.key && match.sure;
        },
      ),
    );
  });
  test('education and occupation bands', () => {
    expect(isCollegeOrAbove('provincial_college')).toBe(true);
    expect(isCollegeOrAbove('secondary_technical')).toBe(false);
    expect(occupationOf('retired')).toBe('retired');
    expect(occupationOf('nothing')).toBeNull();
  });
});
