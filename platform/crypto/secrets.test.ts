import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BrokenSecret, keyIdOf, masterKeyOf, randomMasterKey, secrets } from './index.ts';

const key = masterKeyOf(Buffer.alloc(32, 7));
const box = secrets(key);

describe('secrets', () => {
  test('what was encrypted comes back, for any text and bytes', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.string({ unit: 'grapheme' }),
        fc.uint8Array(),
        (tenant, text, bytes) => {
          expect(box.decrypt(tenant, box.encrypt(tenant, text))).toBe(text);
          expect([...box.decryptBytes(tenant, box.encryptBytes(tenant, bytes))]).toEqual([
            ...bytes,
          ]);
        },
      ),
    );
  });

  test('the same number looks different each time and names algorithm and key', () => {
    const one = box.encrypt('t', '11010519491231002X');
    expect(one).not.toBe(box.encrypt('t', '11010519491231002X'));
    expect(one.startsWith(`1.${keyIdOf(key)}.`)).toBe(true);
    expect(one).not.toContain('1949');
  });

  test('any flipped bit is noticed', () => {
    const sealed = box.encryptBytes('t', Buffer.from('13800000000'));
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const changed = Buffer.from(sealed);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(() => box.decryptBytes('t', changed)).toThrow(BrokenSecret);
      }),
    );
  });

  test('cut values, other tenants, other keys and plain text are refused', () => {
    const value = box.encrypt('t', 'secret');
    const sealed = box.encryptBytes('t', Buffer.from('secret'));
    for (let end = 0; end < sealed.length; end += 1) {
      expect(() => box.decryptBytes('t', sealed.subarray(0, end))).toThrow(BrokenSecret);
    }
    expect(() => box.decrypt('u', value)).toThrow(BrokenSecret);
    expect(() => secrets(randomMasterKey()).decrypt('t', value)).toThrow(BrokenSecret);
    expect(() => box.decrypt('t', 'secret')).toThrow(BrokenSecret);
    expect(() => box.decrypt('t', '')).toThrow(BrokenSecret);
  });

  test('a retired key still reads and no longer writes', () => {
    const next = randomMasterKey();
    const rotated = secrets(next, [key]);
    expect(rotated.decrypt('t', box.encrypt('t', 'old'))).toBe('old');
    expect(rotated.encrypt('t', 'new').startsWith(`1.${keyIdOf(next)}.`)).toBe(true);
  });

  test('keyed hashes are stable and differ by value, purpose, tenant and key', () => {
    const hash = box.keyedHash('t', 'identity', '11010519491231002X');
    expect(box.keyedHash('t', 'identity', '11010519491231002X')).toBe(hash);
    expect(hash).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const others = [
      box.keyedHash('t', 'identity', '110105194912310021'),
      box.keyedHash('t', 'phone', '11010519491231002X'),
      box.keyedHash('u', 'identity', '11010519491231002X'),
      secrets(randomMasterKey()).keyedHash('t', 'identity', '11010519491231002X'),
    ];
    expect(new Set([hash, ...others]).size).toBe(5);
    expect(box.keyedHash('t', 'ab', 'c')).not.toBe(box.keyedHash('t', 'a', 'bc'));
  });
});
