import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import { checkCharacter, checkIdentity, maskIdentity, tidyPhone } from './identity.ts';

const today = plainDate('2026-11-21');
const codeOf = (text: string): string | null => {
  const found = checkIdentity(text, today);
  return found.ok ? null : found.refusal.code;
};

describe('identity number (GB 11643-1999)', () => {
  test.each([
    ['11010519491231002X', '1949-12-31', 'female', '110105'],
    ['440524188001010014', null, null, null],
    ['４４０５２４１９８００１０１００１３', '1980-01-01', 'male', '440524'],
    [' 110105 19491231 002x', '1949-12-31', 'female', '110105'],
    ["'11010519491231002×", '1949-12-31', 'female', '110105'],
  ])('%s', (text, bornOn, sex, region) => {
    const found = checkIdentity(text, today);
    if (bornOn === null)
      expect(found).toMatchObject({ refusal: { code: 'members.identity_birth' } });
    else expect(unwrap(found)).toMatchObject({ bornOn, sex, region, converted: false });
  });
  test('the check character of both published numbers', () => {
    expect(checkCharacter('11010519491231002')).toBe('X');
    expect(checkCharacter('44052418800101001')).toBe('4');
  });
  test('15 digits become 18', () => {
    expect(unwrap(checkIdentity('110105491231002', today))).toMatchObject({
      number: '11010519491231002X',
      converted: true,
    });
  });
  test('refusals', () => {
    expect(codeOf('110105194912310021')).toBe('members.identity_checksum');
    expect(codeOf('1101051949123100')).toBe('members.identity_length');
    expect(codeOf('110105********002X')).toBe('members.identity_masked');
    expect(codeOf('1.10105194912310E+17')).toBe('members.identity_rounded');
    expect(codeOf('990105194912310028')).toBe('members.identity_region');
    expect(codeOf('11010519490230002X')).toBe('members.identity_birth');
    expect(codeOf('1101051949123A002X')).toBe('members.identity_characters');
    expect(codeOf('')).toBe('members.identity_length');
  });
  test('a birth after the latest day is refused', () => {
    expect(checkIdentity('11010519491231002X', plainDate('1949-12-30')).ok).toBe(false);
  });
  const numbers = fc
    .tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 999 }))
    .map(([n, sequence]) => {
      const born = addDays(plainDate('1915-01-01'), n).replaceAll('-', '');
      const first = `130123${born}${String(sequence).padStart(3, '0')}`;
      return first + checkCharacter(first);
    });
  test('property: any one digit mistyped is found', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (number, at, by) => {
          const wrong =
            number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1);
          return checkIdentity(number, today).ok && !checkIdentity(wrong, today).ok;
        },
      ),
    );
  });
  test('property: two neighbouring digits swapped are found', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 15 }), (number, at) => {
        const [a, b] = [number.charAt(at), number.charAt(at + 1)];
        return (
          a === b || !checkIdentity(number.slice(0, at) + b + a + number.slice(at + 2), today).ok
        );
      }),
    );
  });
  test('masked', () => expect(maskIdentity('11010519491231002X')).toBe('110105********002X'));
});

test('phones', () => {
  expect(tidyPhone('138 0000-0000')).toBe('13800000000');
  expect(tidyPhone('+8613800000000')).toBe('13800000000');
  expect(tidyPhone('0311-86000000')).toBe('031186000000');
  expect(tidyPhone('138****0000')).toBeNull();
  expect(tidyPhone('12345')).toBeNull();
});
