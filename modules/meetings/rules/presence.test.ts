import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from '#kernel/result';
import {
  addToRoll,
  checkBody,
  checkChair,
  checkReview,
  entitlementOf,
  freeze,
  removeFromRoll,
  rollOf,
  type PersonOnDay,
} from './entitlement.ts';
import {
  countPresence,
  hoursOf,
  inheritMarks,
  presenceText,
  studyMinutes,
  type Mark,
  type Presence,
} from './presence.ts';

const person = (personId: string, changes: Partial<PersonOnDay> = {}): PersonOnDay => ({
  personId,
  place: 'home',
  category: 'full',
  standing: 'normal',
  rights: 'yes',
  floating: false,
  frail: false,
  onCommittee: false,
  inGroup: false,
  inLeadingBody: false,
  excluded: false,
  ...changes,
});
const mark = (personId: string, presence: Presence, changes: Partial<Mark> = {}): Mark => ({
  personId,
  presence,
  reason: '',
  missedItems: [],
  ...changes,
});

describe('entitlement on a day', () => {
  const at = (changes: Partial<PersonOnDay>) =>
    entitlementOf('members_meeting', person('p', changes));
  test('members meeting', () => {
    expect(at({})).toMatchObject({ column: 'attend', voting: true, alarm: true, note: '' });
    expect(at({ category: 'probationary' })).toMatchObject({
      column: 'attend',
      voting: false,
      alarm: true,
    });
    expect(at({ place: 'guest' })).toMatchObject({ column: 'sit_in', voting: false, alarm: false });
    expect(at({ floating: true })).toMatchObject({ column: 'attend', voting: true, alarm: false });
    expect(at({ frail: true })).toMatchObject({
      column: 'attend',
      voting: true,
      alarm: false,
      note: '年老体弱',
    });
    expect(at({ rights: 'none' })).toMatchObject({ column: 'attend', voting: false });
    expect(at({ excluded: true })).toMatchObject({ column: 'attend', voting: false });
    expect(at({ standing: 'suspended' })).toBeNull();
    expect(at({ place: 'none' })).toBeNull();
  });
  test('committee, group and leading body have their own people', () => {
    expect(entitlementOf('committee_meeting', person('p'))).toBeNull();
    expect(entitlementOf('committee_meeting', person('p', { onCommittee: true }))).toMatchObject({
      voting: true,
    });
    expect(entitlementOf('group_meeting', person('p', { inGroup: true }))?.column).toBe('attend');
    expect(
      entitlementOf('group_meeting', person('p', { inGroup: true, place: 'guest' }))?.column,
    ).toBe('sit_in');
    expect(entitlementOf('group_meeting', person('p'))).toBeNull();
    const chief = person('p', { place: 'none', inLeadingBody: true });
    expect(entitlementOf('democratic_life_meeting', chief)).toMatchObject({
      column: 'attend',
      voting: true,
    });
  });
  test('a frozen roll takes guests only', () => {
    const roll = freeze(
      rollOf('members_meeting', [person('a'), person('b', { standing: 'suspended' })]),
    );
    expect(roll.entries).toHaveLength(1);
    const entry = { personId: 'c', column: 'attend', voting: true, alarm: true, note: '' } as const;
    expect(addToRoll(roll, entry)).toMatchObject({ refusal: { code: 'meetings.roll_frozen' } });
    expect(
      unwrap(addToRoll(roll, { ...entry, column: 'sit_in', voting: false })).entries,
    ).toHaveLength(2);
    expect(addToRoll(roll, { ...entry, personId: 'a' })).toMatchObject({
      refusal: { code: 'meetings.already_on_roll' },
    });
    expect(removeFromRoll(roll, 'a')).toMatchObject({ refusal: { code: 'meetings.roll_frozen' } });
    expect(unwrap(removeFromRoll({ ...roll, frozen: false }, 'a')).entries).toEqual([]);
  });
});

describe('small branches', () => {
  test('no committee, no committee meeting', () => {
    expect(checkBody('committee_meeting', false)).toMatchObject({
      refusal: { code: 'meetings.no_committee' },
    });
    expect(checkBody('committee_meeting', true).ok).toBe(true);
    expect(checkBody('members_meeting', false).ok).toBe(true);
  });
  test('review and vote are two members meetings on two days', () => {
    expect(checkReview('2026-05-10', '2026-05-10', true).ok).toBe(true);
    expect(checkReview('2026-05-10', '2026-05-10', false)).toMatchObject({
      refusal: { code: 'meetings.review_same_day' },
    });
    expect(checkReview('2026-05-09', '2026-05-10', false).ok).toBe(true);
    expect(checkReview(null, '2026-05-10', true).ok).toBe(false);
    expect(checkReview('2026-05-11', '2026-05-10', true).ok).toBe(false);
  });
  test('chair', () => {
    expect(checkChair('members_meeting', 'secretary', false).ok).toBe(true);
    expect(checkChair('members_meeting', 'member', false)).toMatchObject({
      refusal: { code: 'meetings.chair_not_authorised' },
    });
    expect(checkChair('members_meeting', 'member', true).ok).toBe(true);
    expect(checkChair('group_meeting', 'group_leader', false).ok).toBe(true);
    expect(checkChair('members_meeting', 'group_leader', false).ok).toBe(false);
  });
});

describe('presence', () => {
  const roll = rollOf('members_meeting', [
    person('a'),
    person('b'),
    person('c', { category: 'probationary' }),
    person('f', { frail: true }),
    person('g', { place: 'guest' }),
    person('h', { place: 'guest' }),
  ]);
  const marks = [
    mark('a', 'present', { missedItems: ['i2'] }),
    mark('b', 'leave', { reason: '出差' }),
    mark('c', 'present'),
    mark('g', 'present'),
  ];
  test('应到, 实到, 请假, 缺席, 列席', () => {
    const counts = unwrap(countPresence(roll, marks));
    expect(counts).toEqual({
      shouldAttend: 4,
      present: 2,
      leave: 1,
      absent: 0,
      unknown: 1,
      satIn: 1,
      voters: 3,
      votersPresent: 1,
      alarmBase: 3,
      alarmPresent: 2,
    });
    expect(presenceText(counts)).toBe('应到4人，实到2人，请假1人，缺席0人，未登记1人，列席1人');
  });
  test('what is nought is not said of unmarked people and guests', () => {
    const all = ['a', 'b', 'c', 'f'].map((id) => mark(id, 'present'));
    const counts = unwrap(countPresence(roll, all));
    expect(presenceText(counts)).toBe('应到4人，实到4人，请假0人，缺席0人');
  });
  test('an item is counted by itself', () => {
    expect(unwrap(countPresence(roll, marks, 'i2'))).toMatchObject({
      present: 1,
      absent: 1,
      votersPresent: 0,
    });
    expect(unwrap(countPresence(roll, marks, 'i1'))).toMatchObject({ present: 2, absent: 0 });
  });
  test('refusals', () => {
    expect(countPresence(roll, [mark('x', 'present')])).toMatchObject({
      refusal: { code: 'meetings.not_on_roll' },
    });
    expect(countPresence(roll, [mark('a', 'present'), mark('a', 'leave')]).ok).toBe(false);
    expect(countPresence(roll, [mark('a', 'present', { reason: '病' })]).ok).toBe(false);
  });
  test('a sitting is marked once; a meeting may differ', () => {
    const committee = rollOf('committee_meeting', [person('a', { onCommittee: true })]);
    expect(inheritMarks(committee, marks, [])).toEqual([marks[0]]);
    expect(inheritMarks(committee, marks, [mark('a', 'absent')])).toEqual([mark('a', 'absent')]);
  });
  test('property: 应到 = 实到 + 请假 + 缺席 + 未登记, frail people never in alarms', () => {
    const people = fc.array(
      fc.record({
        place: fc.constantFrom('home' as const, 'guest' as const),
        category: fc.constantFrom('full' as const, 'probationary' as const),
        frail: fc.boolean(),
        presence: fc.option(
          fc.constantFrom('present' as const, 'leave' as const, 'absent' as const),
        ),
      }),
    );
    fc.assert(
      fc.property(people, (list) => {
        const sheet = rollOf(
          'members_meeting',
          list.map((p, i) =>
            person(`p${i}`, { place: p.place, category: p.category, frail: p.frail }),
          ),
        );
        const given = list.flatMap((p, i) =>
          p.presence === null ? [] : [mark(`p${i}`, p.presence)],
        );
        const c = unwrap(countPresence(sheet, given));
        return (
          c.shouldAttend === c.present + c.leave + c.absent + c.unknown &&
          c.shouldAttend === list.filter((p) => p.place === 'home').length &&
          c.alarmBase === list.filter((p) => p.place === 'home' && !p.frail).length &&
          c.votersPresent <= c.voters &&
          c.voters <= c.shouldAttend
        );
      }),
    );
  });
});

describe('study time', () => {
  const at = (personId: string, from: number, to: number, on = '2026-05-11') => ({
    personId,
    on,
    from,
    to,
  });
  test('clock time once over the meetings of a sitting', () => {
    const minutes = studyMinutes([
      at('a', 540, 600),
      at('a', 570, 660),
      at('a', 660, 690),
      at('a', 540, 600, '2026-05-12'),
      at('b', 540, 540),
    ]);
    expect(minutes.get('a')).toBe(210);
    expect(minutes.has('b')).toBe(false);
    expect(hoursOf(210, 60)).toBe(3.5);
    expect(hoursOf(3, 60)).toBe(0.1);
  });
  test('property: equal to counting minutes one by one', () => {
    const interval = fc
      .tuple(fc.nat(60), fc.nat(60))
      .map(([a, b]) => at('a', Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(fc.array(interval), (list) => {
        const naive = Array.from({ length: 60 }, (_, m) =>
          list.some((x) => x.from <= m && m < x.to),
        ).filter(Boolean).length;
        return (studyMinutes(list).get('a') ?? 0) === naive;
      }),
    );
  });
});
