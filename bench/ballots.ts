import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  capacityOf,
  countGrouped,
  dropped,
  emptied,
  grouped,
  paperSize,
  readMarks,
  type Form,
  type Marks,
} from '#engines/ballot';
import { masterKeyOf, secrets } from '#platform/crypto';
import type { Caller } from '../tests/torture/client.ts';
import { setUp, signedIn, start } from '../tests/torture/program.ts';
import { quantile } from './load.ts';
import { processorTime } from './processor.ts';

const PAPERS = 5_000;
const SECONDS = 60;
const GRADES = ['优秀', '合格', '基本合格', '不合格'];
const FORM: Form = {
  kind: 'grade',
  entries: Array.from({ length: 12 }, (_, at) => ({ key: `n${at}`, name: `同志${at + 1}` })),
  grades: GRADES,
};

export interface Polled {
  readonly p50: number;
  readonly p95: number;
  readonly seconds: number;
  /** Milliseconds of processor time a paper (opened, looked over, cast): of the server, of the database. */
  readonly own: number;
  readonly below: number;
  /** Seconds until the result of all papers stood, over HTTP. */
  readonly counted: number;
}

async function done(caller: Caller, path: string, input: object): Promise<Record<string, unknown>> {
  const { status, body } = await caller.post(path, input);
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** An open evaluation without a roll and the codes of its slips. */
async function opened(caller: Caller, orgId: string) {
  const made = await done(caller, '/ballots', {
    orgId,
    title: '群众测评',
    heldOn: new Date().toISOString().slice(0, 10),
    secrecy: 'opinion',
    onPersons: true,
    hasRoll: false,
    form: FORM,
    threshold: null,
    onPaper: false,
    onScreen: true,
  });
  const ballotId = String(made['ballotId']);
  let basedOn = 1;
  const act = async (path: string, input: object): Promise<Record<string, unknown>> => {
    const answer = await done(caller, `/ballots/${path}`, { ballotId, basedOn, ...input });
    basedOn += 1;
    return answer;
  };
  await act('tellers', {
    tellers: [
      { role: 'supervisor', personId: null, name: '甲' },
      { role: 'counter', personId: null, name: '乙' },
    ],
  });
  const printed = await act('codes', { number: PAPERS });
  await act('hand-out', { paper: 0, codes: PAPERS });
  await act('open', {});
  const codes = (printed['slips'] as { code: string }[]).map(({ code }) => code);
  return { ballotId, codes, act };
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Milliseconds until the last byte of one step in the booth. */
function step(url: string, path: string, body: string): Promise<number> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(
      `${url}/t/${path}`,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
        },
      },
      (answer) => {
        answer
          .resume()
          .once('end', () =>
            answer.statusCode === 200
              ? resolve(performance.now() - begun)
              : reject(new Error(`${path}: ${answer.statusCode}`)),
          );
      },
    );
    asked.once('error', reject).end(body);
  });
}

/** 5,000 people open, look over and cast a paper of twelve names within a minute, evenly spread. */
export async function poll(): Promise<Polled> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhibu-bench-ballots-'));
  const running = await start(dataDir);
  try {
    const orgId = await setUp(running);
    const caller = await signedIn(running.url);
    const { ballotId, codes, act } = await opened(caller, orgId);
    const pid = running.child.process.pid ?? 0;
    const before = processorTime(pid);
    const begun = performance.now();
    const times: number[] = [];
    const voters = codes.map(async (code, at) => {
      await sleep((at * SECONDS * 950) / PAPERS);
      const marks =
        FORM.kind === 'grade' ? FORM.entries.map((_, n) => `p${n}=${(at + n) % 4}`) : [];
      const body = `code=${code}&${marks.join('&')}`;
      for (const path of ['paper', 'look', 'cast']) times.push(await step(running.url, path, body));
    });
    await Promise.all(voters);
    const seconds = (performance.now() - begun) / 1000;
    const after = processorTime(pid);
    await act('close', { codesLeft: 0 });
    const slips = await act('teller-slips', {});
    for (const { code } of slips['slips'] as { code: string }[])
      await done(caller, '/ballots/turn-by-slip', { ballotId, code });
    const counting = performance.now();
    await act('count', {});
    return {
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      seconds,
      own: (after.own - before.own) / PAPERS,
      below: (after.below - before.below) / PAPERS,
      counted: (performance.now() - counting) / 1000,
    };
  } finally {
    agent.destroy();
    running.child.process.kill('SIGTERM');
    await running.child.ended;
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Seconds (of the clock, of the processor) to decipher, empty and count a box of `papers`. */
export function countBox(papers: number): { readonly clock: number; readonly processor: number } {
  const vault = secrets(masterKeyOf(Buffer.alloc(32, 1)));
  const size = paperSize(FORM);
  const capacity = capacityOf(size);
  const random = (length: number): Uint8Array => randomBytes(length);
  const parts: string[] = [];
  for (let made = 0; made < papers; made += capacity) {
    const some = Array.from({ length: Math.min(capacity, papers - made) }, (_, at): Marks => {
      const picks = Array.from({ length: 12 }, (__, n) => (made + at * (n + 1)) % 4);
      const marks = readMarks(FORM, { picks, writeIns: [], spoiled: false });
      if (marks === null) throw new Error('does not fit');
      return marks;
    });
    const mixed = dropped(new Uint8Array(), some, size, random);
    parts.push(vault.encrypt('bench', new TextDecoder().decode(mixed)));
  }
  const begun = performance.now();
  const used = process.cpuUsage();
  const bytes = parts.map((part) => new TextEncoder().encode(vault.decrypt('bench', part)));
  const tally = countGrouped(FORM, grouped(emptied(bytes, size)));
  const { user, system } = process.cpuUsage(used);
  if (tally.papers !== papers) throw new Error('lost papers');
  return { clock: (performance.now() - begun) / 1000, processor: (user + system) / 1e6 };
}
