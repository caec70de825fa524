import {
  addDays,
  addToMonth,
  monthOf,
  plainDate,
  plainMonth,
  type PlainDate,
} from '#kernel/plain-date';
import type { OrgId } from '#kernel/ids';
import type { SecretsPort } from '#platform/db';
import type { FileStore } from '#platform/files';
import { admissionsOf, extensionsOf } from './admissions.ts';
import { makeAccounts, type DemoAccount } from './accounts.ts';
import {
  BEGINS,
  countySeat,
  establishOne,
  foundCounty,
  lead,
  plant,
  readCodes,
  seatOf,
  settle,
  type Lived,
  type Planted,
} from './build.ts';
import { fillBoard } from './boards.ts';
import { foundBureau, liveBureau } from './bureau.ts';
import { COUNTY_PLAN, type Planned } from './county-plan.ts';
import { Desk, type DeskParts } from './desk.ts';
import { Dice } from './dice.ts';
import { goAway, takeIn } from './floating.ts';
import { liveAbove } from './leading.ts';
import { live } from './life.ts';
import { Names } from './people.ts';
import { fill } from './rosters.ts';
import { bureauStory, storyOf } from './story.ts';
import { transferAround } from './transfers.ts';

export interface DemoOptions {
  readonly appUrl: string;
  readonly secrets: SecretsPort;
  readonly files: FileStore;
  /** The day the demonstration has come to. */
  readonly today: PlainDate;
  readonly random: (length: number) => Uint8Array;
  readonly tell: (line: string) => void;
  /** Has the database count its rows: it would plan for empty tables all the while they fill. */
  readonly count: () => Promise<void>;
}

export interface Demo {
  readonly accounts: readonly DemoAccount[];
  readonly organisations: number;
  readonly people: number;
}

const SEED = 20_230_107;
const LANES = 4;
/** The body at the top, as others are planned. */
const COUNTY: Planned = {
  name: '中共云山县委员会',
  short: '中共云山县委员会',
  kind: 'committee',
  sector: 'mixed',
  members: 0,
};
/** Three years up to today; the bureau of the case begins earlier, with its own year. */
const MONTHS = 35;

/** A body above branches; its leaders stand in the roster of the first branch below it. */
interface Body {
  readonly place: Pick<Lived, 'orgId' | 'path' | 'planned'>;
  readonly first: number;
}

/** After the probation of those who came with it is over. */
const LIVES = plainDate('2023-07-01');

async function atDesk(
  parts: DeskParts,
  from: PlainDate,
  seed: number,
  work: (desk: Desk) => Promise<void>,
): Promise<void> {
  const own = new Desk(parts, from, seed);
  try {
    await work(own);
  } finally {
    await own.close();
  }
}

/** Runs the jobs a few at a time. The first failure stops all and is thrown once they have stopped. */
async function inLanes(
  jobs: readonly (() => Promise<void>)[],
  stop: AbortController,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let job = jobs[next]; job !== undefined && !stop.signal.aborted; job = jobs[next]) {
      next += 1;
      await job().catch((error: unknown) => stop.abort(error));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  stop.signal.throwIfAborted();
}

/**
 * The demonstration county: invented, the same for the same seed and day, lived through the product's
 * own commands on a simulated clock (only a tenant marked as demonstration may).
 */
export async function loadDemo(options: DemoOptions): Promise<Demo> {
  const { tell } = options;
  // The lives end the evening before: what is entered from now on must not lie before their last entry.
  const today = addDays(options.today, -1);
  const seed = SEED;
  const founded = await foundCounty(options, options, seed);
  const stop = new AbortController();
  const { tenantId, accountId } = founded;
  const parts: DeskParts = { ...options, tenantId, accountId, stop: stop.signal };
  const dice = new Dice(seed);
  const names = new Names(dice);
  const county = countySeat(founded);
  const desk = new Desk(parts, addDays(BEGINS, 1), seed + 1);
  const planted: Planted[] = [];
  let organisations = 1;
  try {
    const codes = await readCodes(desk, county);
    let paper = 0;
    const bodies: Body[] = [];
    const above: (Body['place'] | null)[] = [];
    const settleBelow = async (parentId: OrgId, planned: Planned): Promise<OrgId> => {
      paper += 1;
      organisations += 1;
      const tools = { dice, names, paper: `云委组〔2021〕${paper}号` };
      if (planned.below === undefined) {
        planted.push(await plant(desk, county, parentId, planned, tools));
        above.push(bodies.at(-1)?.place ?? null);
        return parentId;
      }
      const made = await establishOne(desk, county, parentId, planned, tools.paper);
      bodies.push({ place: made, first: planted.length });
      for (const below of planned.below) await settleBelow(made.orgId, below);
      return made.orgId;
    };
    let works: OrgId | null = null;
    for (const planned of COUNTY_PLAN) {
      const made = await settleBelow(founded.orgId, planned);
      if (planned.short === '县直机关工委') works = made;
    }
    if (works === null) throw new Error('the bureau has nothing to stand under');
    const tools = { dice, names, codes };
    const bureau = await foundBureau(desk, county, works, tools);
    organisations += 4;
    tell(`已建立${organisations}个党组织，正在登记党员…`);
    const first = addToMonth(monthOf(today), -MONTHS);
    const stories = planted.map((one, index) => storyOf(one.planned, index, first, today));
    const rosters = await fill(
      desk,
      county,
      planted.map(({ born, newcomer: _, ...place }) => ({ place, born })),
      codes,
    );
    await options.count();
    const branches: Lived[] = [];
    const settling = planted.map((one, index) => async () => {
      const story = stories[index];
      if (story === undefined) return;
      await atDesk(parts, addDays(BEGINS, 1), seed + 100 + index, async (own) => {
        const people = rosters[index] ?? [];
        const settled = await settle(own, county, one, people, story.firstTermEndsOn);
        for (const { place } of bodies.filter((body) => body.first === index)) {
          await lead(own, county, place, settled);
        }
        branches[index] = settled;
      });
    });
    await inLanes(settling, stop);
    const treasury = branches.find((one) => one.planned.short === '县财政局党支部');
    if (treasury === undefined) throw new Error('nobody leads the county');
    const place = { orgId: founded.orgId, path: founded.path, planned: COUNTY };
    const top = await lead(desk, county, place, treasury);
    tell(`已登记${branches.reduce((n, b) => n + b.people.length, 0) + 42}名党员`);
    const jobs = branches.map((branch, index) => async () => {
      const story = stories[index];
      const body = above[index] ?? null;
      const newcomer = planted[index]?.newcomer;
      if (story === undefined || body === null || newcomer === undefined) return;
      const seat = seatOf(body, 'officer', null, '党务干部');
      const told = { story, newcomer, county, above: seat, codes };
      await atDesk(parts, LIVES, seed + 200 + index, async (own) => {
        const lived = await live(own, branch, first, today, new Dice(seed + index), told);
        branches[index] = lived;
        await admissionsOf(own, lived, index, today);
        await fillBoard(own, lived, today);
      });
    });
    const settled = plainDate('2022-12-29');
    jobs.unshift(
      () =>
        atDesk(parts, settled, seed + 50, (own) =>
          liveBureau(own, county, bureau, { ...tools, dice: new Dice(seed + 51) }, today),
        ),
      () =>
        atDesk(parts, settled, seed + 52, async (own) => {
          const told = { story: bureauStory(today), newcomer: null, county, above: county, codes };
          await live(own, bureau.retired, first, today, new Dice(seed + 53), told);
        }),
    );
    // Books and dues fill as the first lives are told.
    await inLanes(jobs.splice(0, LANES), stop);
    await options.count();
    await inLanes(jobs, stop);
    // The leading group comes after its bureau: its entries, too, only go forward in time.
    const leading = [bureau.leadingGroup, bureau.generalBranch, top].map(
      (body, index) => () =>
        atDesk(parts, LIVES, seed + 54 + index, (own) =>
          liveAbove(own, body, plainMonth('2024-01'), today),
        ),
    );
    await inLanes(leading, stop);
    const host = branches.find((one) => one.planned.short === '城东社区党支部') ?? null;
    const sent: string[] = [];
    const leaving = branches
      .filter((one) => one.planned.sector === 'village')
      .slice(0, 11)
      .map(
        (branch, index) => () =>
          atDesk(parts, LIVES, seed + 400 + index, async (own) => {
            const ids = await goAway(own, branch, index, today, index < 2 ? host : null);
            if (index < 2) sent.push(...ids.slice(0, 1));
          }),
      );
    await inLanes(leaving, stop);
    if (host !== null)
      await atDesk(parts, LIVES, seed + 420, (own) => takeIn(own, host, sent.slice(0, 1), today));
    const towns = bodies.map((body, index) => ({
      place: body.place,
      branches: branches.slice(body.first, bodies[index + 1]?.first ?? branches.length),
    }));
    await atDesk(parts, today, seed + 60, async (own) => {
      own.until(today);
      for (const [index, branch] of branches.entries()) {
        const body = above[index] ?? null;
        if (body !== null)
          await extensionsOf(own, branch, seatOf(body, 'officer', null, '党务干部'), today);
      }
      await transferAround(own, towns, today);
    });
    tell('三年的组织生活和党费收缴已经记完');
    const accounts = await makeAccounts(
      parts,
      founded,
      [bureau.office, ...branches],
      options.random,
    );
    return {
      accounts,
      organisations,
      people: [...branches, bureau.office, bureau.retired].reduce((n, b) => n + b.people.length, 1),
    };
  } finally {
    await desk.close();
  }
}
