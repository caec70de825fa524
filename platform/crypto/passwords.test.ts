import { describe, expect, test } from 'vitest';
import { hashPassword, hashToken, newToken, verifyPassword } from './index.ts';

describe('passwords', () => {
  test('the right one passes, others do not', async () => {
    const stored = await hashPassword('正确的密码 1');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword('正确的密码 1', stored)).toBe(true);
    expect(await verifyPassword('正确的密码 １', stored)).toBe(true);
    expect(await verifyPassword('正确的密码 2', stored)).toBe(false);
    expect(await verifyPassword('', stored)).toBe(false);
  });

  test('the same password is stored differently each time', async () => {
    expect(await hashPassword('a')).not.toBe(await hashPassword('a'));
  });

  test('an unknown account never passes', async () => {
    expect(await verifyPassword('', null)).toBe(false);
  });

  test('a value hashed at another cost is still understood (RFC 9106 form, argon2 reference tool)', async () => {
    const reference =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await verifyPassword('password', reference)).toBe(true);
    expect(await verifyPassword('Password', reference)).toBe(false);
  });

  test('a stored value of another form is a surprise', async () => {
    await expect(verifyPassword('a', 'md5:abc')).rejects.toThrow(/form/);
  });
});

describe('tokens', () => {
  test('are 256 bits, differ, and only their hash is stable', () => {
    const many = new Set(Array.from({ length: 1000 }, newToken));
    expect(many.size).toBe(1000);
    for (const token of many) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(hashToken('a')).toBe('ypeBEsobvcr6wjGzmiPcTaeG7_gUfE5yuYB3ha_uSLs');
  });
});
