import { copyFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { money } from '#kernel/money';
import { ok } from '#kernel/result';
import { loadMasterKey, secrets } from '#platform/crypto';
import { registerFile } from '#platform/db';
import { fileStore } from '#platform/files';
import { withClient } from '#platform/postgres';
import { recordReceipts } from '#modules/dues';
import { putBack } from '../../server/backup/put-back.ts';
import { takeBackup } from '../../server/backup/take.ts';
import { readConfig, type Instance } from '../../server/lifecycle/index.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { buildWorld, type World } from '../worlds/world.ts';

const source = await testDatabase();
const target = await testDatabase();
let world: World;
let folder: string;

const instanceOf = (database: TestDatabase, name: string): Instance => ({
  adminUrl: null,
  ownerUrl: database.ownerUrl,
  appUrl: database.appUrl,
  config: readConfig({}),
  dataDir: join(folder, name),
  attached: false,
  migrated: [],
  announce: () => {},
  close: async () => {},
});

const ABOUT = {
  version: 'test',
  takenAt: '2026-03-02T01:00:00.000Z',
  passphrase: 'seven quiet rivers',
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhibu-backup-'));
  world = await buildWorld(source.appUrl);
  const [personId] = world.branch.people;
  if (personId === undefined) throw new Error('nobody');
  await world.act(world.branch.as('secretary'), (write) =>
    recordReceipts(write, {
      orgId: world.branch.orgId,
      receipts: [
        {
          personId,
          paidOn: plainDate('2026-03-01'),
          amount: money(4_800),
          means: 'cash',
          payer: { kind: 'self' },
          voluntary: false,
          note: '制表\t换行\n反斜杠\\',
        },
      ],
    }),
  );
  const key = await loadMasterKey({ dataDir: join(folder, 'from'), env: {} });
  const vault = secrets(key);
  const store = fileStore(join(folder, 'from', 'files'), {
    seal: vault.encryptBytes,
    unseal: vault.decryptBytes,
    nameOf: (tenantId, digest) => vault.keyedHash(tenantId, 'file', digest),
  });
  const stored = await store.put(Buffer.from('姓名,性别\n王,男\n'), {
    tenantId: world.founded.tenantId,
    kind: 'table',
    originalName: '花名册.csv',
  });
  if (!stored.ok) throw new Error(stored.refusal.code);
  const { hash, name, mime, size } = stored.value;
  await world.act(world.branch.as('secretary'), async (write) =>
    ok(await registerFile(write, { hash, name, mime, size })),
  );
});

afterAll(async () => {
  await world.db.close();
  await rm(folder, { recursive: true, force: true });
});

test('what comes back is what was taken, to the last row and file', async () => {
  const taken = await takeBackup(instanceOf(source, 'from'), join(folder, 'one'), ABOUT);
  expect(taken.files).toHaveLength(1);
  await loadMasterKey({ dataDir: join(folder, 'to'), env: {} });
  await putBack(instanceOf(target, 'to'), join(folder, 'one'), ABOUT.passphrase);
  const again = await takeBackup(instanceOf(target, 'to'), join(folder, 'two'), ABOUT);
  expect(again.tables).toEqual(taken.tables);
  const [file] = taken.files;
  const path = join('files', file?.tenantId ?? '', file?.hash.slice(0, 2) ?? '', file?.hash ?? '');
  expect(await readFile(join(folder, 'to', path))).toEqual(
    await readFile(join(folder, 'from', path)),
  );
  expect(await readFile(join(folder, 'to', 'key'), 'utf8')).toBe(
    await readFile(join(folder, 'from', 'key'), 'utf8'),
  );
});

test('numbers go on after those that came back, and guards stand again', async () => {
  await withClient(target.ownerUrl, async (client) => {
    await client.query(`select tenant_create(gen_random_uuid(), '又一个县', false, now())`);
    const seqs = await client.query<{ seq: string }>('select seq from tenant order by seq');
    expect(seqs.map((row) => Number(row.seq))).toEqual([1, 2]);
    await expect(client.query('delete from dues_receipt')).rejects.toThrow(/never deleted/);
  });
});

test('into a database that is used: refused', async () => {
  await expect(
    putBack(instanceOf(source, 'from'), join(folder, 'one'), ABOUT.passphrase),
  ).rejects.toThrow(/已有内容/);
});

test('a changed copy and a wrong passphrase are refused, and nothing is half there', async () => {
  const empty = await testDatabaseLike();
  await expect(putBack(empty, join(folder, 'one'), 'wrong')).rejects.toThrow(/口令不对/);
  const tables = join(folder, 'one', 'tables');
  const names = (await readdir(tables)).filter((name) => name.startsWith('person.'));
  await copyFile(join(folder, 'one', 'tables', 'dues_cycle.copy.gz'), join(tables, names[0] ?? ''));
  await expect(putBack(empty, join(folder, 'one'), ABOUT.passphrase)).rejects.toThrow(
    /与清单不符|缺少|violates/,
  );
  await withClient(empty.ownerUrl, async (client) => {
    expect(await client.query('select 1 from tenant')).toEqual([]);
  });
});

/** The target emptied again: its tables as a fresh installation has them. */
async function testDatabaseLike(): Promise<Instance> {
  await withClient(target.ownerUrl, async (client) => {
    const tables = await client.query<{ t: string }>(
      "select string_agg(quote_ident(tablename), ', ') as t from pg_tables where schemaname = 'public' and tablename <> 'zhibu_migration'",
    );
    await client.query(`truncate ${tables[0]?.t ?? ''}`);
  });
  await writeFile(join(folder, 'to', 'key'), await readFile(join(folder, 'from', 'key')));
  return instanceOf(target, 'to');
}
