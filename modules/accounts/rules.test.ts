import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkGrant, waitAfter } from './rules.ts';

const facts = { orgName: '机关党支部', clerksAlready: 0, hasSame: false } as const;

describe('who may be given what', () => {
  test('a secretary names two 经办人, not three', () => {
    expect(checkGrant({ ...facts, kind: 'clerk', by: 'secretary', clerksAlready: 1 }).ok).toBe(
      true,
    );
    expect(
      checkGrant({ ...facts, kind: 'clerk', by: 'secretary', clerksAlready: 2 }),
    ).toMatchObject({
      refusal: { code: 'accounts.two_clerks' },
    });
  });

  test('a branch cannot give itself the powers of the level above', () => {
    for (const kind of ['officer', 'administrator'] as const) {
      expect(checkGrant({ ...facts, kind, by: 'secretary' })).toMatchObject({
        refusal: { code: 'accounts.grant_above' },
      });
      expect(checkGrant({ ...facts, kind, by: 'officer' }).ok).toBe(true);
    }
  });

  test('the same grant twice is none', () => {
    expect(checkGrant({ ...facts, kind: 'clerk', by: 'secretary', hasSame: true })).toMatchObject({
      refusal: { code: 'accounts.granted_already' },
    });
  });
});

describe('waiting after wrong passwords', () => {
  test('five are free, then it doubles up to a minute', () => {
    expect([0, 4, 5, 6, 10, 30].map(waitAfter)).toEqual([0, 0, 1, 2, 32, 60]);
  });

  test('never gets shorter, never passes a minute', () => {
    fc.assert(
      fc.property(fc.nat(1000), (n) => waitAfter(n) <= waitAfter(n + 1) && waitAfter(n) <= 60),
    );
  });
});
