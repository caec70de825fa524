import { expect, test } from 'vitest';
import type { OrgId, PersonId } from '#kernel/ids';
import { plainDate as d } from '#kernel/plain-date';
import { checkAway, maskNumber, type Around, type Told } from './away.ts';

const keeper = 'keeper' as PersonId;
const told = (more: Partial<Told> = {}): Told => ({
  place: '广东省东莞市',
  reason: 'work',
  leftOn: d('2026-02-20'),
  expectedOn: null,
  keeperId: keeper,
  hostOrgId: null,
  ...more,
});
const around = (more: Partial<Around> = {}): Around => ({
  today: d('2026-03-02'),
  personId: 'me' as PersonId,
  orgId: 'home' as OrgId,
  village: true,
  keepers: new Set([keeper]),
  nameOf: () => '王建国',
  ...more,
});
const code = (one: Told, about: Around = around()): string => {
  const checked = checkAway(one, about);
  return checked.ok ? 'ok' : checked.refusal.code;
};

test('mobile.village: a village branch names a contact person, others may', () => {
  expect(code(told())).toBe('ok');
  expect(code(told({ keeperId: null }))).toBe('floating.keeper_missing');
  expect(code(told({ keeperId: null }), around({ village: false }))).toBe('ok');
});
test('the contact person is another member who is at home', () => {
  expect(code(told({ keeperId: 'stranger' as PersonId }))).toBe('floating.keeper_unfit');
  const me = 'me' as PersonId;
  expect(code(told({ keeperId: me }), around({ keepers: new Set([me]) }))).toBe(
    'floating.keeper_unfit',
  );
});
test('days: not to come, and in order', () => {
  expect(code(told({ leftOn: d('2026-03-02') }))).toBe('ok');
  expect(code(told({ leftOn: d('2026-03-03') }))).toBe('floating.in_future');
  expect(code(told({ expectedOn: d('2026-02-20') }))).toBe('floating.out_of_order');
  expect(code(told({ expectedOn: d('2026-02-21') }))).toBe('ok');
});
test('a place is named, and it is not home', () => {
  expect(code(told({ place: '' }))).toBe('floating.place_missing');
  expect(code(told({ hostOrgId: 'home' as OrgId }))).toBe('floating.host_is_home');
});
test('numbers are shown masked', () => {
  expect(maskNumber('138 1234 5678')).toBe('138****5678');
  expect(maskNumber('5551234')).toBe('****34');
  expect(maskNumber('')).toBe('');
});
