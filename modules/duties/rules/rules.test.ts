import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Duty } from '#engines/obligation';
import type { OrgId, PersonId } from '#kernel/ids';
import { plainDate } from '#kernel/plain-date';
import { actOf, addressOf, basisOf, dueFor, stripFor, type Looker } from './home.ts';
import { fold, icalOf } from './ical.ts';

const TODAY = plainDate('2026-03-20');
const ORG = 'o' as OrgId;
const duty = (more: Partial<Duty> = {}): Duty => ({
  key: 'meetings.general:2026-Q1:o',
  kind: 'meetings.general',
  orgId: ORG,
  personId: null,
  title: '第一季度支部党员大会',
  reason: '本季度还没有召开',
  rule: { id: 'r', summary: '', basis: '《条例》第14条', sure: true },
  from: plainDate('2026-01-01'),
  until: plainDate('2026-03-31'),
  state: 'ahead',
  fulfilledBy: null,
  opens: { route: '/meetings/new', search: { kind: 'members_meeting' } },
  permission: 'meetings.prepare',
  ...more,
});
const looker: Looker = {
  orgId: ORG,
  personId: 'p' as PersonId,
  officer: true,
  permissions: new Set(['meetings.prepare']),
};

describe('what is due', () => {
  const late = duty({ key: 'late', state: 'missed', until: plainDate('2026-02-28') });
  test('by lateness; done, far and foreign ones are left out', () => {
    const duties = [
      duty(),
      late,
      duty({ key: 'done', state: 'done' }),
      duty({ key: 'far', until: plainDate('2026-12-31') }),
      duty({ key: 'not yet', from: plainDate('2026-03-21') }),
      duty({ key: 'foreign', orgId: 'x' as OrgId }),
      duty({ key: 'other person', personId: 'q' as PersonId }),
      duty({ key: 'not allowed', permission: 'dues.write' }),
    ];
    expect(dueFor(duties, looker, TODAY).map((one) => one.key)).toEqual([
      'late',
      'meetings.general:2026-Q1:o',
    ]);
  });
  test('a member sees their own only', () => {
    const mine = duty({ key: 'mine', personId: 'p' as PersonId });
    const member = { ...looker, officer: false, permissions: new Set<string>() };
    expect(dueFor([late, mine], member, TODAY).map((one) => one.key)).toEqual(['mine']);
  });
  test('the strip has fourteen days, each with what ends there', () => {
    const strip = stripFor([duty()], looker, TODAY);
    expect(strip).toHaveLength(14);
    expect(strip.find((one) => one.duties.length > 0)?.date).toBe('2026-03-31');
  });
  test('words', () => {
    expect(actOf(duty())).toBe('记一次会');
    expect(actOf(late)).toBe('补录');
    expect(actOf(duty({ opens: { route: '/dues/assessment', search: {} } }))).toBe('办党费');
    expect(addressOf(duty())).toBe('/meetings/new?kind=members_meeting');
    expect(addressOf(duty({ opens: { route: '/dues', search: {} } }))).toBe('/dues');
    expect(basisOf(duty({ rule: { id: 'r', summary: '', basis: '《条例》', sure: false } }))).toBe(
      '《条例》，按上级规定',
    );
  });
});

describe('iCalendar', () => {
  const entry = {
    key: 'k',
    on: TODAY,
    title: '支部党员大会；第一季度,要点',
    text: '还没有召开\n依据：《条例》',
    address: 'https://zhibu.example:8420/meetings/record?kind=members_meeting',
  };
  const text = icalOf('支部事项', [entry], new Date('2026-03-01T01:02:03Z'));
  test('lines end in CRLF and are at most 75 octets', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
  test('a whole day of Shanghai, special signs escaped', () => {
    expect(text).toContain('DTSTART;VALUE=DATE:20260320\r\nDTEND;VALUE=DATE:20260321\r\n');
    expect(text).toContain('DTSTAMP:20260301T010203Z');
    expect(text).toContain('SUMMARY:支部党员大会；第一季度\\,要点');
    expect(text).toContain('TZID:Asia/Shanghai');
    expect(text).toContain('\\n依据');
    expect(text.replaceAll('\r\n ', '')).toContain(
      '\r\nURL:https://zhibu.example:8420/meetings/record?kind=members_meeting\r\n',
    );
  });
  test('property: unfolding gives the line back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (line) => {
        const plain = line.replaceAll(/[\r\n]/g, '');
        return fold(plain).replaceAll('\r\n ', '') === plain;
      }),
    );
  });
});
