import { expect, test } from 'vitest';
import { GROUPS, menuFor, type MenuEntry } from './menu.ts';

const entry = (over: Partial<MenuEntry>): MenuEntry => ({
  standings: ['branch'],
  group: '党费',
  label: '收缴',
  to: '/dues',
  order: 20,
  ...over,
});

test('groups without an entry are left out and the order is the field’s', () => {
  const menu = menuFor(
    [entry({}), entry({ group: '首页', label: '待办', to: '/' })],
    'branch',
    () => true,
  );
  expect(menu.map((group) => group.name)).toEqual(['首页', '党费']);
});

test('entries stand in their order and need their permission', () => {
  const entries = [
    entry({}),
    entry({ label: '年初核定', order: 10 }),
    entry({ label: '上缴', order: 30, permission: 'dues.remit' }),
  ];
  const names = (granted: boolean) =>
    menuFor(entries, 'branch', () => granted).flatMap((group) => group.entries.map((e) => e.label));
  expect(names(true)).toEqual(['年初核定', '收缴', '上缴']);
  expect(names(false)).toEqual(['年初核定', '收缴']);
});

test('another standing sees nothing of it', () => {
  expect(menuFor([entry({})], 'member', () => true)).toEqual([]);
});

test('secretary and level above have eight groups, a member five', () => {
  expect([GROUPS.branch.length, GROUPS.above.length, GROUPS.member.length]).toEqual([8, 8, 5]);
});
