import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { guessColumns, type RosterField } from './columns.ts';
import { readRow, type CellIn, type RowRead } from './row.ts';

const context = { today: plainDate('2026-11-21'), latestBirth: plainDate('2008-11-21') };
const cell = (text: string, numeric = false, lossy = false): CellIn => ({
  text,
  kind: numeric ? 'number' : 'text',
  lossy,
});
const read = (row: Partial<Record<RosterField, string | CellIn>>): RowRead => {
  const fields = Object.keys(row) as RosterField[];
  const cells = fields.map((field) => {
    const value = row[field] ?? '';
    return typeof value === 'string' ? cell(value) : value;
  });
  return readRow(
    cells,
    fields.map((field, index) => ({ index, field })),
    context,
  );
};
const codesOf = (found: RowRead): string[] => found.problems.map((problem) => problem.code);

describe('one row', () => {
  test('a messy row reads clean', () => {
    const found = read({
      seq: '1',
      name: '王　小 明',
      sex: '男',
      idNumber: '',
      ethnic: '汉',
      bornOn: '１９４９．１２',
      education: '大学本科',
      category: '正式',
      joinedOn: '19980701',
      regularisedOn: '1999年7月',
      phone: '138-0000-0000',
      correction: '3个月',
      floating: '无',
      branch: '第一 党支部',
      standing: '27',
    });
    expect(found.problems).toEqual([]);
    expect(found.values).toEqual({
      name: '王小明',
      sex: 'male',
      ethnic: '01',
      bornOn: { day: '1949-12-01', precision: 'month' },
      education: 'university',
      category: 'full',
      joinedOn: { day: '1998-07-01', precision: 'day' },
      regularisedOn: { day: '1999-07-01', precision: 'month' },
      phone: '13800000000',
      correction: 3,
      floating: false,
      words: { branch: '第一 党支部' },
    });
  });
  test('the identity number fills in birth and sex', () => {
    const found = read({ name: '李华', idNumber: '11010519491231002x' });
    expect(found.values).toMatchObject({
      sex: 'female',
      bornOn: { day: '1949-12-31', precision: 'day' },
    });
  });
  test('every bad cell is named, the good ones stay', () => {
    const found = read({
      name: '李华',
      idNumber: cell('110105194912310000', true, true),
      joinedOn: '待查',
      education: '高人',
      phone: '138****0000',
      ethnic: '汉族',
    });
    expect(codesOf(found)).toEqual([
      'members.identity_rounded',
      'members.date_unreadable',
      'members.code_unknown',
      'members.phone_unreadable',
    ]);
    expect(found.problems.find((p) => p.field === 'joinedOn')?.text).toBe('待查');
    expect(found.problems.every((p) => p.severity === 'error')).toBe(true);
    expect(found.values).toMatchObject({ name: '李华', ethnic: '01' });
  });
  test('identity numbers and phones never stand in a problem', () => {
    const found = read({ name: '李华', idNumber: '110105194912310021', phone: '1380000' });
    expect(JSON.stringify(found.problems)).not.toMatch(/1101|1380000/);
  });
  test('cells that contradict each other', () => {
    expect(
      codesOf(read({ name: '李华', sex: '男', idNumber: '11010519491231002X', bornOn: '1950.01' })),
    ).toEqual(['members.birth_differs_from_identity', 'members.sex_differs_from_identity']);
    expect(codesOf(read({ name: '李华', joinedOn: '1998.07', regularisedOn: '1997.07' }))).toEqual([
      'members.regularised_before_joined',
    ]);
    expect(codesOf(read({ name: '李华', joinedOn: '1998.07', regularisedOn: '1998.07' }))).toEqual(
      [],
    );
    expect(codesOf(read({ name: '李华', category: '预备党员', regularisedOn: '1999.07' }))).toEqual(
      ['members.probationary_with_regularisation'],
    );
  });
  test('a day of birth must leave time to grow up, a day of joining must have come', () => {
    expect(codesOf(read({ name: '李华', bornOn: '2010-01-01' }))).toEqual([
      'members.date_after_latest',
    ]);
    expect(codesOf(read({ name: '李华', joinedOn: '2026-11-20' }))).toEqual([]);
    expect(codesOf(read({ name: '李华', joinedOn: '2026-11-22' }))).toEqual([
      'members.date_after_latest',
    ]);
  });
  test('columns without a field and cells beyond the row are passed over', () => {
    const columns = [
      { index: 0, field: 'name' },
      { index: 1, field: null },
      { index: 9, field: 'sex' },
    ] as const;
    const found = readRow([cell('李华'), cell('A型')], columns, context);
    expect(found).toEqual({ values: { name: '李华', words: {} }, problems: [] });
  });
  test('no name is an error, an unusual one a warning', () => {
    expect(codesOf(read({ sex: '男' }))).toEqual(['members.name_missing']);
    expect(codesOf(read({ name: '王小明(已调离)' }))).toEqual(['members.name_unusual']);
    expect(codesOf(read({ name: '买买提•艾力' }))).toEqual([]);
  });
  test('loose codes are warnings', () => {
    const found = read({ name: '李华', education: '河北大学本科毕业' });
    expect(found.values.education).toBe('university');
    expect(found.problems).toMatchObject([{ severity: 'warning', code: 'members.code_unsure' }]);
  });
  test('property: blank cells give no values and no problems but the missing name', () => {
    const headers = ['姓名', '性别', '出生日期', '学历', '手机号码', '入党日期', '民族'];
    const blanks = fc.constantFrom('', ' ', '　', '—', '/', '无', '-');
    fc.assert(
      fc.property(fc.array(blanks, { minLength: 7, maxLength: 7 }), (texts) => {
        const found = readRow(
          texts.map((text) => cell(text)),
          guessColumns(headers, []),
          context,
        );
        return (
          Object.keys(found.values).length === 1 &&
          found.problems.length === 1 &&
          found.problems[0]?.code === 'members.name_missing'
        );
      }),
    );
  });
});
