import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { testDatabase } from '../support/database.ts';
import { axe } from './support/axe.ts';
import { MEMBER, SECRETARY, startBranch, type RunningBranch } from './support/branch.ts';
import { openBrowser, openVisitor, PHONE, screenshot } from './support/browser.ts';
import { signIn } from './support/people.ts';
import { noSidewaysScroll } from './support/phone.ts';

const database = await testDatabase();
let branch: RunningBranch;
let browser: Browser;

beforeAll(async () => {
  branch = await startBranch(database);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await branch?.stop();
});

async function readsWell(page: Page, name: string): Promise<void> {
  expect(await page.locator('.fault').count(), `${name} fails`).toBe(0);
  for (const mode of ['light', 'elder'] as const) expect(await axe(page, mode), name).toEqual([]);
  await screenshot(page, `${name}-desk`);
  expect(await noSidewaysScroll(page), `${name} at 360 px`).toEqual([]);
}

test('a secretary enters talks with three people at once; coverage and the year box know them', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY);
  await page.goto('/talks');
  await page.getByRole('button', { name: '登记谈话' }).first().click();
  const partners = page.getByLabel('谈话对象');
  for (const name of ['李秀英', '张伟', '刘洋']) {
    await partners.fill(name);
    await page.locator('.ant-select-item-option', { hasText: name }).waitFor();
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  await screenshot(page, 'talks-record');
  await page.getByLabel('地点').press('Control+Enter');
  await page.getByRole('cell', { name: '李秀英' }).waitFor();
  expect(await page.getByRole('cell', { name: '支委会成员之间' }).count()).toBe(2);
  expect(await page.getByRole('cell', { name: '支委会成员与党员' }).count()).toBe(1);
  await readsWell(page, 'talks-list');

  await page.goto('/talks/coverage');
  await page.getByText('支部谈心', { exact: true }).waitFor();
  await readsWell(page, 'talks-coverage');

  await page.goto('/workbook/inspection');
  await page.getByText('未开展').first().waitFor();
  await readsWell(page, 'workbook-inspection');
  await page.getByRole('button', { name: '打印整套资料' }).click();
  await page.getByLabel('谁要的').fill('县委组织部');
  await page.getByLabel('谁要的').press('Control+Enter');
  await page.getByText('应县委组织部要求').waitFor();
  await page.goto('/workbook');
  await page.frameLocator('iframe').getByText('工作纪实').first().waitFor();
  await screenshot(page, 'workbook-handbook');
  expect(complaints).toEqual([]);
});

test('the other of the two reads and writes what was said, on a phone', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url, PHONE);
  await signIn(page, MEMBER);
  await page.goto('/me/talks');
  await page.getByText('王建国').first().waitFor();
  await page
    .locator('.card-head')
    .getByText(/年\d+月\d+日/u)
    .first()
    .click();
  await page.getByRole('textbox', { name: '谈话内容' }).fill('谈了近期工作和家里的情况');
  await screenshot(page, 'talks-content-phone');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('已写', { exact: true }).waitFor();
  await screenshot(page, 'talks-own-phone');
  await readsWell(page, 'talks-own');
  expect(complaints).toEqual([]);
});
