import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  lastDayOf,
  monthOf,
  plainDate,
  plainMonth,
  weekdayOf,
  type PlainDate,
} from '#kernel/plain-date';
import { MEETING_RULES } from './catalogue.ts';
import {
  DEFAULT_MEETING_SETTINGS as S,
  dutiesOf,
  MEETING_KINDS,
  type Duty,
  type DutyFacts,
  type KindEntry,
  type MeetingKind,
} from './kinds.ts';
import {
  checkYear,
  dueOn,
  fixedDayIn,
  occasions,
  planYear,
  usualYear,
  type HeldMeeting,
} from './rhythm.ts';

const d = plainDate;
const facts = (changes: Partial<DutyFacts> = {}): DutyFacts => ({
  orgKind: 'branch',
  hasCommittee: true,
  groups: 2,
  keeps: [],
  ...changes,
});
const dutyOf = (kind: MeetingKind): Duty => {
  const keeps = [kind];
  const found = dutiesOf(facts({ keeps }), S).find((duty) => duty.kind === kind);
  if (found === undefined) throw new Error(kind);
  return found;
};
let next = 0;
const held = (kind: MeetingKind, on: string, changes: Partial<HeldMeeting> = {}): HeldMeeting => ({
  id: `m${(next += 1)}`,
  kind,
  heldOn: d(on),
  year: Number(on.slice(0, 4)),
  backfilled: false,
  special: false,
  ...changes,
});
const life = { from: d('2020-01-01'), to: null };
const year = { from: d('2026-01-01'), to: d('2026-12-31') };
const states = (kind: MeetingKind, meetings: HeldMeeting[], on: string, span = year) =>
  dueOn(dutyOf(kind), meetings, life, span, d(on), S).map((due) => due.state);

describe('duties of a body', () => {
  const kinds = (changes: Partial<DutyFacts>) =>
    dutiesOf(facts(changes), S).map((duty) => duty.kind);
  test('a branch with committee and groups', () => {
    expect(kinds({})).toEqual([
      'members_meeting',
      'committee_meeting',
      'group_meeting',
      'party_class',
      'theme_day',
      'org_life_meeting',
    ]);
  });
  test('a small branch has no monthly committee meeting', () => {
    expect(kinds({ hasCommittee: false, groups: 0 })).toEqual([
      'members_meeting',
      'party_class',
      'theme_day',
      'org_life_meeting',
    ]);
  });
  test('a leading body; local kinds are kept where asked for', () => {
    expect(kinds({ orgKind: 'leading_body', keeps: ['ideology_meeting'] })).toEqual([
      'centre_group',
      'democratic_life_meeting',
      'ideology_meeting',
    ]);
    expect(dutyOf('forum').rhythm).toEqual({ times: 2, per: 'month' });
  });
  test('a committee may set another rhythm or none', () => {
    const settings = {
      ...S,
      rhythms: { party_class: { times: 1, per: 'half_year' }, theme_day: null },
    } as const;
    const found = dutiesOf(facts(), settings);
    expect(found.find((duty) => duty.kind === 'party_class')?.rhythm.per).toBe('half_year');
    expect(found.some((duty) => duty.kind === 'theme_day')).toBe(false);
  });
  test('every kind names rules of the catalogue', () => {
    const ids = new Set(MEETING_RULES.map((rule) => rule.id));
    for (const kind of Object.values(MEETING_KINDS) as KindEntry[]) {
      for (const id of [kind.rhythmRule, kind.quorumRule, kind.passRule])
        if (id !== null) expect(ids).toContain(id);
      expect(kind.rhythm === null).toBe(kind.rhythmRule === null);
    }
    expect(ids.size).toBe(MEETING_RULES.length);
    for (const rule of MEETING_RULES) if (!rule.sure) expect(rule.basis).not.toMatch(/第\d+条/);
  });
});

describe('due, held, missing', () => {
  test('members meeting by quarter', () => {
    const meetings = [held('members_meeting', '2026-01-20'), held('members_meeting', '2026-05-20')];
    expect(states('members_meeting', meetings, '2026-08-15')).toEqual([
      'held',
      'held',
      'open',
      'not_open',
    ]);
    expect(states('members_meeting', meetings, '2026-10-01')).toEqual([
      'held',
      'held',
      'missing',
      'open',
    ]);
    expect(states('members_meeting', meetings, '2026-03-31')).toEqual([
      'held',
      'not_open',
      'not_open',
      'not_open',
    ]);
  });
  test('the first and the last day of a period belong to it', () => {
    const meetings = [held('members_meeting', '2026-03-31'), held('members_meeting', '2026-07-01')];
    expect(states('members_meeting', meetings, '2026-12-31')).toEqual([
      'held',
      'missing',
      'held',
      'open',
    ]);
  });
  test('names and keys of periods', () => {
    const of = (kind: MeetingKind) =>
      occasions(dutyOf(kind), d('2026-08-01'), d('2026-08-31'), S)[0];
    expect(of('theme_day')).toMatchObject({ key: '2026-08', name: '2026年8月' });
    expect(of('party_class')).toMatchObject({ key: '2026-Q3', name: '2026年第3季度' });
    expect(of('governance_meeting')).toMatchObject({ key: '2026-H2', name: '2026年下半年' });
    expect(of('org_life_meeting')).toMatchObject({
      key: '2026',
      opensOn: '2026-10-01',
      dueBy: '2027-03-31',
    });
  });
  test('twice a month', () => {
    const meetings = [
      held('forum', '2026-01-05'),
      held('forum', '2026-01-19'),
      held('forum', '2026-02-02'),
    ];
    const span = { from: d('2026-01-01'), to: d('2026-02-28') };
    expect(states('forum', meetings, '2026-02-20', span)).toEqual(['held', 'open']);
    expect(dueOn(dutyOf('forum'), meetings, life, span, d('2026-02-20'), S)[1]).toMatchObject({
      open: 1,
      daysLeft: 8,
    });
  });
  test('the yearly life meeting belongs to its year, whenever it was held', () => {
    const meeting = held('org_life_meeting', '2027-03-12', { year: 2026 });
    expect(states('org_life_meeting', [], '2026-09-30')).toEqual(['not_open']);
    expect(states('org_life_meeting', [], '2026-10-01')).toEqual(['open']);
    expect(states('org_life_meeting', [], '2027-03-31')).toEqual(['open']);
    expect(states('org_life_meeting', [], '2027-04-01')).toEqual(['missing']);
    expect(states('org_life_meeting', [meeting], '2027-04-01')).toEqual(['held']);
    expect(states('org_life_meeting', [{ ...meeting, special: true }], '2027-04-01')).toEqual([
      'missing',
    ]);
    const late = dueOn(
      dutyOf('org_life_meeting'),
      [held('org_life_meeting', '2027-05-01', { year: 2026 })],
      life,
      year,
      d('2027-06-01'),
      S,
    );
    expect(late[0]).toMatchObject({ state: 'held', heldLate: true });
  });
  test('late entry is a neutral mark', () => {
    const due = dueOn(
      dutyOf('theme_day'),
      [held('theme_day', '2026-01-28', { backfilled: true })],
      life,
      year,
      d('2026-12-31'),
      S,
    );
    expect(due[0]).toMatchObject({ state: 'held', backfilled: true, heldLate: false });
  });
  test('asked of a body only while it existed', () => {
    const young = { from: d('2026-02-10'), to: d('2026-11-15') };
    const due = dueOn(dutyOf('theme_day'), [], young, year, d('2026-12-31'), S).map((x) => x.state);
    expect(due.slice(0, 3)).toEqual(['not_due', 'not_due', 'missing']);
    expect(due.slice(9)).toEqual(['missing', 'not_due', 'not_due']);
  });
  test('property: equal to a naive count on any day', () => {
    const days = fc.array(fc.nat(364), { maxLength: 30 });
    fc.assert(
      fc.property(
        days,
        fc.nat(364),
        fc.constantFrom('theme_day' as const, 'members_meeting' as const, 'forum' as const),
        (list, n, kind) => {
          const on = addDays(d('2026-01-01'), n);
          const meetings = list.map((day) => held(kind, addDays(d('2026-01-01'), day)));
          const duty = dutyOf(kind);
          return dueOn(duty, meetings, life, year, on, S).every(({ occasion, state }) => {
            let count = 0;
            for (
              let day: PlainDate = occasion.first;
              day <= occasion.dueBy;
              day = addDays(day, 1)
            ) {
              if (day <= on) count += meetings.filter((meeting) => meeting.heldOn === day).length;
            }
            const want =
              count >= duty.rhythm.times
                ? 'held'
                : on > occasion.dueBy
                  ? 'missing'
                  : on < occasion.first
                    ? 'not_open'
                    : 'open';
            return state === want;
          });
        },
      ),
      { numRuns: 40 },
    );
  });
  test('property: occasions of a year follow each other without a gap', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'theme_day' as const,
          'party_class' as const,
          'governance_meeting' as const,
        ),
        fc.integer({ min: 2000, max: 2100 }),
        (kind, y) => {
          const all = occasions(dutyOf(kind), d(`${y}-01-01`), d(`${y}-12-31`), S);
          return (
            all[0]?.first === `${y}-01-01` &&
            all.at(-1)?.dueBy === `${y}-12-31` &&
            all.every((x, i) => i === 0 || x.first === addDays(all[i - 1]?.dueBy ?? x.first, 1))
          );
        },
      ),
    );
  });
});

describe('归属年度', () => {
  test('usual', () => {
    expect(usualYear('org_life_meeting', d('2024-03-12'), S)).toBe(2023);
    expect(usualYear('org_life_meeting', d('2024-04-01'), S)).toBe(2024);
    expect(usualYear('members_meeting', d('2024-03-12'), S)).toBe(2024);
  });
  test('given', () => {
    expect(checkYear('democratic_life_meeting', d('2024-02-07'), 2023).ok).toBe(true);
    expect(checkYear('members_meeting', d('2024-02-07'), 2023)).toMatchObject({
      refusal: { code: 'meetings.year_not_possible' },
    });
    expect(checkYear('democratic_life_meeting', d('2024-02-07'), 2022).ok).toBe(false);
  });
});

describe('planning a year', () => {
  test('last Wednesday of the month', () => {
    expect(fixedDayIn(plainMonth('2026-05'), { week: 'last', weekday: 3 })).toBe('2026-05-27');
    expect(fixedDayIn(plainMonth('2026-05'), { week: 1, weekday: 5 })).toBe('2026-05-01');
    const days = planYear(dutyOf('theme_day'), 2026, { week: 'last', weekday: 3 }, S);
    expect(days).toHaveLength(12);
    expect(planYear(dutyOf('org_life_meeting'), 2026, { week: 2, weekday: 3 }, S)).toEqual([
      '2026-12-09',
    ]);
  });
  test('24 forums on working days of the same name, two in each month', () => {
    const days = planYear(dutyOf('forum'), 2026, { week: 1, weekday: 1 }, S);
    expect(days).toHaveLength(24);
    expect(new Set(days).size).toBe(24);
    expect(days.every((day) => weekdayOf(day) === 1)).toBe(true);
    const perMonth = Map.groupBy(days, monthOf);
    expect([...perMonth.values()].map((list) => list.length)).toEqual(
      Array.from({ length: 12 }, () => 2),
    );
  });
  test('property: the fixed day lies in its month and has its weekday', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(1, 2, 3, 4, 'last'),
        (m, weekday, week) => {
          const month = plainMonth(`2026-${String(m).padStart(2, '0')}`);
          const day = fixedDayIn(month, { week: week as 1, weekday });
          return (
            monthOf(day) === month &&
            weekdayOf(day) === weekday &&
            (week !== 'last' || addDays(day, 7) > lastDayOf(month))
          );
        },
      ),
    );
  });
});
