import { expect, test } from 'vitest';
import { HOLIDAYS } from './holidays.ts';
import { parseHolidayFile } from './holiday-file.ts';
import { plainDate } from './plain-date.ts';
import { isWorkday, workCalendar } from './work-days.ts';

/** The shipped table of a year, written as a file. */
function fileOf(year: number): string {
  const table = HOLIDAYS[year];
  const lines = (list: string, kind: string): string[] =>
    list.split(' ').map((one) => `${year}-${one.slice(0, 2)}-${one.slice(2)},${kind},国办通知`);
  return [
    '日期,休/班,来源文件',
    ...lines(table?.rest ?? '', '休'),
    ...lines(table?.work ?? '', '班'),
  ].join('\r\n');
}
const problems = (text: string): string[] =>
  parseHolidayFile(text).problems.map((one) => `${one.line ?? '-'} ${one.text}`);

test('every shipped year, written as a file, is read as it is', () => {
  for (const [year, table] of Object.entries(HOLIDAYS)) {
    const found = parseHolidayFile(fileOf(Number(year)));
    expect(found.problems, year).toEqual([]);
    expect(found.years).toEqual([{ year: Number(year), ...table, source: '国办通知' }]);
  }
});

test('a year read from a file is no longer provisional', () => {
  const text = fileOf(2026).replaceAll('2026-', '2032-');
  const { years } = parseHolidayFile(text.replaceAll(/^.*班.*$/gmu, ''));
  const calendar = workCalendar(Object.fromEntries(years.map((one) => [one.year, one])));
  expect(calendar.years.has(2032)).toBe(true);
  expect(isWorkday(calendar, plainDate('2032-01-01'))).toBe(false);
});

test('what is wrong is told with its line', () => {
  const good = fileOf(2026);
  expect(problems('')).toEqual(['- 没有读到任何日期']);
  expect(problems(`${good}\n2026-02-30,休,通知`)).toEqual([
    '27 “2026-02-30”不是有效日期，应如 2027-01-01',
  ]);
  expect(problems(`${good}\n2026-03-02,放假,通知`)).toEqual(['27 “放假”应为“休”或“班”']);
  expect(problems(`${good}\n2026/03/02,休,`)).toEqual(['27 2026/03/02没有写来源文件']);
  expect(problems(`${good}\n2026-03-02,班,通知`)).toEqual([
    '27 2026-03-02不是星期六、星期日，不用写“班”',
  ]);
  expect(problems(`${good}\n2026-10-01,休,通知`)[0]).toMatch(/^27 2026-10-01在第\d+行已经写过$/u);
  expect(problems(good.replace(/^2026-10-01.*\r\n/mu, ''))).toEqual([
    '- 2026年10月1日（国庆节）没有写“休”',
  ]);
  expect(problems('2026-01-01,休,通知\n2026-05-01,休,通知\n2026-10-01,休,通知')).toEqual([
    '- 2026年只有3个工作日放假，可能不全',
  ]);
});
