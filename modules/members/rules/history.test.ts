import { expect, test } from 'vitest';
import { plainDate, type PlainDate } from '#kernel/plain-date';
import { NO_FIELDS, type PersonFields } from './fields.ts';
import { historyOf, type StateVersion } from './history.ts';

const d = plainDate;
const version = (
  changes: Partial<PersonFields>,
  from: PlainDate,
  to: PlainDate | null,
  enteredAt: number,
  supersededAt: number | null = null,
): StateVersion => ({
  fields: { ...NO_FIELDS, name: '王小明', ...changes },
  from,
  to,
  enteredAt,
  supersededAt,
});

test('entered, changed from a day on, the cut row gives no line', () => {
  const acts = historyOf([
    version({ job: '科员' }, d('2025-01-01'), null, 1, 2),
    version({ job: '科员' }, d('2025-01-01'), d('2026-01-01'), 2),
    version({ job: '科长' }, d('2026-01-01'), null, 2),
  ]);
  expect(acts).toMatchObject([
    { enteredAt: 2, trueFrom: '2026-01-01', lines: [{ label: '职务', old: '科员', next: '科长' }] },
    { enteredAt: 1, trueFrom: '2025-01-01', first: true },
  ]);
});

test('a change that runs on through a later row is one line', () => {
  const acts = historyOf([
    version({ job: '科员' }, d('2025-01-01'), d('2026-06-01'), 1, 3),
    version({ job: '科员', title: '工程师' }, d('2026-06-01'), null, 1, 3),
    version({ job: '科员' }, d('2025-01-01'), d('2026-01-01'), 3),
    version({ job: '科长' }, d('2026-01-01'), d('2026-06-01'), 3),
    version({ job: '科长', title: '工程师' }, d('2026-06-01'), null, 3),
  ]);
  expect(acts[0]?.lines).toHaveLength(1);
  expect(acts[0]?.trueFrom).toBe('2026-01-01');
});

test('a correction shows the wrong value and the right one', () => {
  const acts = historyOf([
    version({ sex: 'male' }, d('2025-01-01'), null, 1, 5),
    version({ sex: 'female' }, d('2025-01-01'), null, 5),
  ]);
  expect(acts[0]?.lines).toEqual([{ field: 'sex', label: '性别', old: '男', next: '女' }]);
});
