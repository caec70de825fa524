import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  guessColumns,
  guessField,
  guessFromCells,
  ROSTER_FIELDS,
  type RosterField,
} from './columns.ts';
import { findHeader, joinHeaders, rowKind } from './table.ts';

const NATIONAL =
  '序号 姓名 性别 公民身份号码 民族 出生日期 学历 人员类别 学位 所在党支部 手机号码 入党日期 转正日期 党龄 党龄校正值（月） 新社会阶层类型 工作岗位 从事专业技术职务 是否农民工 现居住地 户籍所在地 是否失联党员 是否流动党员 入党类型 转正情况 入党时所在支部 延长预备期时间'.split(
    ' ',
  );

describe('headers to fields', () => {
  test('every column of the national export, each its own field', () => {
    const fields = guessColumns(NATIONAL, []).map((guess) => guess.field);
    expect(fields).toEqual([
      'seq',
      'name',
      'sex',
      'idNumber',
      'ethnic',
      'bornOn',
      'education',
      'category',
      'degree',
      'branch',
      'phone',
      'joinedOn',
      'regularisedOn',
      'standing',
      'correction',
      'stratum',
      'work',
      'title',
      'migrant',
      'address',
      'household',
      'lost',
      'floating',
      'joinType',
      'regularisation',
      'joinedBranch',
      'extension',
    ]);
  });
  test.each([
    ['姓 名', 'name'],
    ['出生\n年月', 'bornOn'],
    ['身份证号码\n（18位）', 'idNumber'],
    ['入党时间（年月日）', 'joinedOn'],
    ['* 联系电话', 'phone'],
    ['转正时间：', 'regularisedOn'],
    ['现工作单位及职务', 'job'],
    ['党员所在党支部全称', 'branch'],
    ['第一学历', 'education'],
  ] as const)('%j → %s', (header, field) => expect(guessField(header).field).toBe(field));
  test('an unknown header is left out', () => {
    const [guess] = guessColumns(['血型'], [['A'], ['B']]);
    expect(guess).toMatchObject({ field: null, confidence: 0 });
  });
  test('cells speak where the header does not', () => {
    expect(guessFromCells(['11010519491231002X', '１３０１２３１９８００１０１００１８'])).toBe(
      'idNumber',
    );
    expect(guessFromCells(['男', '女', '男'])).toBe('sex');
    expect(guessFromCells(['男'])).toBeNull();
    expect(guessFromCells(['男', '女', '男', '女', '？'])).toBe('sex');
    expect(guessFromCells(['男', '女', '男', '？'])).toBeNull();
    const columns = guessColumns(
      ['姓名', 'A', '列3'],
      [
        ['甲', '13800000000', '女'],
        ['乙', '13900000000', '男'],
      ],
    );
    expect(columns.map((column) => column.field)).toEqual(['name', 'phone', 'sex']);
  });
  test('one field, one column: the surer one', () => {
    expect(guessColumns(['联系电话', '手机号码', '家庭电话'], []).map((c) => c.field)).toEqual([
      'phone',
      null,
      null,
    ]);
  });
  test('property: columns in any order, with blanks and notes, give the same fields', () => {
    const all = Object.entries(ROSTER_FIELDS) as [RosterField, readonly string[]][];
    const picks = fc.shuffledSubarray(all, { minLength: 1 });
    fc.assert(
      fc.property(
        picks,
        fc.nat(9),
        fc.constantFrom('', ' ', '\n', '　'),
        fc.constantFrom('', '（必填）', '*'),
        (list, n, gap, note) => {
          const headers = list.map(([, words]) => {
            const word = words[n % words.length] ?? words[0] ?? '';
            return word.slice(0, 1) + gap + word.slice(1) + note;
          });
          const fields = guessColumns(headers, []).map((guess) => guess.field);
          return fields.every((field, i) => field === list[i]?.[0]);
        },
      ),
    );
  });
});

describe('header row', () => {
  test('below titles, with a note row between', () => {
    const rows = [
      ['某某支部党员花名册'],
      ['填报单位：某支部', '', '2026年5月'],
      ['序号', '姓名', '性别', '入党时间'],
      ['1', '甲', '男', '1998.07'],
    ];
    expect(findHeader(rows)).toMatchObject({ first: 2, dataFrom: 3 });
  });
  test('two rows, merged with and without repeats', () => {
    const lower = ['', '', '时间', '转正时间', '号码'];
    expect(joinHeaders(['序号', '姓名', '入党', '', '身份证'], lower)).toEqual([
      '序号',
      '姓名',
      '入党时间',
      '转正时间',
      '身份证号码',
    ]);
    const repeated = findHeader([
      ['党员花名册', '党员花名册', '党员花名册'],
      ['姓名', '党内时间', '党内时间'],
      ['姓名', '入党时间', '转正时间'],
      ['甲', '1998.07', '1999.07'],
    ]);
    expect(repeated).toMatchObject({ headers: ['姓名', '入党时间', '转正时间'], dataFrom: 3 });
  });
  test('a row of people is not taken into the header', () => {
    expect(
      findHeader([
        ['姓名', '性别', '民族'],
        ['甲', '男', '汉族'],
      ]),
    ).toMatchObject({ dataFrom: 1 });
  });
  test('a merged upper cell without its repeats is carried on, to its end only', () => {
    const upper = ['姓名', '家庭', '', '', '民族'];
    expect(joinHeaders(upper, ['', '人口', '住房', '', ''])).toEqual([
      '姓名',
      '家庭人口',
      '家庭住房',
      '',
      '民族',
    ]);
    expect(joinHeaders(['家庭', '', ''], ['人口', '', '说法'])).toEqual(['家庭人口', '', '说法']);
  });
  test('no header, no guess', () => {
    expect(findHeader([['性别', '民族', '学历']])).toBeNull();
    expect(findHeader([['姓名', '血型']])).toBeNull();
    expect(
      findHeader([
        ['甲', '男'],
        ['乙', '女'],
      ]),
    ).toBeNull();
    expect(findHeader([])).toBeNull();
  });
});

describe('rows below', () => {
  const headers = ['序号', '姓名', '性别'];
  test.each([
    [['1', '甲', '男'], 'data'],
    [['', ' ', ''], 'blank'],
    [['合计', '35人', ''], 'total'],
    [['', '总计', '35'], 'total'],
    [['共35人'], 'total'],
    [['', '填表人：张三', ''], 'footer'],
    [['备注：以上人员'], 'footer'],
    [['序号', '姓名', '性别'], 'header_again'],
    [['2', '姓名', '女'], 'data'],
    [['36', '总一鸣', '男'], 'data'],
    [['', '合欢', '女'], 'data'],
  ] as const)('%j is %s', (row, kind) => expect(rowKind(row, headers)).toBe(kind));
});
