import { describe, expect, test } from 'vitest';
import { plainDate as d } from '#kernel/plain-date';
import { rightsOn, type PersonHistory, type Restriction, type StayPart } from './rights.ts';

const stay = (over: Partial<StayPart> = {}): StayPart => ({
  category: 'full',
  standing: 'normal',
  from: d('2020-01-01'),
  to: null,
  ...over,
});
const person = (stays: StayPart[], restrictions: Restriction[] = []): PersonHistory => ({
  stays,
  restrictions,
});

describe('rights on a day', () => {
  test('a full member has all of them', () => {
    expect(rightsOn(person([stay()]), d('2026-01-01'))).toMatchObject({
      standing: 'full',
      vote: true,
      elect: true,
      stand: true,
      introduce: 'yes',
      contact: true,
      counts: true,
    });
  });

  test('a probationary member neither votes nor stands and is not counted (DEV26 art. 30)', () => {
    const half = person([
      stay({ category: 'probationary', from: d('2025-03-01'), to: d('2026-03-01') }),
      stay({ from: d('2026-03-01') }),
    ]);
    expect(rightsOn(half, d('2026-02-28'))).toMatchObject({
      standing: 'probationary',
      vote: false,
      elect: false,
      stand: false,
      introduce: 'no',
      contact: false,
      counts: false,
    });
    expect(rightsOn(half, d('2026-03-01'))).toMatchObject({ vote: true, introduce: 'yes' });
  });

  test('留党察看: a member without vote, election and candidacy until restored', () => {
    const barred = person(
      [stay()],
      [{ kind: 'barred', from: d('2026-01-10'), to: d('2027-01-10') }],
    );
    expect(rightsOn(barred, d('2026-01-09')).vote).toBe(true);
    for (const on of ['2026-01-10', '2027-01-09'])
      expect(rightsOn(barred, d(on))).toMatchObject({
        standing: 'full',
        vote: false,
        elect: false,
        stand: false,
        introduce: 'no',
        counts: false,
      });
    expect(rightsOn(barred, d('2027-01-10')).vote).toBe(true);
  });

  test('the effect period of another sanction leaves the vote, not the fitness to introduce', () => {
    const sanctioned = person(
      [stay()],
      [{ kind: 'sanctioned', from: d('2026-01-10'), to: d('2027-01-10') }],
    );
    expect(rightsOn(sanctioned, d('2026-06-01'))).toMatchObject({
      vote: true,
      stand: true,
      counts: true,
      introduce: 'unsuitable',
    });
    expect(rightsOn(sanctioned, d('2027-01-10')).introduce).toBe('yes');
  });

  test('停止党籍: not in the base until restored; who left is gone', () => {
    const away = person([
      stay({ to: d('2026-01-01') }),
      stay({ standing: 'suspended', from: d('2026-01-01'), to: d('2026-05-01') }),
      stay({ from: d('2026-05-01'), to: d('2026-09-01') }),
    ]);
    expect(rightsOn(away, d('2026-01-01'))).toMatchObject({
      standing: 'suspended',
      counts: false,
      contact: false,
    });
    expect(rightsOn(away, d('2026-05-01')).counts).toBe(true);
    expect(rightsOn(away, d('2026-09-01'))).toMatchObject({ standing: 'gone', vote: false });
    expect(rightsOn(undefined, d('2026-01-01')).standing).toBe('gone');
  });
});
