import { describe, expect, test } from 'vitest';
import type { OrgId } from '#kernel/ids';
import { branchFinder } from './branches.ts';

const branch = (id: string, name: string, shortName = name) => ({
  orgId: id as OrgId,
  name,
  shortName,
});
const find = branchFinder([
  branch('a', '中共云山县水务局支部委员会', '水务局支部'),
  branch('b', '云山县林业局第一党支部'),
  branch('c', '云山县林业局第二党支部'),
]);

describe('branches by the names tables use', () => {
  test.each([
    ['中共云山县水务局支部委员会', 'a'],
    ['水务局党支部', 'a'],
    ['云山县水务局支部', 'a'],
    ['林业局第一党支部', 'b'],
    ['云山县 林业局（第二）党支部', 'c'],
  ])('%s', (text, id) => {
    expect(find(text)?.orgId).toBe(id);
  });

  test('two that fit, and none, are not decided', () => {
    expect(find('林业局党支部')).toBeNull();
    expect(find('教育局党支部')).toBeNull();
  });
});
