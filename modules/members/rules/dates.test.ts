import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import { agrees, parseLooseDate, type LooseDate } from './dates.ts';

const latest = plainDate('2026-11-21');
const read = (text: string, numeric = false): LooseDate | null =>
  unwrap(parseLooseDate(text, { latest, numeric }));
const codeOf = (text: string, numeric = false): string | null => {
  const found = parseLooseDate(text, { latest, numeric });
  return found.ok ? null : found.refusal.code;
};

describe('dates of a roster', () => {
  test.each([
    ['1998.07', '1998-07-01', 'month'],
    ['1998.7', '1998-07-01', 'month'],
    ['19980701', '1998-07-01', 'day'],
    ['199807', '1998-07-01', 'month'],
    ['1998年7月1日', '1998-07-01', 'day'],
    ['1998年7月', '1998-07-01', 'month'],
    ['1998年07月份', '1998-07-01', 'month'],
    ['1998年', '1998-01-01', 'year'],
    ['1998', '1998-01-01', 'year'],
    ['1998/7/1', '1998-07-01', 'day'],
    ['1998-7-1', '1998-07-01', 'day'],
    ['1998.7.1', '1998-07-01', 'day'],
    ['1998.07.01.', '1998-07-01', 'day'],
    ['98.7', '1998-07-01', 'month'],
    ['98年7月1日', '1998-07-01', 'day'],
    ['980701', '1998-07-01', 'day'],
    ['05.3', '2005-03-01', 'month'],
    ['１９９８．０７', '1998-07-01', 'month'],
    ['１９９８年７月１日', '1998-07-01', 'day'],
    ['1998-07-01 00:00:00', '1998-07-01', 'day'],
    ['1998-07-01 09:30', '1998-07-01', 'day'],
    ['1998。07。01', '1998-07-01', 'day'],
    ['1998 年 7 月 1 日', '1998-07-01', 'day'],
    ['一九九八年七月一日', '1998-07-01', 'day'],
    ['一九八〇年十月二十一日', '1980-10-21', 'day'],
    ['35977', '1998-07-01', 'day'],
    ['19980700', '1998-07-01', 'month'],
    ['19980000', '1998-01-01', 'year'],
    ["'1998-07-01", '1998-07-01', 'day'],
  ])('%s → %s (%s)', (text, day, precision) => expect(read(text)).toEqual({ day, precision }));

  test.each(['', ' ', '无', '—', '-', '/', '不详'])('%j is blank', (text) =>
    expect(read(text)).toBeNull(),
  );

  test.each([
    ['大约九八年', 'members.date_unreadable'],
    ['1998.07转正', 'members.date_unreadable'],
    ['1998.13', 'members.date_impossible'],
    ['1998-02-29', 'members.date_impossible'],
    ['19981301', 'members.date_impossible'],
    ['7/1/98', 'members.date_ambiguous'],
    ['07/01/1998', 'members.date_ambiguous'],
    ['2027.01', 'members.date_after_latest'],
    ['123', 'members.date_unreadable'],
    ['18980701', 'members.date_impossible'],
  ])('%s is refused: %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
    expect(parseLooseDate(text, { latest })).toMatchObject({ refusal: { params: { text } } });
  });

  test('a number cell 1998.1 may be October', () => {
    expect(codeOf('1998.1', true)).toBe('members.date_ambiguous');
    expect(read('1998.1')).toEqual({ day: '1998-01-01', precision: 'month' });
    expect(read('1998.11', true)).toEqual({ day: '1998-11-01', precision: 'month' });
  });
  test('two digits: the latest year that can be', () => {
    expect(unwrap(parseLooseDate('26.7', { latest }))?.day).toBe('2026-07-01');
    expect(unwrap(parseLooseDate('26.7', { latest: plainDate('2008-11-21') }))?.day).toBe(
      '1926-07-01',
    );
  });

  const days = fc.integer({ min: 0, max: 42_000 }).map((n) => addDays(plainDate('1910-01-02'), n));
  const styles: ((day: PlainDate) => string)[] = [
    (day) => day,
    (day) => day.replaceAll('-', ''),
    (day) => day.replaceAll('-', '.'),
    (day) => day.replace(/-0?(\d+)-0?(\d+)/, '/$1/$2'),
    (day) => day.replace(/-0?(\d+)-0?(\d+)/, '年$1月$2日'),
    (day) => ` ${day} 00:00:00`,
    (day) => day.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    (day) => String(Math.round(Date.parse(day) / 86_400_000) + 25_569),
  ];
  test('property: every day in every style is itself', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...styles), (day, style) => {
        const found = parseLooseDate(style(day), { latest: plainDate('2199-12-31') });
        return found.ok && found.value?.day === day && found.value.precision === 'day';
      }),
    );
  });
  test('property: never throws, and a result is a real day not after the latest', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[0-9./年月日 -]{0,12}$/)),
        fc.boolean(),
        (text, numeric) => {
          const found = parseLooseDate(text, { latest, numeric });
          return !found.ok || found.value === null || plainDate(found.value.day) <= latest;
        },
      ),
    );
  });
});

test('agreement goes as far as the less precise one', () => {
  const d = (day: string, precision: LooseDate['precision']): LooseDate => ({
    day: plainDate(day),
    precision,
  });
  expect(agrees(d('1998-07-01', 'month'), d('1998-07-15', 'day'))).toBe(true);
  expect(agrees(d('1998-07-01', 'day'), d('1998-07-15', 'day'))).toBe(false);
  expect(agrees(d('1998-01-01', 'year'), d('1998-07-15', 'day'))).toBe(true);
});
