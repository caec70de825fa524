import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanJpeg } from './jpeg.ts';
import { orientationOf, orientationOnly } from './orientation.ts';
import { cleanPng } from './png.ts';
import { Refused } from './refusals.ts';
import { dressedJpeg, dressedPng, exif, plainJpeg, plainPng, pngChunk } from './test-pictures.ts';

const traces = /SECRET|30\.123456|GPS|http|Photoshop|ftyp/;
const exifOf = (jpeg: Buffer) => jpeg.subarray(jpeg.indexOf('Exif\0\0') + 6);

describe('a JPEG', () => {
  test('loses place, maker, comment, preview and what hangs behind it', () => {
    const cleaned = cleanJpeg(dressedJpeg(1));
    expect(dressedJpeg(1).toString('latin1')).toMatch(traces);
    expect(cleaned.toString('latin1')).not.toMatch(traces);
    expect(cleaned.includes('Exif')).toBe(false);
  });

  test('keeps every byte that draws it: the same picture from two senders becomes one', () => {
    expect(cleanJpeg(dressedJpeg(1)).equals(cleanJpeg(plainJpeg()))).toBe(true);
    const drawing = plainJpeg().subarray(plainJpeg().indexOf(Buffer.from([0xff, 0xdb])));
    expect(cleanJpeg(dressedJpeg(6)).includes(drawing)).toBe(true);
  });

  test.each([2, 3, 6, 8])(
    'keeps how it is to be turned (%i), in either byte order',
    (orientation) => {
      for (const little of [true, false]) {
        const cleaned = cleanJpeg(dressedJpeg(orientation, little));
        expect(orientationOf(exifOf(cleaned))).toBe(orientation);
        expect(cleaned.toString('latin1')).not.toMatch(traces);
      }
    },
  );

  test('cleaning twice changes nothing more', () => {
    const once = cleanJpeg(dressedJpeg(6));
    expect(cleanJpeg(once).equals(once)).toBe(true);
  });

  test('cut anywhere it is damaged', () => {
    const whole = plainJpeg();
    for (let length = 2; length < whole.length - 1; length += 1) {
      expect(() => cleanJpeg(whole.subarray(0, length))).toThrow(Refused);
    }
  });

  test('whatever bytes change, it is cleaned or refused', () => {
    const good = dressedJpeg();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1 }),
        (changes) => {
          const bad = Buffer.from(good);
          for (const [at, byte] of changes) bad[at] = byte;
          try {
            expect(cleanJpeg(bad).length).toBeLessThanOrEqual(bad.length + 64);
          } catch (error) {
            expect(error).toBeInstanceOf(Refused);
          }
        },
      ),
    );
  });
});

describe('a PNG', () => {
  test('loses text, time and what hangs behind it, keeps the picture', () => {
    expect(cleanPng(dressedPng(1)).equals(plainPng())).toBe(true);
    const turned = cleanPng(dressedPng(6));
    expect(turned.toString('latin1')).not.toMatch(traces);
    expect(orientationOf(turned.subarray(turned.indexOf('eXIf') + 4))).toBe(6);
    expect(cleanPng(turned).equals(turned)).toBe(true);
  });

  test('cut anywhere, or with a wrong check sum, or without a picture, it is damaged', () => {
    const whole = plainPng();
    for (let length = 8; length < whole.length; length += 1) {
      expect(() => cleanPng(whole.subarray(0, length))).toThrow(Refused);
    }
    for (let at = 12; at < whole.length; at += 1) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => cleanPng(changed)).toThrow(Refused);
    }
    const empty = Buffer.concat([whole.subarray(0, 33), pngChunk('IEND', Buffer.alloc(0))]);
    expect(() => cleanPng(empty)).toThrow(Refused);
  });
});

describe('orientation', () => {
  test('what is written is read', () => {
    for (let value = 2; value <= 8; value += 1)
      expect(orientationOf(orientationOnly(value))).toBe(value);
    expect(orientationOf(exif(1, true))).toBeNull();
    expect(orientationOf(exif(9, true))).toBeNull();
  });

  test('any bytes are read without harm', () => {
    fc.assert(
      fc.property(fc.constantFrom('II', 'MM'), fc.uint8Array({ maxLength: 60 }), (order, rest) => {
        const value = orientationOf(Buffer.concat([Buffer.from(order), rest]));
        expect(value === null || (value >= 2 && value <= 8)).toBe(true);
      }),
    );
  });
});
