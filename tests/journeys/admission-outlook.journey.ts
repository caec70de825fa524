import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import {
  addDays,
  addMonths,
  monthOf,
  chineseMonth,
  yearOf,
  type PlainDate,
} from '#kernel/plain-date';
import { beginCase, type Doing } from '#modules/admissions';
import { HOLIDAYS } from '#kernel/holidays';
import { testDatabase } from '../support/database.ts';
import { axe, MODES } from './support/axe.ts';
import { OFFICER, SECRETARY, startBranch, type RunningBranch } from './support/branch.ts';
import { DESK, openBrowser, openVisitor, PHONE, screenshot } from './support/browser.ts';
import { signIn } from './support/people.ts';
import { noSidewaysScroll } from './support/phone.ts';

const database = await testDatabase();
let branch: RunningBranch;
let browser: Browser;

/** Somebody on the way, taken over from paper: one step after another, the last so many days ago. */
async function onTheWay(
  name: string,
  moves: readonly Doing['move'][],
  last: number,
): Promise<void> {
  const { world, today } = branch;
  const from = (n: number): PlainDate => addDays(today, -last - (moves.length - 1 - n) * 20);
  await world.act(world.branch.as('secretary'), (write) =>
    beginCase(write, {
      orgId: world.branch.orgId,
      person: { name, sex: name.endsWith('雨') ? 'female' : 'male', bornOn: '1994-05-04' },
      mobile: false,
      league: false,
      steps: moves.map((move, index) => ({
        move,
        on: from(index),
        told:
          move === 'begin_notice' ? { until: addDays(from(index), 12), places: ['公告栏'] } : {},
      })),
    }),
  );
}

beforeAll(async () => {
  branch = await startBranch(database);
  await onTheWay('孙晓雨', ['apply'], 20);
  await onTheWay('何方', ['apply'], 60);
  await onTheWay(
    '许明',
    ['apply', 'first_talk', 'determine_activist', 'file_activist', 'assign_contacts'],
    40,
  );
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await branch?.stop();
});

/** Looks at a page in all three ways of display and on a phone. */
async function readsWell(page: Page, name: string): Promise<void> {
  expect(await page.locator('.fault').count(), `${name} fails`).toBe(0);
  for (const mode of MODES) expect(await axe(page, mode), `${name} ${mode}`).toEqual([]);
  await screenshot(page, `outlook-${name}-elder`);
  expect(await noSidewaysScroll(page), `${name} at 360 px, elder`).toEqual([]);
  await page.evaluate(() => {
    localStorage.setItem('zhibu.mode', 'light');
    dispatchEvent(new StorageEvent('storage', { key: 'zhibu.mode' }));
  });
  await screenshot(page, `outlook-${name}`);
  await page.setViewportSize({ ...PHONE });
  expect(await noSidewaysScroll(page), `${name} at 360 px`).toEqual([]);
  await screenshot(page, `outlook-${name}-phone`);
  await page.setViewportSize({ ...DESK });
}
const drawer = (page: Page) => page.getByRole('dialog');

test('the branch sees the year ahead by month, prints it, and who is on the way', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  await page.goto('/admissions/calendar');
  const { today } = branch;
  await page.getByRole('heading', { name: chineseMonth(monthOf(today)) }).waitFor();
  await page.getByRole('row', { name: /何方.*最迟.*已超期/u }).waitFor();
  await readsWell(page, 'calendar');
  const later = chineseMonth(monthOf(addMonths(addDays(today, -80), 12)));
  await page.getByRole('link', { name: later }).click();
  await page.getByRole('row', { name: /许明.*最早.*确定发展对象/u }).waitFor();
  await page.getByRole('link', { name: '打印', exact: true }).click();
  await page.frameLocator('iframe').getByText('确定发展对象').first().waitFor();

  await page.goto('/admissions/structure');
  await page.getByText('入党申请人2人，入党积极分子1人').waitFor();
  await readsWell(page, 'structure');
  await page.getByRole('button', { name: /入党申请人，女：1/u }).click();
  await drawer(page).getByRole('link', { name: '孙晓雨' }).click();
  await page.getByRole('heading', { name: '孙晓雨 · 全程纪实' }).waitFor();
  expect(complaints).toEqual([]);
});

test('the level above plans five years beside one, and sees which branches admitted nobody', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, OFFICER);
  await page.getByRole('button', { name: /身份工作/u }).click();
  await page.getByRole('menuitem', { name: /党务干部/u }).click();
  await page.getByRole('button', { name: /党务干部\s*身份工作/u }).waitFor();
  await page.goto('/admissions/plans');
  const row = page.getByRole('row', { name: /发展和改革局/u });
  const give = async (quota: string): Promise<void> => {
    await row.getByRole('button', { name: '下达' }).click();
    await drawer(page).getByLabel('计划发展党员数').fill(quota);
    await drawer(page).getByLabel('文号').press('Control+Enter');
    await row.getByText('调整').waitFor();
  };
  await give('2');
  await page.getByRole('link', { name: '五年规划' }).click();
  const year = yearOf(branch.today);
  await page
    .getByRole('region', { name: new RegExp(`${year}—${year + 4}年发展党员规划`, 'u') })
    .waitFor();
  await give('9');
  await row.getByText('9', { exact: true }).first().waitFor();
  await readsWell(page, 'five-years');

  await page.goto('/admissions/plans');
  await page.getByRole('button', { name: '增设' }).click();
  await drawer(page).getByLabel('步骤名称').fill('组织员阅看材料');
  await drawer(page).getByLabel('在哪一步之前办').click();
  await page.locator('.ant-select-item-option', { hasText: '党组织派人谈话' }).click();
  await drawer(page).getByRole('radio', { name: '党支部' }).check();
  await drawer(page).getByLabel('要有的材料').fill('阅看意见表');
  await drawer(page).getByLabel('依据的文件').fill('县委组织部通知');
  await readsWell(page, 'local-form');
  await drawer(page).getByLabel('依据的文件').press('Control+Enter');
  await page.getByRole('row', { name: /组织员阅看材料.*党组织派人谈话.*必须先办/u }).waitFor();
  await readsWell(page, 'local-steps');

  // The table of a later year, checked before it is sent.
  await page.goto('/organisations/work-years');
  await page.getByRole('button', { name: '导入' }).click();
  const lines = (HOLIDAYS[2026]?.rest ?? '')
    .split(' ')
    .map((one) => `2032-${one.slice(0, 2)}-${one.slice(2)},休,国务院办公厅通知`);
  const table = drawer(page).getByLabel('表的内容');
  await table.fill(`${lines.join('\n')}\n2032-13-01,休,国务院办公厅通知`);
  await drawer(page)
    .getByText(/“2032-13-01”不是有效日期/u)
    .waitFor();
  await readsWell(page, 'work-years-load');
  await table.fill(lines.join('\n'));
  await drawer(page)
    .getByText(/核对通过：2032年放假/u)
    .waitFor();
  await table.press('Control+Enter');
  await page.getByRole('row', { name: /2032年.*国务院办公厅通知/u }).waitFor();

  await page.goto('/admissions/idle');
  await page.getByText(/个党支部中，0个自/u).waitFor();
  await readsWell(page, 'idle');
  expect(complaints).toEqual([]);
});

test('a step the county asks for comes before that of the chart, leaves its paper and is taken back', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  await page.goto('/admissions');
  await page.getByRole('row', { name: /孙晓雨.*组织员阅看材料/u }).waitFor();
  await page.getByRole('button', { name: '孙晓雨' }).click();
  await page.getByText(/“组织员阅看材料”还没有办.*按上级规定/u).waitFor();
  await page.getByRole('button', { name: '组织员阅看材料' }).click();
  await drawer(page).getByLabel('情况').press('Control+Enter');
  await page.getByText(/缺少《阅看意见表》/u).waitFor();
  await drawer(page)
    .getByLabel(/阅看意见表/u)
    .check();
  await drawer(page).getByLabel('情况').press('Control+Enter');
  const done = page.getByRole('list', { name: '已办步骤' });
  await done.getByText('材料：阅看意见表').waitFor();
  await readsWell(page, 'local-done');
  await done.getByRole('button', { name: /撤\s*回.*组织员阅看材料/u }).click();
  await drawer(page).getByLabel('原因').fill('填错了');
  await drawer(page).getByLabel('原因').press('Control+Enter');
  await page.getByRole('heading', { name: '撤回的步骤' }).waitFor();
  expect(complaints).toEqual([]);
});
