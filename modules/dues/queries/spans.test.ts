import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { DEFAULT_DUES_SETTINGS as S } from '../rules/settings.ts';
import { spansOf, type Stay } from './spans.ts';

const stay = (from: string, to: string | null, more: Partial<Stay> = {}): Stay => ({
  standing: 'normal',
  way_in: 'opening',
  way_out: null,
  valid_from: plainDate(from),
  valid_to: to === null ? null : plainDate(to),
  ...more,
});

describe('months a branch collects for, from the roster', () => {
  test('rows that follow each other are one span', () => {
    expect(spansOf([stay('2025-01-01', '2025-06-10'), stay('2025-06-10', null)], null, S)).toEqual([
      { from: '2025-01', to: null, claimableFrom: '2025-01' },
    ]);
  });

  test('admitted: from the month of the meeting, asked for from the approval on', () => {
    const rows = [stay('2026-03-20', null, { way_in: 'admitted' })];
    expect(spansOf(rows, plainDate('2026-01-15'), S)).toEqual([
      { from: '2026-01', to: null, claimableFrom: '2026-04' },
    ]);
  });

  test.each([
    ['transferred_out', 'transferred_in'],
    ['whole_out', 'whole_in'],
  ])('%s and %s never ask for the same month', (out, into) => {
    const [old] = spansOf([stay('2025-01-01', '2026-04-10', { way_out: out })], null, S);
    const [next] = spansOf([stay('2026-04-10', null, { way_in: into })], null, S);
    expect([old?.to, next?.from]).toEqual(['2026-04', '2026-05']);
  });

  test('a death ends with the month before; 停止党籍 interrupts', () => {
    expect(spansOf([stay('2025-01-01', '2026-04-10', { way_out: 'died' })], null, S)[0]?.to).toBe(
      '2026-03',
    );
    const rows = [
      stay('2025-01-01', '2025-06-01'),
      stay('2025-06-01', '2026-02-01', { standing: 'suspended' }),
      stay('2026-02-01', null, { way_in: 'restored' }),
    ];
    expect(spansOf(rows, null, S).map((span) => [span.from, span.to])).toEqual([
      ['2025-01', '2025-06'],
      ['2026-02', null],
    ]);
  });
});
