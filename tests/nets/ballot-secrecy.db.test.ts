import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { count, paperText, readMarks, type Form, type Marks } from '#engines/ballot';
import { newId } from '#kernel/clock';
import { plainDate } from '#kernel/plain-date';
import { ok, unwrap } from '#kernel/result';
import { Database } from '#platform/db';
import { masterKeyOf, secrets, type Secrets } from '#platform/crypto';
import {
  ballotDetail,
  closeRound,
  countRound,
  createBallot,
  issueSlips,
  openRound,
  printCodes,
  setRoll,
  setTellers,
  tellerSlips,
  turnKeyBySlip,
} from '#modules/ballots';
import { testDatabase } from '../support/database.ts';
import { Attacker, type Loot } from '../torture/ballot-attacks.ts';
import { Looter } from '../torture/ballot-loot.ts';
import { booth, nameList } from '../worlds/ballot-hall.ts';
import { serveWorld, type HttpWorld } from '../worlds/http.ts';
import { buildWorld, type World } from '../worlds/world.ts';
import { dice } from './inputs.ts';

/** 100 ballots; the soak run takes 1,000. */
const BALLOTS = 5 * Number(process.env['ZHIBU_DOSE'] ?? 20);
const LEAKY = 40;
const VOTERS = 6;
const CHANCE = 4.5;
const CAUGHT = 5;

const FORM: Form = {
  kind: 'approve',
  entries: nameList(['赵甲', '钱乙', '孙丙']),
  seats: 2,
  writeIns: 1,
};
const WAYS: readonly Marks[] = [
  { picks: [0, 0, 1], writeIns: [], spoiled: false },
  { picks: [0, null, 1], writeIns: [], spoiled: false },
  { picks: [null, null, 0], writeIns: [], spoiled: true },
  { picks: [null, null, null], writeIns: [], spoiled: false },
  { picks: [1, 1, 0], writeIns: ['李丁戊己庚'], spoiled: false },
].map((marks) => readMarks(FORM, marks) ?? marks);

/** A build under attack; the leaky ones each break one thing that keeps votes and voters apart. */
interface Build {
  readonly vault: Secrets;
  readonly afterCast?: (loot: Looter, ballotId: string, paper: string) => Promise<void>;
  readonly afterCount?: (
    loot: Looter,
    ballotId: string,
    papers: readonly string[],
  ) => Promise<void>;
}

const vault = secrets(masterKeyOf(Buffer.alloc(32, 7)));
const PRODUCT: Build = { vault };
const LEAKS: Readonly<Record<string, Build>> = {
  'one row a vote, without a name': {
    vault,
    afterCast: (looter, ballotId, paper) =>
      looter.run('insert into leak (ballot_id, id, paper) values ($1, $2, $3)', [
        ballotId,
        newId(world.clock),
        paper,
      ]),
  },
  'papers kept as they came': {
    vault,
    afterCount: (looter, ballotId, papers) =>
      looter.run('update ballot_paper set papers = $2 where ballot_id = $1', [
        ballotId,
        JSON.stringify(papers.map((paper) => ({ paper, times: 1 }))),
      ]),
  },
  'a box that is mixed, not encrypted': {
    vault: { ...vault, encrypt: (_tenant, text) => text, decrypt: (_tenant, text) => text },
  },
  'papers as long as what is on them': {
    vault: {
      ...vault,
      encrypt: (tenant, text) =>
        `${vault.encrypt(tenant, text)}~${'A'.repeat(Array.from(text.replace(/ +/g, '')).length)}`,
      decrypt: (tenant, text) => vault.decrypt(tenant, text.split('~')[0] ?? ''),
    },
  },
};

const database = await testDatabase();
const looter = new Looter(database.ownerUrl);
let world: World;
let http: HttpWorld;
const folders: string[] = [];
const logged: unknown[] = [];

async function serve(build: Build): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'zhibu-secrecy-'));
  folders.push(folder);
  const keep = (...told: unknown[]): void => void logged.push(told);
  http = await serveWorld(world, folder, null, {
    vault: build.vault,
    log: {
      info: keep,
      warn: keep,
      incident: (error) => {
        keep(error);
        return '';
      },
    },
  });
}

const based = async (
  write: Parameters<typeof ballotDetail>[0],
  ballotId: Parameters<typeof ballotDetail>[1]['ballotId'],
) => ({ ballotId, basedOn: (await ballotDetail(write, { ballotId }))?.version ?? 0 });

/** A ballot ready to be cast: six on the roll, none with a slip yet. */
async function prepared() {
  const secretary = world.branch.as('secretary');
  return world.act(secretary, async (write) => {
    const { random } = world.clock;
    const made = await createBallot(write, {
      orgId: world.branch.orgId,
      title: '选举',
      heldOn: plainDate('2026-03-02'),
      secrecy: 'statutory',
      onPersons: true,
      hasRoll: true,
      form: FORM as never,
      threshold: null,
      onPaper: false,
      onScreen: true,
      rulesAdopted: '选举办法',
      upperConsent: '云委组〔2026〕3号',
      keepMonths: 12,
    });
    if (!made.ok) return made;
    const { ballotId } = made.value;
    const lines = Array.from({ length: VOTERS }, (_, at) => ({
      personId: null,
      name: `党员${at}`,
      leftOut: '',
    }));
    await setRoll(write, { ...(await based(write, ballotId)), lines });
    await setTellers(write, {
      ...(await based(write, ballotId)),
      tellers: [
        { role: 'supervisor', personId: null, name: '甲' },
        { role: 'counter', personId: null, name: '乙' },
      ],
    });
    const told = { ...(await based(write, ballotId)), number: VOTERS };
    const printed = await printCodes(write, told, random);
    const roll = (await ballotDetail(write, { ballotId }))?.roll ?? [];
    const marks = roll.map(({ lineId }) => ({ lineId, present: true, slip: null }));
    await issueSlips(write, { ballotId, marks: marks as never });
    const open = await openRound(write, await based(write, ballotId));
    if (!open.ok || !printed.ok) throw new Error('not open');
    return ok({
      ballotId,
      lines: roll.map(({ lineId }) => lineId),
      codes: printed.value.slips.map(({ code }) => code),
    });
  });
}

type Prepared = Awaited<ReturnType<typeof prepared>>;

const fieldsOf = (code: string, { picks, writeIns, spoiled }: Marks) => ({
  code,
  ...Object.fromEntries(
    picks.flatMap((pick, line) => (pick === null ? [] : [[`p${line}`, String(pick)]])),
  ),
  ...(writeIns[0] === undefined ? {} : { w0: writeIns[0] }),
  ...(spoiled ? { spoil: '1' } : {}),
});

/** Somebody gets a slip and casts within the same second, at the same machine. */
async function castOne(
  ballot: Prepared,
  at: number,
  marks: Marks,
  access: Loot['access'][number][],
) {
  const lineId = ballot.lines[at];
  await world.act(world.branch.as('secretary'), (write) =>
    issueSlips(write, {
      ballotId: ballot.ballotId,
      marks: [{ lineId: lineId as never, present: true, slip: 'code' }],
    }),
  );
  for (const step of ['look', 'cast'] as const) {
    const answer = await booth(http.app, step, fieldsOf(ballot.codes[at] ?? '', marks));
    if (answer.status !== 200) throw new Error(answer.text);
    access.push({ path: `/t/${step}`, bytes: Buffer.byteLength(answer.text) });
  }
}

async function counted(ballotId: Prepared['ballotId']) {
  return world.act(world.branch.as('secretary'), async (write) => {
    await closeRound(write, { ...(await based(write, ballotId)), codesLeft: 0, reason: '' });
    const told = await based(write, ballotId);
    const slips = await tellerSlips(write, told, world.clock.random);
    for (const { code } of slips.ok ? slips.value.slips : [])
      await turnKeyBySlip(write, { ballotId, code });
    const done = await countRound(write, await based(write, ballotId));
    return done.ok ? ok((await ballotDetail(write, { ballotId }))?.rounds[0]?.result) : done;
  });
}

/** Runs ballots of a build and all attacks on each; gives what every attack found against chance. */
async function attacked(build: Build, ballots: number): Promise<Attacker['scores']> {
  await serve(build);
  const roll = dice(77);
  const attacker = new Attacker();
  for (let n = 0; n < ballots; n += 1) {
    const ballot = await prepared();
    const votes = ballot.lines.map(() => WAYS[Math.floor(roll() * WAYS.length)] ?? WAYS[0]!);
    const papers = votes.map(paperText);
    const victim = Math.floor(roll() * VOTERS);
    const access: Loot['access'][number][] = [];
    let before: Loot['before'] = [];
    let after: Loot['before'] = [];
    for (const [at, marks] of votes.entries()) {
      if (at === victim) before = await looter.of(ballot.ballotId);
      await castOne(ballot, at, marks, access);
      await build.afterCast?.(looter, ballot.ballotId, papers[at] ?? '');
      if (at === victim) after = await looter.of(ballot.ballotId);
    }
    const result = await counted(ballot.ballotId);
    expect(result?.tally).toEqual(
      count(
        FORM,
        votes.map((marks) => ({ marks, times: 1 })),
      ),
    );
    await build.afterCount?.(looter, ballot.ballotId, papers);
    const loot = { before, after, end: await looter.of(ballot.ballotId), access, victim };
    attacker.add(loot, { papers });
  }
  await http.close();
  return attacker.scores;
}

/** The same county, served by a build with another vault. */
function withVault(of: World, other: Secrets): World {
  const db = new Database({ url: database.appUrl, clock: of.clock, secrets: other, poolSize: 4 });
  return {
    ...of,
    db,
    act: async (actor, work) =>
      unwrap(await db.write(actor, { commandId: null, action: 'test' }, work)),
  };
}

world = await buildWorld(database.appUrl, { size: 1 });
await looter.open();

afterAll(async () => {
  await looter.close();
  await world.db.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

test('a cast changes the box and the map of used codes, and nothing else in the database', async () => {
  await serve(PRODUCT);
  const ballot = await prepared();
  await castOne(ballot, 0, WAYS[0]!, []);
  const before = await looter.all();
  for (const step of ['paper', 'look', 'cast'] as const)
    await booth(http.app, step, fieldsOf(ballot.codes[1] ?? '', WAYS[1]!));
  const after = await looter.all();
  const changed = [...after].filter(([name, rows]) => String(rows) !== String(before.get(name)));
  expect(changed.map(([name]) => name)).toEqual(['ballot_box', 'ballot_urn']);
  for (const [name, rows] of changed) expect(rows.length).toBe(before.get(name)?.length);
  const sizes = (of: typeof after) => of.get('ballot_urn')?.map((row) => row.length);
  expect(sizes(after)).toEqual(sizes(before));
  await http.close();
});

test('with the whole database and all logs an attacker does no better than guessing', async () => {
  const scores = await attacked(PRODUCT, BALLOTS);
  const found = Object.fromEntries([...scores].map(([name, score]) => [name, score.z]));
  for (const [name, z] of Object.entries(found)) expect(Math.abs(z), name).toBeLessThan(CHANCE);
  // The attacks that must have had something to work on.
  expect(scores.get('order of storing')?.guesses).toBe(BALLOTS);
  expect(scores.get('growth of the box')?.guesses).toBeGreaterThan(BALLOTS / 2);
  expect(logged).toEqual([]);
}, 1_200_000);

test.each(Object.entries(LEAKS))(
  'is caught: %s',
  async (_name, build) => {
    const honest = world;
    world = withVault(honest, build.vault);
    try {
      const scores = await attacked(build, LEAKY);
      const best = Math.max(...[...scores.values()].map(({ z }) => z));
      expect(best).toBeGreaterThan(CAUGHT);
    } finally {
      await world.db.close();
      world = honest;
    }
  },
  600_000,
);
