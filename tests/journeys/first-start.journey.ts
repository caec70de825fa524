import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { testDatabase } from '../support/database.ts';
import { axe, MODES } from './support/axe.ts';
import { openBrowser, openVisitor, PHONE, screenshot } from './support/browser.ts';
import { clickAndKeyCounter } from './support/counter.ts';
import { FOUNDER } from './support/people.ts';
import { noSidewaysScroll } from './support/phone.ts';
import { startServer, type RunningServer } from './support/server.ts';

const database = await testDatabase();
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer(database);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const { name: NAME, password: PASSWORD } = FOUNDER;

test('an empty installation is set up with the code of the console, then signed in to', async () => {
  const { page, complaints } = await openVisitor(browser, server.url);
  await page.goto('/');
  await page.getByRole('heading', { name: '建立本单位' }).waitFor();
  for (const mode of MODES) expect(await axe(page, mode), mode).toEqual([]);
  expect(await noSidewaysScroll(page)).toEqual([]);
  await screenshot(page, 'first-start');

  await page.getByLabel('党组织全称').fill('青禾县发展和改革局党支部');
  await page.getByLabel('您的姓名').fill(NAME);
  await page.getByLabel('登录名').fill(NAME);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByLabel('任职日期').fill('2024.5.11');
  await page.getByLabel('一次性代码').fill('WRONG-CODE');
  await page.getByRole('button', { name: '建立本单位' }).click();
  await page.getByRole('alert').getByText('代码不对或已失效').waitFor();
  expect(await page.getByLabel('党组织全称').inputValue()).toBe('青禾县发展和改革局党支部');

  await page.getByLabel('一次性代码').fill(server.setupCode ?? '');
  await page.getByRole('button', { name: '建立本单位' }).click();
  await page.getByRole('link', { name: '去登录' }).click();

  await page.getByLabel('登录名').fill(NAME);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: `${NAME}同志，您好` }).waitFor();
  // One account is enough: whoever set the branch up acts as its secretary at once.
  await page.getByText('书记', { exact: false }).first().waitFor();
  await page.getByRole('link', { name: '收党费' }).first().waitFor();
  for (const mode of MODES) expect(await axe(page, mode), mode).toEqual([]);
  expect(complaints).toEqual([]);
});

test('without a session every page leads to the log-in and back; ending a session elsewhere ends it', async () => {
  const desk = await openVisitor(browser, server.url);
  const phone = await openVisitor(browser, server.url, PHONE);
  for (const { page } of [desk, phone]) {
    await page.goto('/me/sessions');
    await page.getByLabel('登录名').fill(NAME);
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { name: '我的登录' }).waitFor();
  }
  expect(await noSidewaysScroll(phone.page)).toEqual([]);

  await desk.page.reload();
  await desk.page.getByRole('button', { name: /^结束/ }).first().waitFor();
  for (const mode of MODES) expect(await axe(desk.page, mode), mode).toEqual([]);
  while ((await desk.page.getByRole('button', { name: /^结束/ }).count()) > 0) {
    const before = await desk.page.getByRole('button', { name: /^结束/ }).count();
    await desk.page.getByRole('button', { name: /^结束/ }).first().click();
    await expect
      .poll(() => desk.page.getByRole('button', { name: /^结束/ }).count(), { timeout: 10_000 })
      .toBeLessThan(before);
  }
  await phone.page.reload();
  await phone.page.getByRole('heading', { name: '登录' }).waitFor();
  expect(phone.page.url()).toContain('back=');
});

test('the keyboard alone is enough to sign in, and the skip link leads to the text', async () => {
  const { page } = await openVisitor(browser, server.url);
  const effort = await clickAndKeyCounter(page);
  await page.goto('/login');
  await page.getByLabel('登录名').waitFor();
  await page.keyboard.type(NAME);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: `${NAME}同志，您好` }).waitFor();
  expect(effort.read()).toMatchObject({ clicks: 0, keys: 2 });

  await page.reload();
  await page.getByRole('heading', { name: `${NAME}同志，您好` }).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});
