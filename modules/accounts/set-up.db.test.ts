import { afterAll, describe, expect, test } from 'vitest';
import { today } from '#kernel/clock';
import { plainDate } from '#kernel/plain-date';
import { simulatedClock } from '#platform/clock';
import { masterKeyOf, secrets } from '#platform/crypto';
import { Database } from '#platform/db';
import { testDatabase } from '../../tests/support/database.ts';
import { actingChoices } from './queries.ts';
import { setUp } from './commands/set-up.ts';
import { accountForLogin } from './store.ts';

const database = await testDatabase();
const clock = simulatedClock(Date.parse('2026-03-02T09:00:00+08:00'), 7);
const db = new Database({
  url: database.appUrl,
  clock,
  secrets: secrets(masterKeyOf(Buffer.alloc(32, 7))),
  poolSize: 2,
});
afterAll(() => db.close());

const branch = {
  code: 'ABCD-EFGH',
  organisationName: '青禾县发展和改革局党支部',
  kind: 'branch',
  sector: 'office',
  loginName: '林知远',
  displayName: '林知远',
  password: '青禾河边的老槐树',
} as const;
const leads = { wayIn: 'election', since: plainDate('2024-05-11') } as const;
const begin = (input: Partial<Parameters<typeof setUp>[3]>) =>
  setUp(db, clock, 'ABCD-EFGH', { ...branch, ...input });

describe('set-up of a single branch', () => {
  test('a day to come, and a body without a roster, are refused before anything is made', async () => {
    expect(await begin({ leads: { ...leads, since: plainDate('2026-03-03') } })).toMatchObject({
      ok: false,
      refusal: { code: 'accounts.leads_in_future' },
    });
    expect(await begin({ leads, kind: 'committee' })).toMatchObject({
      ok: false,
      refusal: { code: 'accounts.leads_no_roster' },
    });
    expect(await db.system((plain) => accountForLogin(plain, '林知远'))).toBeNull();
  });

  test('the founder is a member, the secretary and the administrator with one account', async () => {
    expect(await begin({ leads })).toEqual({ ok: true, value: { loginName: '林知远' } });
    const account = await db.system((plain) => accountForLogin(plain, '林知远'));
    if (account === null) throw new Error('no account');
    const choices = await actingChoices(db, account.tenant_id, account.account_id, today(clock));
    // The post comes first: whoever signs in acts as the secretary.
    expect(choices.map((choice) => choice.post)).toEqual([
      'secretary',
      'administrator',
      'officer',
      'member',
    ]);
    expect(await begin({ leads })).toMatchObject({
      refusal: { code: 'accounts.setup_done' },
    });
  });
});
