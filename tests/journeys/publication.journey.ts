import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { testDatabase } from '../support/database.ts';
import { axe, findings } from './support/axe.ts';
import { MEMBER, SECRETARY, startBranch, type RunningBranch } from './support/branch.ts';
import { DESK, openBrowser, openVisitor, PHONE, screenshot } from './support/browser.ts';
import { signIn } from './support/people.ts';
import { noSidewaysScroll } from './support/phone.ts';

const database = await testDatabase();
let branch: RunningBranch;
let browser: Browser;
let board = '';

beforeAll(async () => {
  branch = await startBranch(database);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await branch?.stop();
});

/** A page of the application: no fault, no finding of axe, no sideways scrolling at 360 px; pictures of all three. */
async function readsWell(page: Page, name: string): Promise<void> {
  expect(await page.locator('.fault').count(), `${name} fails`).toBe(0);
  for (const mode of ['elder', 'light'] as const) {
    expect(await axe(page, mode), `${name} ${mode}`).toEqual([]);
    if (mode === 'elder') await screenshot(page, `${name}-elder`);
  }
  await screenshot(page, `${name}-desk`);
  expect(await noSidewaysScroll(page), `${name} at 360 px`).toEqual([]);
  await page.setViewportSize(PHONE);
  await screenshot(page, `${name}-phone`);
  await page.setViewportSize(DESK);
}

async function move(page: Page, label: string, signedBy = ''): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).first().click();
  if (signedBy !== '') await page.getByLabel('在纸质审批表上签字的人').fill(signedBy);
  await page.locator('.ant-drawer').getByRole('button', { name: label, exact: true }).click();
  await page.locator('.ant-drawer-content-wrapper').waitFor({ state: 'hidden' });
}

test('a text goes from proposal to the board; its sheet carries the code', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY);
  await page.goto('/publication');
  await page.getByRole('button', { name: '开设公开栏' }).click();
  const address = page.getByRole('link', { name: /\/board\// });
  await address.waitFor();
  board = (await address.getAttribute('href')) ?? '';
  expect(board).toMatch(/^\/board\/[A-Z2-9]{8}$/);

  await page.getByRole('button', { name: '提出公开事项' }).first().click();
  await page.getByLabel('公开目录里的哪一项').click();
  await page.locator('.ant-select-item-option', { hasText: '党建工作情况' }).click();
  await page.getByLabel('标题').fill('第四季度党建工作情况');
  const text = page.getByLabel('正文');
  await text.fill('联系人王建国，手机13800001234');
  await text.press('Control+Enter');
  await page.getByText('个人电话号码').waitFor();
  await text.fill('召开支部党员大会1次，主题党日3次。\n项目\t次数\n党课\t1\n志愿服务\t2\n合计\t3');
  await text.press('Control+Enter');
  await page.getByRole('heading', { name: '第四季度党建工作情况' }).waitFor();
  await move(page, '审核', '李秀英');
  await page.getByText('据纸质记录').waitFor();
  await move(page, '审批');
  await move(page, '公开');
  await page.getByText('在公开栏里看').waitFor();
  await page.getByRole('button', { name: '登记张贴' }).click();
  await page.getByLabel('张贴地点').fill('办公楼一层公示栏');
  await page.getByLabel('证明人一').fill('李秀英');
  await page.getByLabel('证明人二').fill('张伟');
  await page.getByLabel('证明人二').press('Control+Enter');
  await page.getByText('证明人李秀英、张伟').waitFor();
  await readsWell(page, 'publication-item');
  await page.getByRole('link', { name: '打印张贴（A4）' }).click();
  const sheet = page.frameLocator('iframe');
  await sheet.getByText('公开编号').waitFor();
  expect(await sheet.getByRole('img', { name: '公开栏二维码' }).count()).toBe(1);
  await screenshot(page, 'publication-sheet');
  await page.goto('/publication');
  await page.getByText('公开中').first().waitFor();
  await readsWell(page, 'publication-items');
  await page.goto('/publication/catalogue');
  await page.getByText('发展对象公示').first().waitFor();
  await readsWell(page, 'publication-catalogue');
  expect(complaints).toEqual([]);
});

test('a resident reads the board on a phone and asks a question', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url, PHONE);
  await page.goto(board);
  expect(await findings(page, true)).toEqual([]);
  await screenshot(page, 'board-phone');
  await page.getByRole('link', { name: '第四季度党建工作情况' }).click();
  await page.getByRole('cell', { name: '志愿服务' }).waitFor();
  await screenshot(page, 'board-post-phone');
  const code = (await page.locator('dd.code').textContent()) ?? '';
  expect(code).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$/);
  await page.getByRole('link', { name: '对这件事提问' }).click();
  expect(await findings(page, true)).toEqual([]);
  await page.getByLabel('想问什么').fill('志愿服务都做了什么');
  await screenshot(page, 'board-ask-phone');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('heading', { name: '已收到，编号第1号' }).waitFor();
  await page.goto(board);
  await page.getByLabel('核验公开编号').fill(code.toLowerCase());
  await page.getByRole('button', { name: '核验' }).click();
  await page.getByRole('heading', { name: '编号属实' }).waitFor();
  await screenshot(page, 'board-check-phone');
  expect((await page.context().cookies()).length).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
    true,
  );
  expect(complaints).toEqual([]);
});

test('the secretary answers, the resident finds it, a member sees the way', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY);
  await page.goto('/publication/todo');
  await page.getByText('志愿服务都做了什么').waitFor();
  await readsWell(page, 'publication-todo');
  await page.getByRole('button', { name: '答复第1号' }).click();
  await page
    .locator('.ant-drawer')
    .getByRole('textbox', { name: '答复' })
    .fill('清理河道两次，共46人次');
  await page.locator('.ant-drawer').getByRole('textbox', { name: '答复' }).press('Control+Enter');
  await page.getByText('没有等答复的').waitFor();
  await page.goto('/publication/questions');
  await page.getByText('清理河道两次').waitFor();
  await readsWell(page, 'publication-questions');
  const resident = await openVisitor(browser, branch.server.url, DESK);
  await resident.page.goto(board);
  await resident.page.getByText('清理河道两次，共46人次').waitFor();
  await screenshot(resident.page, 'board-desk');
  const member = await openVisitor(browser, branch.server.url, PHONE);
  await signIn(member.page, MEMBER);
  await member.page.goto('/me/open');
  await member.page.getByRole('link', { name: '本支部公开栏' }).waitFor();
  await readsWell(member.page, 'publication-inside');
  expect([...complaints, ...resident.complaints, ...member.complaints]).toEqual([]);
});
