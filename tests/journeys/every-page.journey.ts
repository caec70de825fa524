import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { testDatabase } from '../support/database.ts';
import { axe, MODES, type Mode } from './support/axe.ts';
import { openBrowser, openVisitor, screenshot } from './support/browser.ts';
import { establish, FOUNDER, menuAddresses, signIn } from './support/people.ts';
import { noSidewaysScroll } from './support/phone.ts';
import { startServer, type RunningServer } from './support/server.ts';

/** Light and large type; the soak run takes every mode. */
const LOOKED_AT: readonly Mode[] = process.env['ZHIBU_AXE'] === 'all' ? MODES : ['light', 'elder'];

const database = await testDatabase();
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer(database);
  await establish(server, { name: '中共青禾县委员会', kind: 'committee', sector: 'mixed' });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test('every entry of the menu opens a page that reads well, also while there is nothing in it', async () => {
  const { page, complaints } = await openVisitor(browser, server.url);
  await signIn(page, FOUNDER);
  const addresses = [...(await menuAddresses(page)), '/me/sessions'];
  expect(addresses.length).toBeGreaterThan(2);
  for (const address of addresses) {
    await page.goto(address);
    await page.locator('main h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('没有这一页').count(), `${address} leads nowhere`).toBe(0);
    expect(await page.locator('.fault').count(), `${address} fails`).toBe(0);
    expect(await page.title(), `${address} has a title`).toMatch(/.+ · 支部$/u);
    for (const mode of LOOKED_AT) expect(await axe(page, mode), `${address} ${mode}`).toEqual([]);
    expect(await noSidewaysScroll(page), `${address} at 360 px`).toEqual([]);
    await screenshot(page, `page${address.replace(/\W+/g, '-')}`);
  }
  console.log(`soak: ${addresses.length} pages in ${LOOKED_AT.length} modes`);
  expect(complaints).toEqual([]);
});
