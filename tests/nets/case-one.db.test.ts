import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFigures } from '#engines/document';
import { addDays, plainDate } from '#kernel/plain-date';
import { masterKeyOf, secrets } from '#platform/crypto';
import { realClock } from '#platform/clock';
import { Database } from '#platform/db';
import { fileStore } from '#platform/files';
import { makeLog } from '#platform/log';
import { annualReport } from '../../server/commands/annual-report.ts';
import {
  BEGINS,
  countySeat,
  establishOne,
  foundCounty,
  readCodes,
} from '../../server/demo/build.ts';
import { foundBureau, liveBureau } from '../../server/demo/bureau.ts';
import { Desk } from '../../server/demo/desk.ts';
import { Dice } from '../../server/demo/dice.ts';
import { Names } from '../../server/demo/people.ts';
import { readConfig } from '../../server/lifecycle/index.ts';
import { testDatabase } from '../support/database.ts';

/** Case 1: one office branch, the year 2023, lived through the product's own commands. */
const database = await testDatabase();
let folder: string;
let db: Database;
let printed: {
  figures: readonly { indicator: string; value: number | null; text: string; rows: number }[];
};
let word: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhibu-case-'));
  const vault = secrets(masterKeyOf(Buffer.alloc(32, 7)));
  const files = fileStore(join(folder, 'files'), {
    seal: vault.encryptBytes,
    unseal: vault.decryptBytes,
    nameOf: (tenantId, digest) => vault.keyedHash(tenantId, 'file', digest),
  });
  const seed = 7;
  const founded = await foundCounty(database, { secrets: vault, files }, seed);
  const parts = { appUrl: database.appUrl, secrets: vault, files, ...founded };
  const dice = new Dice(seed);
  const desk = new Desk(parts, addDays(BEGINS, 1), seed);
  const county = countySeat(founded);
  const codes = await readCodes(desk, county);
  const works = await establishOne(
    desk,
    county,
    founded.orgId,
    {
      name: '中共云山县直属机关工作委员会',
      short: '县直机关工委',
      kind: 'working_committee',
      sector: 'office',
      members: 0,
    },
    '云委〔2021〕1号',
  );
  const tools = { dice, names: new Names(dice), codes };
  const bureau = await foundBureau(desk, county, works.orgId, tools);
  await liveBureau(desk, county, bureau, tools, plainDate('2023-12-31'));
  await desk.close();
  const clock = realClock();
  db = new Database({ url: database.appUrl, clock, secrets: vault });
  const out = join(folder, 'report.docx');
  const lines: string[] = [];
  const done = await annualReport(
    {
      args: ['--org', '县发展和改革局党支部', '--year', '2023', '--out', out, '--json'],
      print: (line) => lines.push(line),
    },
    {
      db,
      files,
      secrets: vault,
      clock,
      log: makeLog('silent'),
      instance: {
        ...database,
        adminUrl: null,
        config: readConfig({}),
        dataDir: folder,
        attached: true,
        migrated: [],
        announce: () => {},
        close: async () => {},
      },
      close: async () => {},
    },
  );
  expect(done).toBe(0);
  printed = JSON.parse(lines.join('\n')) as typeof printed;
  word = new Map(
    readFigures(await readFile(out))
      .filter((figure) => figure.kind === 'figure')
      .map((figure) => [figure.name, figure.text]),
  );
}, 300_000);

afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

const figure = (indicator: string) => {
  const found = printed.figures.find((one) => one.indicator === indicator);
  if (found === undefined) throw new Error(`no figure ${indicator}`);
  return found;
};

describe('the year 2023 of case 1', () => {
  test.each([
    ['meetings.committee_meeting.count', 12],
    ['meetings.members_meeting.count', 10],
    ['meetings.party_class.count', 4],
    ['meetings.forum.count', 24],
    ['meetings.governance_meeting.count', 2],
    ['meetings.discipline_meeting.count', 2],
    ['meetings.ideology_meeting.count', 4],
    ['meetings.democratic_life_meeting.count', 1],
    ['meetings.org_life_meeting.count', 2],
    ['meetings.theme_day.count', 2],
    ['talks.count', 28],
    ['talks.reminder', 2],
    ['dues.collected', 12_263.7],
    ['admissions.accepted', 1],
    ['admissions.activists', 2],
  ])('%s is %d, and opens as many records', (indicator, value) => {
    const found = figure(indicator);
    expect(found.value).toBe(value);
    expect(found.rows).toBe(indicator === 'dues.collected' ? 222 : value);
  });

  test.each([
    ['支部委员会会议次数', '12'],
    ['支部党员大会次数', '10'],
    ['党课次数', '4'],
    ['双周讲坛次数', '24'],
    ['全面从严治党专题会次数', '2'],
    ['党风廉政专题会次数', '2'],
    ['意识形态工作会议次数', '4'],
    ['收缴党费', '12,263.70'],
  ])('the Word file says %s %s, in a figure that carries its name', (name, text) => {
    expect(word.get(name)).toBe(text);
  });

  test('of the life meetings of 2023, the one of March belongs to the year before', () => {
    // Held 12 March for 2022; 24 August is a special one of 2023; that of 7 February belongs to 2022.
    expect(figure('meetings.democratic_life_meeting.of_year').value).toBe(0);
  });
});
