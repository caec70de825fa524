import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { testDatabase } from '../support/database.ts';
import { axe, MODES } from './support/axe.ts';
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

test('the recorder shows a code; whoever is there taps the own name on a phone, with or without an account', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  await page.goto('/meetings/record');
  await page.getByRole('button', { name: '支部党员大会' }).click();
  await page.getByRole('button', { name: '开始记录' }).click();
  await page.getByRole('button', { name: '扫码签到' }).click();
  await page.getByRole('button', { name: '打开签到页' }).click();
  const picture = page.getByRole('img', { name: /^签到页的二维码/u });
  await picture.waitFor();
  for (const mode of MODES) expect(await axe(page, mode), mode).toEqual([]);
  await screenshot(page, 'meeting-check-in');
  const address = (await page.getByText(/\/signin\//u).innerText()).trim();
  expect(address.startsWith(`${branch.server.url}/signin/`)).toBe(true);

  const stranger = await openVisitor(browser, branch.server.url, PHONE);
  const asked: string[] = [];
  stranger.page.on('request', (request) => asked.push(new URL(request.url()).origin));
  await stranger.page.goto(address);
  await stranger.page.getByRole('heading', { name: '支部党员大会签到' }).waitFor();
  await screenshot(stranger.page, 'phone-sign-in');
  for (const mode of MODES) expect(await axe(stranger.page, mode), mode).toEqual([]);
  expect(await noSidewaysScroll(stranger.page)).toEqual([]);
  await stranger.page.getByLabel(/可以先写姓名/u).fill('刘');
  await stranger.page.getByRole('button', { name: '刘洋' }).click();
  await stranger.page.getByRole('button', { name: '我是刘洋，签到' }).click();
  await stranger.page.getByText('可以关闭这个页面了').waitFor();
  await screenshot(stranger.page, 'phone-signed-in');
  expect(new Set(asked)).toEqual(new Set([branch.server.url]));

  const member = await openVisitor(browser, branch.server.url, PHONE);
  await signIn(member.page, MEMBER);
  await member.page.goto(address);
  await member.page.getByRole('button', { name: `我是${MEMBER.name}，签到` }).click();
  await member.page.getByText('可以关闭这个页面了').waitFor();

  await page.getByText('实到 2').waitFor();
  await page.getByRole('button', { name: '关闭签到页' }).click();
  await page.getByRole('button', { name: '打开签到页' }).waitFor();
  await stranger.page.reload();
  await stranger.page.getByText('签到页已关闭').waitFor();
  expect([...complaints, ...stranger.complaints, ...member.complaints]).toEqual([]);
});
