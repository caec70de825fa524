import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { testDatabase } from '../support/database.ts';
import { axe, MODES } from './support/axe.ts';
import { openBrowser, openVisitor, screenshot } from './support/browser.ts';
import { establish, FOUNDER, signIn } from './support/people.ts';
import { noSidewaysScroll } from './support/phone.ts';
import { startServer, type RunningServer } from './support/server.ts';

const database = await testDatabase();
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer(database);
  await establish(server, { name: '青禾县水务局党支部', kind: 'branch', sector: 'office' });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('a member is entered, changed from a day on, found by initials, and counted', async () => {
  const { page, complaints } = await openVisitor(browser, server.url);
  await signIn(page, FOUNDER);
  // Whoever set the installation up also keeps it running; rosters are kept as 党务干部.
  await page.goto('/choose-post');
  await page.getByRole('button', { name: '党务干部' }).first().click();
  await page.getByRole('heading', { name: `${FOUNDER.name}同志，您好` }).waitFor();
  await page.goto('/members');
  await page.getByRole('heading', { name: '党员花名册', level: 1 }).waitFor();
  await page.getByRole('button', { name: '登记党员' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('姓名').fill('孙 桂兰');
  await drawer.getByLabel('公民身份号码').fill('110105194912310021');
  await drawer.getByLabel('入党日期').fill('1975.7');
  await drawer.getByLabel('转正日期').fill('1976-07-01');
  await drawer.getByRole('button', { name: '保存' }).click();
  // The last character is wrong; what was typed is still there.
  await drawer.getByRole('alert').getByText('末位校验不对').waitFor();
  expect(await drawer.getByLabel('姓名').inputValue()).toBe('孙 桂兰');
  await drawer.getByLabel('公民身份号码').fill('11010519491231002x');
  await drawer.getByRole('button', { name: '保存' }).click();

  await page.getByRole('heading', { name: '孙桂兰', level: 1 }).waitFor();
  await page.getByText('1949年12月31日').first().waitFor();
  await page.getByText('110105********002X').waitFor();
  expect(await page.getByText('11010519491231002X').count()).toBe(0);

  await page.getByRole('button', { name: '变更', exact: true }).click();
  await page.getByRole('dialog').getByLabel('职务', { exact: true }).fill('二级调研员');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByRole('list', { name: '变更记录' }).getByText('职务：二级调研员').waitFor();
  for (const mode of MODES) expect(await axe(page, mode), mode).toEqual([]);
  expect(await noSidewaysScroll(page)).toEqual([]);
  await screenshot(page, 'member-file');

  await page.getByRole('button', { name: '查看完整号码' }).click();
  await page.getByRole('dialog').getByLabel('用途').fill('办理组织关系介绍信');
  await page.getByRole('dialog').getByRole('button', { name: '查看' }).click();
  await page.getByText('11010519491231002X').waitFor();
  await page.getByRole('button', { name: '看完了' }).click();

  await page.goto('/members?q=sgl');
  await page.getByRole('button', { name: '孙桂兰' }).waitFor();
  await page.goto('/members/movement');
  await page.getByRole('button', { name: /^期末党员数：1/u }).click();
  await page.getByRole('dialog').getByRole('link', { name: '孙桂兰' }).waitFor();
  await screenshot(page, 'movement');
  expect(complaints).toEqual([]);
});
