import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeId } from '#kernel/ids';
import { paperCode, readPaperCode } from './paper-code.ts';

test('property: a code read back from paper means its own id', () => {
  const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(bytes, fc.integer({ min: 0, max: 4_000_000_000_000 }), (random, at) => {
      const id = makeId<'Sitting'>(at, () => Uint8Array.from(random));
      const read = readPaperCode(` ${paperCode(id).toLowerCase()}　`);
      return read !== null && read.from <= id && id <= read.to && id.endsWith(read.end);
    }),
  );
});

test('a code has four groups; other words are none', () => {
  expect(paperCode('0192f3a4-5b6c-7d8e-9f01-23456789abcd')).toBe('0192-F3A4-5B6C-ABCD');
  expect(readPaperCode('0192-F3A4')).toBeNull();
  expect(readPaperCode('会议记录第三号xxxxxxxxxx')).toBeNull();
});
