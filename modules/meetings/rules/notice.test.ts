import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { movedNotice, toldText } from './notice.ts';

const first = {
  held_on: plainDate('2026-03-04'),
  starts_at: '14:30',
  place: '三楼会议室',
  was: '',
};

describe('notice after a change', () => {
  test('another day is 改期, and names what was told first', () => {
    const now = { ...first, held_on: plainDate('2026-03-06') };
    expect(movedNotice(first, now)).toEqual({
      change: 'moved',
      was: '2026年3月4日（星期三）14:30，三楼会议室',
    });
  });

  test('moved twice it still names the first; moved back it says nothing', () => {
    const moved = movedNotice(first, { ...first, starts_at: '15:00' });
    expect(moved.was).toBe(toldText(first));
    const again = { ...first, starts_at: '15:00', was: moved.was };
    expect(movedNotice(again, { ...first, starts_at: '16:00' }).was).toBe(toldText(first));
    expect(movedNotice(again, first)).toEqual({ change: null, was: '' });
  });

  test('another place alone is 改地点', () => {
    expect(movedNotice(first, { ...first, place: '二楼' }).change).toBe('place');
    expect(movedNotice({ ...first, place: '' }, first).change).toBe('place');
  });
});
