import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { lint, lintLine, lintWords } from './lint.ts';

/** Check character of GB 11643. */
function identity(birth: string, order: number): string {
  const body = `110101${birth}${String(order).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return `${body}${'10X98765432'[sum % 11] ?? ''}`;
}
function card(body: string): string {
  for (let check = 0; check < 10; check += 1) {
    const digits = `${body}${check}`;
    let sum = 0;
    for (let at = 0; at < digits.length; at += 1) {
      const value = Number(digits[digits.length - 1 - at]) * (at % 2 === 0 ? 1 : 2);
      sum += value > 9 ? value - 9 : value;
    }
    if (sum % 10 === 0) return digits;
  }
  throw new Error('no check digit');
}
const sorts = (text: string): string[] => lintLine(text).map((one) => one.sort);

describe('what may not go out', () => {
  test.each([
    ['identity', `张三，身份证号${identity('19800504', 12)}`],
    ['identity', `号码 110101 19800504 0127 请核对`],
    ['identity', '证件号１１０１０１１９８００５０４０１２Ｘ'],
    ['identity', '旧证 110101800504012'],
    ['phone', '联系人王建国13800001234'],
    ['phone', '电话：138-0000-1234'],
    ['phone', '手机+8613900001234'],
    ['bank', `发至 ${card('622848001234567890').replace(/(.{4})/g, '$1 ')}`],
    ['bank', `账户${card('621700123456789012')}`],
    ['birthday', '李秀英，1980年5月4日出生'],
    ['birthday', '出生日期：1980-05-04'],
    ['birthday', '生于1980.5.4'],
    ['hardship', '王建国同志患有肝癌，经研究慰问500元'],
    ['hardship', '张某因病致贫，申请救助'],
    ['hardship', '户主赵敏，二级肢体残疾'],
    ['hardship', '刘洋同志家庭生活困难'],
  ])('%s: %s', (sort, text) => {
    expect(sorts(text)).toContain(sort);
  });

  it('looks into tables, a row together with its head', () => {
    const table = {
      kind: 'table' as const,
      title: '救助发放表',
      header: ['姓名', '原因', '金额'],
      rows: [['周涛', '肢体残疾', '300']],
      totals: [],
    };
    expect(lint({ title: '救助', blocks: [table] }).map((one) => one.sort)).toEqual(['hardship']);
    const plain = { ...table, rows: [['周涛', '临时救助', '300']] };
    expect(lint({ title: '救助', blocks: [plain] })).toEqual([]);
    const beside = { ...table, header: ['序号', '电话'], rows: [['300', '13800001234']] };
    expect(lint({ title: '', blocks: [beside] }).map((one) => one.sort)).toEqual(['phone']);
    const figures = { ...table, header: ['一月', '二月'], rows: [['13800', '001234']] };
    expect(lint({ title: '', blocks: [figures] })).toEqual([]);
  });

  it('knows names it was given', () => {
    expect(lintLine('周涛，生活困难')).toEqual([]);
    expect(lintLine('周涛，生活困难', { names: ['周涛'] })).toHaveLength(1);
  });

  it('never tells the whole number', () => {
    const number = identity('19800504', 12);
    const said = lintWords(lintLine(`身份证${number}、手机13800001234`));
    expect(said).toContain('身份证号');
    expect(said).not.toContain(number);
    expect(said).not.toContain('13800001234');
  });

  it('finds every identity number wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1921, max: 2010 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.nat(999),
        fc.constantFrom('', '：', '（', '号', ' '),
        (year, month, day, order, before) => {
          const two = (n: number): string => String(n).padStart(2, '0');
          const number = identity(`${year}${two(month)}${two(day)}`, order);
          expect(sorts(`村民${before}${number}，已核对`)).toContain('identity');
        },
      ),
    );
  });
});

describe('what may go out', () => {
  test.each([
    '根据云委组〔2026〕12号文件，决定自2026年5月11日起执行',
    '合同编号202611220000123456，项目编码2026-330100-48-01-123456',
    '统一社会信用代码91330100MA27XYZ123',
    '村集体收入13800001234元',
    '值班电话0571-87654321，监督电话12345',
    '1980年5月4日生产队旧址整修',
    '走访慰问困难党员3名、残疾人联合会联络员1名',
    '帮扶困难群众，发放慰问金2000元',
    '王建国同志于2026年5月4日被确定为发展对象，1980年5月生',
    '会议应到30人，实到28人，同意27票',
    '身份证号1101**********0127（已隐去）',
    '发放临时救助金，共12户，合计6000元',
    '防汛物资 6 级储备 2026-11-22 盘点',
  ])('%s', (text) => {
    expect(lintLine(text)).toEqual([]);
  });

  it('a duty number where the sheet is about duty', () => {
    const text = '值班电话：13800001234（王建国）';
    expect(lintLine(text)).toHaveLength(1);
    expect(lintLine(text, { dutyPhones: true })).toEqual([]);
    expect(lintLine('王建国 13800001234', { dutyPhones: true })).toHaveLength(1);
  });

  it('numbers of documents and days, however they are put together', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2099 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, number, month, day) => {
          const text = `云委发〔${year}〕${number}号，${year}年${month}月${day}日印发，共${number}份`;
          expect(lintLine(text)).toEqual([]);
        },
      ),
    );
  });
});
