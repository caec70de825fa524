import { describe, expect, test } from 'vitest';
import { money } from '#kernel/money';
import { plainDate } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import { proposalsFor, readStatement, statementDay } from './bank.ts';

const table = (...rows: string[][]) => rows.map((cells, index) => ({ number: index + 1, cells }));
const HEAD = ['交易日期', '收入金额（元）', '支出金额（元）', '对方户名', '摘要'];

describe('a bank statement', () => {
  test.each([
    ['20260305', '2026-03-05'],
    ['2026-3-5 10:11:12', '2026-03-05'],
    ['2026/03/05', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['３月５日', null],
    ['20260230', null],
  ])('day %s', (text, day) => {
    expect(statementDay(text)).toBe(day);
  });

  test('title rows above the header, money going out and totals below it are left out', () => {
    const read = unwrap(
      readStatement(
        table(
          ['某某银行活期明细'],
          HEAD,
          ['20260305', '48.00', '', '张 伟', '3月党费'],
          ['20260306', '', '500.00', '某文具店', '购书'],
          ['', '48.00', '', '', '合计'],
        ),
      ),
    );
    expect(read.skipped).toBe(2);
    expect(read.lines).toMatchObject([
      { row: 3, on: '2026-03-05', amount: 4_800, payer: '张伟', note: '3月党费' },
    ]);
  });

  test('a column of both directions is read by its mark', () => {
    const read = unwrap(
      readStatement(
        table(
          ['记账日期', '借贷标志', '发生额', '付款人'],
          ['2026-03-05', '贷', '1,048.00', '李秀英'],
          ['2026-03-05', '借', '20.00', '手续费'],
        ),
      ),
    );
    expect(read.lines.map((line) => line.amount)).toEqual([104_800]);
  });

  test('equal lines of one file have keys of their own, and the same keys the next time', () => {
    const rows = table(
      HEAD,
      ['20260305', '48.00', '', '张伟', '党费'],
      ['20260305', '48.00', '', '张伟', '党费'],
    );
    const keys = unwrap(readStatement(rows)).lines.map((line) => line.key);
    expect(new Set(keys).size).toBe(2);
    const longer = [...rows, { number: 9, cells: ['20260309', '48.00', '', '刘洋', ''] }];
    expect(
      unwrap(readStatement(longer))
        .lines.map((line) => line.key)
        .slice(0, 2),
    ).toEqual(keys);
  });

  test('refuses a table that tells no day or amount, and one without income', () => {
    expect(readStatement(table(['姓名', '金额']))).toMatchObject({
      refusal: { code: 'dues.bank_columns_unknown' },
    });
    expect(readStatement(table(HEAD))).toMatchObject({
      refusal: { code: 'dues.bank_no_income' },
    });
  });
});

describe('proposals', () => {
  const [line] = unwrap(
    readStatement(table(HEAD, ['20260305', '48.00', '', '张伟', '张伟、刘洋党费'])),
  ).lines;
  if (line === undefined) throw new Error('no line');
  const member = (personId: string, name: string, fen: number) => ({
    personId,
    name,
    open: money(fen),
  });
  const receipt = (on: string, fen = 4_800) => ({
    receiptId: 'r',
    personId: 'p',
    name: '张伟',
    payerName: '',
    on: plainDate(on),
    amount: money(fen),
  });

  test('by exact amount and name; two that fit are both shown', () => {
    const open = [
      member('a', '张伟', 4_800),
      member('b', '刘洋', 4_800),
      member('c', '陈静', 4_800),
    ];
    expect(proposalsFor(line, open, [])).toEqual([
      { kind: 'member', personId: 'a' },
      { kind: 'member', personId: 'b' },
    ]);
    expect(proposalsFor(line, [member('a', '张伟', 4_801)], [])).toEqual([]);
  });

  test('a receipt of the week goes before', () => {
    const open = [member('p', '张伟', 4_800)];
    expect(proposalsFor(line, open, [receipt('2026-03-12')])).toEqual([
      { kind: 'receipt', receiptId: 'r', personId: 'p' },
    ]);
    expect(proposalsFor(line, open, [receipt('2026-03-13')])).toEqual([
      { kind: 'member', personId: 'p' },
    ]);
    expect(proposalsFor(line, [], [receipt('2026-03-05', 4_799)])).toEqual([]);
  });
});
