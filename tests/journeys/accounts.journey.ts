import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { TOTP } from 'otpauth';
import { testDatabase } from '../support/database.ts';
import { axe, MODES } from './support/axe.ts';
import { openBrowser, openVisitor, PHONE, screenshot } from './support/browser.ts';
import { establish, FOUNDER, signIn, type Login } from './support/people.ts';
import { noSidewaysScroll } from './support/phone.ts';
import { startServer, type RunningServer } from './support/server.ts';

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

const CLERK: Login = { loginName: 'zhoulichun', name: '周立春', password: '一场春雨，一场暖' };

test('somebody is invited, sets a password with the code on the phone, and loses the right at once when the account is closed', async () => {
  const desk = await openVisitor(browser, server.url);
  await signIn(desk.page, FOUNDER);
  await desk.page.goto('/accounts');
  await desk.page.getByRole('button', { name: '邀请同志' }).click();
  const drawer = desk.page.getByRole('dialog');
  await drawer.getByLabel('不是党员的工作人员').click();
  await drawer.getByLabel(/^姓名/u).fill(CLERK.name);
  await drawer.getByLabel('登录名').fill(CLERK.loginName);
  await drawer.getByLabel('授权').click();
  await desk.page.getByTitle('党务干部').click();
  for (const mode of MODES) expect(await axe(desk.page, mode), mode).toEqual([]);
  await drawer.getByRole('button', { name: '生成一次性代码' }).click();
  const code = await desk.page.locator('.one-time-code').innerText();
  expect(code.length).toBeGreaterThan(5);
  await screenshot(desk.page, 'one-time-code');
  await desk.page.getByRole('button', { name: '已交给本人' }).click();
  await desk.page.getByRole('button', { name: CLERK.name }).waitFor();

  const phone = await openVisitor(browser, server.url, PHONE);
  await phone.page.goto('/login');
  await phone.page.getByRole('link', { name: /忘记密码/ }).click();
  await phone.page.getByLabel('一次性代码').fill(code);
  await phone.page.getByLabel('密码').fill(CLERK.password);
  expect(await noSidewaysScroll(phone.page)).toEqual([]);
  await phone.page.getByRole('button', { name: '保存密码' }).click();
  await phone.page.getByRole('link', { name: '去登录' }).click();
  await signIn(phone.page, CLERK);
  await phone.page.getByText('党务干部').waitFor();

  await desk.page.getByRole('button', { name: CLERK.name }).click();
  await desk.page.getByRole('button', { name: '停用账号' }).click();
  await desk.page.getByLabel('原因').fill('调离');
  await desk.page.keyboard.press('Control+Enter');
  await desk.page.getByRole('button', { name: '恢复账号' }).waitFor();
  await screenshot(desk.page, 'account-closed');
  await phone.page.goto('/');
  await phone.page.getByRole('heading', { name: '登录' }).waitFor();
  expect([...desk.complaints, ...phone.complaints]).toEqual([]);
});

test('the second factor is switched on, asked for at the log-in, and a wrong code is refused with a sentence', async () => {
  const { page, complaints } = await openVisitor(browser, server.url);
  await signIn(page, FOUNDER);
  await page.goto('/me/sessions');
  await page.getByRole('button', { name: '启用动态码' }).click();
  await page.getByLabel('当前密码').fill(FOUNDER.password);
  await page.getByRole('button', { name: '下一步' }).click();
  const picture = page.getByRole('img', { name: /动态码密钥/ });
  const secret = /([A-Z2-7]{16,})/u.exec((await picture.getAttribute('alt')) ?? '')?.[1] ?? '';
  const totp = new TOTP({ secret });
  for (const mode of MODES) expect(await axe(page, mode), mode).toEqual([]);
  await page.getByLabel('现在显示的六位数字').fill(totp.generate());
  await page.getByRole('button', { name: '启用', exact: true }).click();
  await page.getByRole('button', { name: '停用动态码' }).waitFor();

  const other = await openVisitor(browser, server.url);
  await other.page.goto('/login');
  await other.page.getByLabel('登录名').fill(FOUNDER.loginName);
  await other.page.getByLabel('密码').fill(FOUNDER.password);
  await other.page.getByRole('button', { name: '登录', exact: true }).click();
  await other.page.getByLabel('动态码').fill('000000');
  await other.page.getByRole('button', { name: '登录', exact: true }).click();
  await other.page.getByRole('alert').getByText('动态码不对').waitFor();
  expect([...complaints, ...other.complaints]).toEqual([]);
});
