import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date';
import { unwrap } from '#kernel/result';
import { beginCase, type CaseId, type Doing } from '#modules/admissions';
import { testDatabase } from '../support/database.ts';
import { admissionDesk, type AdmissionDesk } from '../worlds/admission-desk.ts';
import { lateRow, meetingHall } from '../worlds/meeting-hall.ts';
import { OFFICER, startBranch, type RunningBranch } from './support/branch.ts';
import { openBrowser, openVisitor, screenshot } from './support/browser.ts';
import { signIn } from './support/people.ts';

type Move = Doing['move'];
type Step = readonly [move: Move, ago: number];

const database = await testDatabase();
let branch: RunningBranch;
let desk: AdmissionDesk;
let browser: Browser;

const ACTIVIST: readonly Step[] = [
  ['apply', 700],
  ['first_talk', 690],
  ['determine_activist', 600],
  ['file_activist', 590],
];
const TARGET: readonly Step[] = [
  ...ACTIVIST,
  ['assign_contacts', 585],
  ['determine_target', 150],
  ['consent_target', 145],
  ['begin_notice', 140],
  ['close_notice', 125],
];
const FILLED: readonly Step[] = [
  ...TARGET,
  ['determine_introducers', 120],
  ['review', 110],
  ['train', 100],
  ['committee_review', 95],
  ['prereview', 90],
  ['issue_book', 88],
  ['fill_form', 85],
];
const REGULARISED: readonly Step[] = [
  ['apply', 1900],
  ['first_talk', 1890],
  ['determine_activist', 1600],
  ['file_activist', 1590],
  ['assign_contacts', 1585],
  ['determine_target', 1100],
  ['file_target', 1090],
  ['determine_introducers', 1080],
  ['review', 1070],
  ['train', 1060],
  ['committee_review', 1050],
  ['prereview', 1040],
  ['issue_book', 1030],
  ['fill_form', 1020],
  ['accept', 1010],
  ['upper_talk', 1000],
  ['approve', 990],
  ['assign_branch', 980],
  ['oath', 970],
  ['apply_regularise', 640],
  ['vote_regularise', 630],
  ['approve_regularise', 620],
];

/** A usual mistake: how far the case had come, which step is tried, what its form gets, what is said. */
interface Mistake {
  readonly name: string;
  readonly steps: readonly Step[];
  /** The day from which the days of the steps count back; today unless told. */
  readonly asOf?: PlainDate;
  readonly move: Move;
  readonly meeting?: '支委会会议' | '支部党员大会会议';
  readonly fill?: (page: Page) => Promise<void>;
  readonly said: RegExp;
}

const form = (page: Page) => page.getByRole('dialog');
const MISTAKES: readonly Mistake[] = [
  {
    name: '谈话没有写谈话人',
    steps: [['apply', 20]],
    move: 'first_talk',
    said: /没有写谈话人/u,
  },
  {
    name: '没有指定培养联系人',
    steps: ACTIVIST,
    move: 'assign_contacts',
    said: /培养联系人应为1至2名.*第9条/u,
  },
  {
    name: '培养不满一年就确定发展对象',
    steps: [
      ['apply', 300],
      ['first_talk', 290],
      ['determine_activist', 200],
      ['file_activist', 190],
      ['assign_contacts', 185],
    ],
    move: 'determine_target',
    meeting: '支委会会议',
    said: /还不到时间，最早.*第13条/u,
  },
  {
    name: '公示不足五个工作日',
    steps: TARGET.slice(0, 7),
    move: 'begin_notice',
    fill: async (page) => {
      const { today } = branch;
      await form(page).getByLabel('办理日期').fill(today);
      await form(page).getByLabel('公示截止日期').fill(addDays(today, 2));
      await form(page).getByLabel('公示地点').fill('公告栏');
    },
    said: /应不少于5个工作日.*第13条/u,
  },
  {
    name: '入党介绍人只有一名',
    steps: TARGET,
    move: 'determine_introducers',
    fill: async (page) => {
      await form(page).getByLabel('入党介绍人').fill('李秀英');
      await page.locator('.ant-select-item-option', { hasText: '李秀英' }).waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
    },
    said: /入党介绍人应为2名.*第14条/u,
  },
  {
    name: '培训天数不够',
    steps: TARGET,
    move: 'train',
    fill: async (page) => {
      await form(page).getByLabel('培训天数').fill('1');
      await form(page).getByLabel('培训学时').fill('8');
    },
    said: /培训1天、8学时，应不少于3天或24学时.*第17条/u,
  },
  {
    name: '没有政治审查就审查',
    steps: [...TARGET, ['determine_introducers', 120], ['train', 100]],
    move: 'committee_review',
    meeting: '支委会会议',
    fill: (page) => form(page).getByLabel('合格', { exact: true }).check(),
    said: /还没有“政治审查”.*第16条/u,
  },
  {
    name: '预审后超过一个月才开支部大会',
    steps: FILLED,
    move: 'accept',
    meeting: '支部党员大会会议',
    fill: async (page) => {
      await form(page)
        .getByLabel(/接收柏辛/u)
        .check();
      await form(page).getByLabel('支部大会决议').fill('大会同意接收。');
    },
    said: /已超过期限.*第19条/u,
  },
  {
    name: '材料不齐就审批',
    steps: [...FILLED, ['accept', 60], ['upper_talk', 50]],
    move: 'approve',
    said: /缺少《入党积极分子培养考察登记表》.*第21条/u,
  },
  {
    name: '预备期没有满就讨论转正',
    steps: [
      ...FILLED,
      ['accept', 84],
      ['upper_talk', 80],
      ['approve', 75],
      ['assign_branch', 70],
      ['oath', 60],
      ['apply_regularise', 5],
    ],
    move: 'vote_regularise',
    meeting: '支部党员大会会议',
    fill: async (page) => {
      await form(page)
        .getByLabel(/柏癸转正/u)
        .check();
      await form(page).getByLabel('支部大会决议').fill('大会同意转正。');
    },
    said: /还不到时间，最早.*第31条/u,
  },
  {
    name: '材料没有齐就归档',
    // Begun under the rules of 2014, whatever day this runs.
    steps: REGULARISED,
    asOf: plainDate('2026-11-20'),
    move: 'file_papers',
    said: /还缺：.*入党志愿书.*第36条/u,
  },
];

/** Names by their place in the list, so that a vote can name its person. */
const nameAt = (index: number): string => `柏${'甲乙丙丁戊己庚辛壬癸子'.charAt(index)}`;

async function begin(mistake: Mistake, name: string): Promise<CaseId> {
  const { world, today } = branch;
  const dayOf = (ago: number): PlainDate => addDays(mistake.asOf ?? today, -ago);
  const { caseId } = await world.act(desk.secretary(), (write) =>
    beginCase(write, {
      orgId: world.branch.orgId,
      person: { name, sex: 'female', bornOn: '1994-05-04' },
      mobile: false,
      league: false,
      steps: mistake.steps.map(([move, ago]) => ({
        move,
        on: dayOf(ago),
        told: {
          ...(move === 'begin_notice' ? { until: dayOf(ago - 12), places: ['公告栏'] } : {}),
          ...(move === 'assign_contacts' ? { contacts: world.branch.people.slice(1, 2) } : {}),
        },
      })),
    }),
  );
  return caseId;
}

const cases: { readonly mistake: Mistake; readonly caseId: CaseId }[] = [];

beforeAll(async () => {
  branch = await startBranch(database);
  const { world, today } = branch;
  desk = admissionDesk(world);
  // Both bodies have met, so that no form stays unsent for want of a meeting.
  await desk.hold('讨论发展党员', [
    { subject: '接收柏辛', for: 20 },
    { subject: '柏癸转正', for: 20 },
  ]);
  unwrap(
    await meetingHall(world).enter([
      lateRow(addDays(today, -4), 'committee_meeting', {
        items: ['研究发展党员'],
        decision: '同意',
      }),
    ]),
  );
  for (const [index, mistake] of MISTAKES.entries())
    cases.push({ mistake, caseId: await begin(mistake, nameAt(index)) });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await branch?.stop();
});

test('each usual mistake is said while the form is filled, and refused with the same sentence', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, OFFICER);
  await page.getByRole('button', { name: /身份工作/u }).click();
  await page.getByRole('menuitem', { name: /党务干部/u }).click();
  await page.getByRole('button', { name: /党务干部\s*身份工作/u }).waitFor();
  for (const [index, { mistake, caseId }] of cases.entries()) {
    const { name, move, meeting, fill, said, steps } = mistake;
    await page.goto(`/admissions/case?caseId=${caseId}&move=${move}`);
    await form(page).waitFor();
    if (meeting !== undefined) {
      await form(page).getByLabel(meeting).click();
      await page.locator('.ant-select-item-option').first().click();
    }
    await fill?.(page);
    const checked = page.getByRole('status', { name: '核对结果' });
    await checked.getByText(said).first().waitFor();
    await form(page).getByRole('button', { name: '办理这一步' }).click();
    const refused = page.getByRole('alert').getByText(/^暂不能办理：/u);
    await refused.waitFor();
    expect(await refused.innerText(), name).toMatch(said);
    await screenshot(page, `mistake-${index + 1}`);
    expect(
      (await desk.look(caseId)).steps.map((one) => one.move),
      name,
    ).toEqual(steps.map(([done]) => done));
  }
  expect(complaints).toEqual([]);
});
