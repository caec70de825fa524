import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import {
  emptyRow,
  headingsOf,
  paste,
  readKind,
  readNames,
  readRow,
  readTable,
  type LateCells,
} from './late-text.ts';

const today = plainDate('2026-11-21');
const KINDS = [
  { kind: 'members_meeting', name: '支部党员大会' },
  { kind: 'committee_meeting', name: '支部委员会会议' },
  { kind: 'theme_day', name: '主题党日' },
  { kind: 'party_class', name: '党课' },
  { kind: 'group_meeting', name: '党小组会' },
];
const cells = (part: Partial<LateCells>): LateCells => ({ ...emptyRow(), ...part });

describe('a table from a spreadsheet', () => {
  test('tabs, line ends, quoted cells with breaks and quotes in them', () => {
    expect(readTable('a\tb\r\n"c\nd"\t"e""f"\n\n')).toEqual([
      ['a', 'b'],
      ['c d', 'e"f'],
    ]);
  });

  test('plain cells come back as they were', () => {
    const cell = fc.string().map((text) => text.replaceAll(/["\s]/g, '') || 'x');
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (table) => {
        expect(readTable(table.map((row) => row.join('\t')).join('\n'))).toEqual(table);
      }),
    );
  });

  test('headings decide the columns, unknown ones are left out', () => {
    expect(headingsOf(['序号', '会议时间', '会议类型', '主 题'])).toEqual([
      null,
      null,
      'kind',
      'topic',
    ]);
    const rows = paste([emptyRow()], { row: 0, column: 'on' }, [
      ['序号', '种类', '日期'],
      ['1', '党课', '2026-3-1'],
      ['2', '主题党日', '2026-3-5'],
    ]);
    expect(rows.map((row) => [row.on, row.kind])).toEqual([
      ['2026-3-1', '党课'],
      ['2026-3-5', '主题党日'],
    ]);
  });

  test('without headings cells follow the order on screen', () => {
    const [row] = paste([cells({ on: '2026-3-1' })], { row: 0, column: 'kind' }, [
      ['党课', '学习'],
    ]);
    expect(row).toMatchObject({ on: '2026-3-1', kind: '党课', topic: '学习' });
  });
});

test.each([
  ['支部党员大会', 'members_meeting'],
  ['党员大会', 'members_meeting'],
  ['支委会', 'committee_meeting'],
  [' 党 课 ', 'party_class'],
  ['主题党日活动', 'theme_day'],
  ['党', null],
  ['茶话会', null],
  ['', null],
])('“%s” is %s', (text, kind) => expect(readKind(text, KINDS)).toBe(kind));

test('names with reasons in brackets', () => {
  expect(readNames('张三（出差、开会），李四 王五(病假)')).toEqual([
    { name: '张三', reason: '出差、开会' },
    { name: '李四', reason: '' },
    { name: '王五', reason: '病假' },
  ]);
  expect(readNames('无')).toEqual([]);
});

describe('one line', () => {
  test('with names', () => {
    const read = readRow(
      cells({
        on: '2026.3.1',
        kind: '党员大会',
        topic: '1.学习；2.讨论',
        leave: '张三（出差）',
        absent: '李四',
        times: '14:30-16:00',
      }),
      KINDS,
      today,
    );
    expect(read).toMatchObject({
      ok: true,
      row: {
        heldOn: '2026-03-01',
        kind: 'members_meeting',
        items: ['学习', '讨论'],
        startsAt: '14:30',
        endsAt: '16:00',
        away: [
          { name: '张三', state: 'leave', reason: '出差' },
          { name: '李四', state: 'absent', reason: '' },
        ],
        totals: null,
      },
    });
  });

  test('people of that time without a file here are 已转出, there or away', () => {
    const line = { on: '2026-3-1', kind: '党课', absent: '李四（已转出）', former: '孙七' };
    expect(
      readRow(cells({ ...line, leave: '张三（出差）、赵六（已转出）' }), KINDS, today),
    ).toMatchObject({
      row: {
        away: [{ name: '张三', state: 'leave', reason: '出差' }],
        former: [
          { name: '孙七', state: 'present' },
          { name: '赵六', state: 'leave' },
          { name: '李四', state: 'absent' },
        ],
      },
    });
  });

  test('a group meeting names its group, in brackets or in its column; one group needs no name', () => {
    const groups = [
      { groupId: 'a', name: '第一党小组' },
      { groupId: 'b', name: '第二党小组' },
    ];
    const of = (part: Partial<LateCells>, known = groups) => {
      const read = readRow(cells({ on: '2026-3-1', ...part }), KINDS, today, known);
      return read.ok ? read.row.groupId : read.problems[0]?.column;
    };
    expect(of({ kind: '党小组会（第二党小组）' })).toBe('b');
    expect(of({ kind: '小组会', group: '第一' })).toBe('a');
    expect(of({ kind: '小组会' })).toBe('kind');
    expect(of({ kind: '小组会' }, groups.slice(0, 1))).toBe('a');
    expect(of({ kind: '党课', group: '第一' })).toBeNull();
  });

  test('every cell that cannot be read is named', () => {
    const read = readRow(cells({ on: '三月', kind: '茶话会', times: '下午' }), KINDS, today);
    expect(read.ok ? [] : read.problems.map((one) => one.column)).toEqual(['on', 'kind', 'times']);
  });

  test('a month without a day is no day', () => {
    expect(readRow(cells({ on: '2026.3', kind: '党课' }), KINDS, today).ok).toBe(false);
  });

  test('totals alone need the scan', () => {
    const line = { on: '2026-3-1', kind: '党课', entitled: '20', present: '18人' };
    const without = readRow(cells(line), KINDS, today);
    expect(without.ok ? [] : without.problems.map((one) => one.text)).toEqual([
      '只填人数的，要附纸质记录的扫描件',
    ]);
    expect(readRow(cells({ ...line, fileId: 'f' }), KINDS, today)).toMatchObject({
      ok: true,
      row: { totals: { entitled: 20, present: 18, fileId: 'f' } },
    });
  });
});
