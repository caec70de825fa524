import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { testDatabase } from '../support/database.ts';
import { axe, MODES } from './support/axe.ts';
import { openBrowser, openVisitor, PHONE, screenshot } from './support/browser.ts';
import { menuAddresses, type Login } from './support/people.ts';
import { noSidewaysScroll } from './support/phone.ts';
import { startServer, type RunningServer } from './support/server.ts';

const database = await testDatabase();
let server: RunningServer;
let browser: Browser;
/** As the page told them, by login name. */
const told = new Map<string, Login>();

beforeAll(async () => {
  server = await startServer(database);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Loading a county of three years takes a minute or two. */
const PATIENCE = 400_000;
/** Every page in one mode; so many in all modes. */
const IN_ALL_MODES = 10;

const login = (name: string): Login => {
  const found = told.get(name);
  if (found === undefined) throw new Error(`no account ${name}`);
  return found;
};

/** Whoever signs in is greeted by the person's name, which the table of accounts does not tell. */
async function enter(page: Page, name: string): Promise<void> {
  const { loginName, password } = login(name);
  await page.goto('/login');
  await page.getByLabel('登录名').fill(loginName);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: /同志，您好/ }).waitFor();
}

/** Read in full: nothing under way, no grey bars where rows will stand. */
async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page
    .locator('main .ant-skeleton, main .ant-spin-spinning')
    .first()
    .waitFor({ state: 'detached' });
}

test(
  'an empty installation offers the demonstration county, loads it and tells its accounts once',
  async () => {
    const { page, complaints } = await openVisitor(browser, server.url);
    await page.goto('/');
    await page.getByRole('button', { name: '先看看：载入演示县' }).click();
    await page.getByLabel('一次性代码').fill(server.setupCode ?? '');
    await page.getByRole('button', { name: '载入演示县' }).click();
    await page.getByRole('heading', { name: '演示县已经载入' }).waitFor({ timeout: PATIENCE });
    for (const row of await page.locator('.accounts-told tbody tr').all()) {
      const [who = '', loginName = '', password = ''] = await row.locator('td').allInnerTexts();
      told.set(loginName, { name: who, loginName, password });
    }
    expect([...told.keys()]).toEqual(expect.arrayContaining(['xian', 'fagai', 'dangyuan']));
    expect(await axe(page, 'light')).toEqual([]);
    await page.getByRole('link', { name: '去登录' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
    expect(complaints).toEqual([]);
  },
  PATIENCE,
);

/** Every entry of the menu as somebody has it, filled with three years: opens, reads well, fits the phone. */
async function everyPage(name: string, inAllModes: number): Promise<void> {
  const { page, complaints } = await openVisitor(browser, server.url);
  await enter(page, name);
  await settled(page);
  await screenshot(page, `demo-${name}-home`);
  const addresses = ['/', ...(await menuAddresses(page))];
  // All pages are looked at before anything is said, so that one run tells everything.
  const wrong: string[] = [];
  for (const [index, address] of addresses.entries()) {
    await page.goto(address);
    await settled(page);
    if ((await page.locator('.fault').count()) > 0) wrong.push(`${address} fails`);
    for (const mode of index < inAllModes ? MODES : (['light'] as const))
      for (const found of await axe(page, mode))
        wrong.push(`${address} ${mode}: ${found.rule} ${found.places[0] ?? ''}`);
    for (const wide of await noSidewaysScroll(page))
      wrong.push(`${address} at 360 px: ${String(wide)}`);
    await screenshot(page, `demo-${name}${address.replace(/\W+/g, '-')}`);
  }
  expect(wrong).toEqual([]);
  expect(complaints).toEqual([]);
}

test(
  'the secretary of the bureau: every page filled, ten of them in all modes',
  () => everyPage('fagai', IN_ALL_MODES),
  PATIENCE,
);

test(
  'the level above looks down on the county: every page filled',
  () => everyPage('xian', 1),
  PATIENCE,
);

test('the first page shows at most seven things due, each with its reason', async () => {
  const { page } = await openVisitor(browser, server.url);
  await enter(page, 'fagai');
  await settled(page);
  const due = page.getByRole('region', { name: /到期|待办/ }).getByRole('listitem');
  expect(await due.count()).toBeGreaterThan(0);
  expect(await due.count()).toBeLessThanOrEqual(7);
});

test('an ordinary member on a phone sees the own things and nothing of others', async () => {
  const { page, complaints } = await openVisitor(browser, server.url, PHONE);
  await enter(page, 'dangyuan');
  for (const address of await menuAddresses(page)) {
    await page.goto(address);
    await settled(page);
    expect(await page.locator('.fault').count(), `${address} fails`).toBe(0);
    expect(await axe(page, 'light'), address).toEqual([]);
    expect(await noSidewaysScroll(page), address).toEqual([]);
  }
  await page.goto('/members');
  await page.waitForLoadState('networkidle');
  expect(await page.getByRole('row').count()).toBeLessThanOrEqual(1);
  expect(complaints).toEqual([]);
});
