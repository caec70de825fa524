import { addDays, addToMonth, monthOf, plainDate, type PlainDate } from '#kernel/plain-date';
import type { OrgId } from '#kernel/ids';
import type { SecretsPort } from '#platform/db';
import type { FileStore } from '#platform/files';
import { makeAccounts, type DemoAccount } from './accounts.ts';
import {
  BEGINS,
  countySeat,
  establishOne,
  foundCounty,
  readCodes,
  settle,
  type Lived,
} from './build.ts';
import { foundBureau, liveBureau } from './bureau.ts';
import { COUNTY_PLAN, type Planned } from './county-plan.ts';
import { Desk, type DeskParts } from './desk.ts';
import { Dice } from './dice.ts';
import { live } from './life.ts';
import { Names } from './people.ts';

export interface DemoOptions {
  readonly appUrl: string;
  readonly secrets: SecretsPort;
  readonly files: FileStore;
  /** The day the demonstration has come to. */
  readonly today: PlainDate;
  readonly random: (length: number) => Uint8Array;
  readonly tell: (line: string) => void;
}

export interface Demo {
  readonly accounts: readonly DemoAccount[];
  readonly organisations: number;
  readonly people: number;
}

const SEED = 20_230_107;
const LANES = 4;
/** Three years up to today; the bureau of the case begins earlier, with its own year. */
const MONTHS = 35;

/** Runs the jobs a few at a time; the first failure ends all. */
async function inLanes<T>(jobs: readonly (() => Promise<T>)[]): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let job = jobs[next]; job !== undefined; job = jobs[next]) {
      next += 1;
      await job();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/**
 * The demonstration county: invented, the same for the same seed and day, lived through the product's
 * own commands on a simulated clock (only a tenant marked as demonstration may).
 */
export async function loadDemo(options: DemoOptions): Promise<Demo> {
  const { today, tell } = options;
  const seed = SEED;
  const founded = await foundCounty(options, options, seed);
  const parts: DeskParts = { ...options, tenantId: founded.tenantId, accountId: founded.accountId };
  const dice = new Dice(seed);
  const names = new Names(dice);
  const county = countySeat(founded);
  const desk = new Desk(parts, addDays(BEGINS, 1), seed + 1);
  const branches: Lived[] = [];
  let organisations = 1;
  try {
    const codes = await readCodes(desk, county);
    let paper = 0;
    const plant = async (parentId: OrgId, planned: Planned): Promise<OrgId> => {
      paper += 1;
      organisations += 1;
      const tools = { dice, names, codes, paper: `云委组〔2021〕${paper}号` };
      if (planned.below === undefined) {
        branches.push(await settle(desk, county, parentId, planned, tools));
        return parentId;
      }
      const made = await establishOne(desk, county, parentId, planned, tools.paper);
      for (const below of planned.below) await plant(made.orgId, below);
      return made.orgId;
    };
    let works: OrgId | null = null;
    for (const planned of COUNTY_PLAN) {
      const made = await plant(founded.orgId, planned);
      if (planned.short === '县直机关工委') works = made;
    }
    if (works === null) throw new Error('the bureau has nothing to stand under');
    const tools = { dice, names, codes };
    const bureau = await foundBureau(desk, county, works, tools);
    organisations += 4;
    tell(
      `已建立${organisations}个党组织，登记${branches.reduce((n, b) => n + b.people.length, 0) + 42}名党员`,
    );
    const first = addToMonth(monthOf(today), -MONTHS);
    const jobs = branches.map((branch, index) => async () => {
      const own = new Desk(parts, plainDate('2022-12-29'), seed + 100 + index);
      try {
        await live(own, branch, first, today, new Dice(seed + index));
      } finally {
        await own.close();
      }
    });
    jobs.unshift(async () => {
      const own = new Desk(parts, plainDate('2022-12-29'), seed + 50);
      try {
        await liveBureau(own, county, bureau, { ...tools, dice: new Dice(seed + 51) }, today);
        const second = new Desk(parts, plainDate('2022-12-29'), seed + 52);
        try {
          await live(second, bureau.retired, first, today, new Dice(seed + 53));
        } finally {
          await second.close();
        }
      } finally {
        await own.close();
      }
    });
    await inLanes(jobs);
    tell('已过完三年的组织生活和党费收缴');
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
