import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { withClient, type SqlClient } from '#platform/postgres';
import { testDatabase } from '../../tests/support/database.ts';
import { branchYear } from '../../tests/worlds/branch-year.ts';
import { buildWorld, type World } from '../../tests/worlds/world.ts';
import { failuresOf, TOTALS } from './totals.ts';

const database = await testDatabase();
let world: World;

const owner = <T>(use: (client: SqlClient) => Promise<T>): Promise<T> =>
  withClient(database.ownerUrl, use);

/** Names of the proofs that fail, with what they found. */
const failures = (client: SqlClient): Promise<Record<string, readonly string[]>> =>
  TOTALS.reduce<Promise<Record<string, readonly string[]>>>(async (before, proof) => {
    const all = await before;
    const found = await failuresOf(client, proof);
    return found.length === 0 ? all : { ...all, [proof.name]: found };
  }, Promise.resolve({}));

/** A year of records, and beside it what only papers, the bank and an issued report would bring. */
beforeAll(async () => {
  world = await buildWorld(database.appUrl, { today: plainDate('2025-01-01'), size: 6 });
  await branchYear(world, world.branch);
  await owner(async (client) => {
    await client.query(`
      insert into dues_remittance
        select r.tenant_id, gen_random_uuid(), r.org_id, max(r.org_path), max(r.paid_on), sum(r.amount_fen), '县委组织部', '',
               max(r.entered_at), (array_agg(r.entered_by))[1], null
          from dues_receipt r group by 1, 3;
      insert into dues_remittance_receipt
        select r.tenant_id, gen_random_uuid(), m.id, r.id, r.org_id, r.org_path, r.entered_at, r.entered_by, null
          from dues_receipt r join dues_remittance m on m.tenant_id = r.tenant_id;
      alter table meeting_held disable trigger user;
      alter table attendance disable trigger user;
      alter table meeting_study disable trigger user;
      update meeting_held set version = 9, entitled = 23, present = 20, on_leave = 0, absent = 3, rated = 0,
             rated_present = 0, content = content || '{"totals": {"entitled": 23, "present": 20}}'
       where id = (select id from meeting_held where kind = 'party_class' order by held_on limit 1);
      delete from attendance where meeting_id = (select meeting_id from meeting_held where version = 9);
      delete from meeting_study where meeting_id = (select meeting_id from meeting_held where version = 9);
    `);
  });
});
afterAll(() => world.db.close());

it('a year lived through the commands fails no proof, and has what they look at', async () => {
  await owner(async (client) => {
    expect(await failures(client)).toEqual({});
    const [counted] = await client.query(`select
      (select count(*)::int from meeting_held) > 20 as held, (select count(*)::int from meeting_vote) > 0 as votes,
      (select count(*)::int from meeting_study) > 5 as study, (select count(*)::int from dues_remittance) = 1 as remitted,
      (select count(*)::int from dues_paid_year) > 0 as paid`);
    expect(counted).toEqual({ held: true, votes: true, study: true, remitted: true, paid: true });
  });
});

const TAMPERED: readonly (readonly [
  proof: string,
  table: string,
  change: string,
  found: RegExp,
])[] = [
  [
    '会议人数等于签到记录',
    'meeting_held',
    'present = present + 1 where version = 1',
    /^meeting_held \S{36} present \d+ ≠ \d+$/,
  ],
  [
    '会议人数等于签到记录',
    'attendance',
    `state = 'absent' where state = 'present'`,
    /present \d+ ≠ \d+, absent \d+ ≠ \d+/,
  ],
  [
    '据纸质记录的会议人数等于所填合计',
    'meeting_held',
    'entitled = 99 where version = 9',
    /entitled 99 ≠ 23/,
  ],
  [
    '会议议题数、时长等于记录',
    'meeting_held',
    'minutes = 91 where minutes = 90',
    /minutes 91 ≠ 90/,
  ],
  [
    '会议议题数、时长等于记录',
    'meeting_item',
    `superseded_at = now() where seq = 1`,
    /items 1 ≠ 0|items \d ≠ \d/,
  ],
  [
    '表决结果等于会议记录',
    'meeting_vote',
    'in_favour = in_favour - 1 where true',
    /^meeting_vote \S{36}/,
  ],
  [
    '表决结果等于会议记录',
    'meeting_vote',
    'superseded_at = now() where true',
    /^meeting_held \S{36} votes 1 ≠ 0/,
  ],
  [
    '学时合计等于每人学时',
    'meeting_study',
    'minutes = minutes + 5 where true',
    /^meeting \S{36} minutes \d+ ≠ \d+/,
  ],
  [
    '上缴金额等于所含收款',
    'dues_remittance',
    'amount_fen = 1 where true',
    /^dues_remittance \S{36} amount_fen 1 ≠ 60000$/,
  ],
  [
    '党员每年交纳的党费等于收款',
    'dues_paid_year',
    'dues_fen = dues_fen + 1 where true',
    /^person \S{36} \d{4} dues_fen \d+ ≠ \d+, voluntary_fen 0 ≠ 0$/,
  ],
  [
    '党员每年交纳的党费等于收款',
    'dues_receipt',
    'superseded_at = now() where true',
    /dues_fen \d+ ≠ 0/,
  ],
];

it.each(TAMPERED)('%s: %s tampered with is named', async (name, table, change, found) => {
  await owner(async (client) => {
    await client.query('begin');
    await client.query(`alter table ${table} disable trigger user; update ${table} set ${change}`);
    const after = await failures(client);
    await client.query('rollback');
    expect(Object.keys(after)).toContain(name);
    expect(after[name]?.[0]).toMatch(found);
  });
});
