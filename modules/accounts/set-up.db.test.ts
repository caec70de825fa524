import { afterAll, expect, test } from 'vitest';
import { realClock } from '#platform/clock';
import { masterKeyOf, secrets } from '#platform/crypto';
import { Database } from '#platform/db';
import { Attempts, type Installation } from '#platform/request';
import { testDatabase } from '../../tests/support/database.ts';
import { setUp, setUpDemo } from './commands/set-up.ts';
import { whileEmpty } from './index.ts';

const database = await testDatabase();
const vault = secrets(masterKeyOf(Buffer.alloc(32, 7)));
const clock = realClock();
const db = new Database({ url: database.appUrl, clock, secrets: vault });
afterAll(() => db.close());

const CODE = 'ABCD-EFGH';
const form = (loginName: string) => ({
  code: CODE,
  organisationName: '青禾县水务局党支部',
  kind: 'branch' as const,
  sector: 'office' as const,
  loginName,
  displayName: loginName,
  password: '一句够长的话 9',
});

test('of two windows with the right code one sets up, the other is refused, and so is the demonstration', async () => {
  let loads = 0;
  const installation: Installation = {
    setupCode: () => CODE,
    attempts: new Attempts(),
    secrets: vault,
    ssoAvailable: false,
    loadDemo: () => {
      loads += 1;
      return Promise.resolve([]);
    },
  };
  const done = await Promise.all([
    setUp(db, clock, CODE, form('甲')),
    setUp(db, clock, CODE, form('乙')),
  ]);
  expect(done.filter((one) => one.ok)).toHaveLength(1);
  const refused = done.flatMap((one) => (one.ok ? [] : [one.refusal.code]));
  expect(['accounts.setup_running', 'accounts.setup_done']).toContain(refused[0]);
  const later = await setUpDemo(db, installation, CODE);
  expect(later).toMatchObject({ ok: false, refusal: { code: 'accounts.setup_done' } });
  expect(await whileEmpty(db, () => Promise.resolve(1))).toBeNull();
  expect(loads).toBe(0);
});

test('while the demonstration is loaded nobody else begins, and a load that fails leaves nothing locked', async () => {
  const fresh = await testDatabase();
  const other = new Database({ url: fresh.appUrl, clock, secrets: vault });
  try {
    const second = await whileEmpty(other, () => setUp(other, clock, CODE, form('丙')));
    expect(second).toMatchObject({ ok: false, refusal: { code: 'accounts.setup_running' } });
    await expect(
      whileEmpty(other, () => Promise.reject(new Error('the story went wrong'))),
    ).rejects.toThrow('the story went wrong');
    expect(await setUp(other, clock, CODE, form('丁'))).toMatchObject({ ok: true });
  } finally {
    await other.close();
  }
});
