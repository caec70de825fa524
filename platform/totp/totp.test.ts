import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { newTotpSecret, totpSheet, totpStep } from './index.ts';

const NOW = Date.parse('2026-05-11T08:00:00Z');
const codeAt = (secret: string, at: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret), period: 30 }).generate({ timestamp: at });

describe('changing codes', () => {
  const secret = newTotpSecret();

  test('the code of now, one step early and one late are taken, each with its own step', () => {
    const steps = [-30_000, 0, 30_000].map((off) =>
      totpStep(secret, codeAt(secret, NOW + off), NOW),
    );
    expect(steps).toEqual([NOW / 30_000 - 1, NOW / 30_000, NOW / 30_000 + 1]);
  });

  test('an old code, another secret and things that are no code are not', () => {
    expect(totpStep(secret, codeAt(secret, NOW - 90_000), NOW)).toBeNull();
    expect(totpStep(newTotpSecret(), codeAt(secret, NOW), NOW)).toBeNull();
    expect(totpStep(secret, '12345', NOW)).toBeNull();
  });

  test('full-width digits are digits', () => {
    const wide = codeAt(secret, NOW).replace(/\d/g, (d) =>
      String.fromCharCode(d.charCodeAt(0) + 0xfee0),
    );
    expect(totpStep(secret, wide, NOW)).toBe(NOW / 30_000);
  });

  test('the sheet holds the secret as address and picture', async () => {
    const sheet = await totpSheet(secret, '管理员');
    expect(sheet.uri).toContain(secret);
    expect(sheet.picture.startsWith('data:image/png;base64,')).toBe(true);
  });
});
