import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { testDatabase } from '../support/database.ts';
import { axe, findings } from './support/axe.ts';
import { SECRETARY, startBranch, type RunningBranch } from './support/branch.ts';
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
  for (const mode of ['light', 'elder'] as const) {
    expect(await axe(page, mode), name).toEqual([]);
    await screenshot(page, `${name}-${mode}`);
  }
  expect(await noSidewaysScroll(page), `${name} at 360 px`).toEqual([]);
}

/** What the server told the page, as only the page is told. */
async function told<T>(page: Page, path: string, press: () => Promise<void>): Promise<T> {
  const answer = page.waitForResponse((found) => found.url().endsWith(path) && found.ok());
  await press();
  return (await (await answer).json()) as T;
}

async function save(page: Page, words = '保存'): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: words, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** Somebody with a slip at a phone: the paper, the look over, the box. */
async function vote(code: string, choose: readonly string[], picture?: string): Promise<void> {
  const { page, context, complaints } = await openVisitor(browser, branch.server.url, PHONE);
  await page.goto(`/t#${code}`);
  for (const label of choose) {
    const [name = '', option = ''] = label.split(' ');
    await page.getByRole('group', { name }).getByText(option, { exact: true }).click();
  }
  if (picture !== undefined) {
    await screenshot(page, `${picture}-paper`);
    expect(await findings(page, true)).toEqual([]);
    expect(await noSidewaysScroll(page)).toEqual([]);
  }
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('heading', { name: '请核对' }).waitFor();
  if (picture !== undefined) {
    await screenshot(page, `${picture}-look`);
    expect(await findings(page, true)).toEqual([]);
  }
  await page.getByRole('button', { name: '投入票箱' }).click();
  await page.getByRole('status').getByText('已投入票箱').waitFor();
  if (picture !== undefined) await screenshot(page, `${picture}-done`);
  expect(new URL(page.url()).hash).toBe('');
  expect(await context.cookies()).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
}

test('an election on paper and screen, from the roll to the result', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY);
  await page.goto('/ballots');
  await page.getByRole('button', { name: '新建投票' }).first().click();
  await page.getByLabel('名称').fill('支部委员会选举');
  await page
    .getByRole('textbox', { name: '候选人' })
    .fill('张伟 组织委员\n刘洋 宣传委员\n陈静\n杨帆');
  await page.getByText('屏幕票（凭票码条）').click();
  await page.getByLabel('写明可用屏幕票的选举办法').fill('党员大会通过的《选举办法》第八条');
  await page.getByLabel('上级党组织同意的文件').fill('云委组〔2026〕3号');
  await screenshot(page, 'ballots-create');
  await save(page);
  await page.getByRole('heading', { name: '支部委员会选举', level: 1 }).waitFor();

  await page.getByRole('button', { name: '编辑名册' }).click();
  await page.getByRole('button', { name: /从花名册带入有表决权的20人/u }).click();
  await save(page);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  const supervisors = page.getByRole('combobox', { name: '监票人' });
  await supervisors.fill('李秀英');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: '计票人' }).fill('黄磊');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await save(page);
  const tellers = await told<{ slips: { name: string; code: string }[] }>(
    page,
    '/ballots/teller-slips',
    () => page.getByRole('button', { name: '印开箱条' }).click(),
  );
  await page.getByRole('button', { name: '印制票码条' }).click();
  const printed = await told<{ slips: { code: string }[] }>(page, '/ballots/codes', () =>
    page.getByRole('button', { name: '生成票码条' }).click(),
  );
  await page.frameLocator('iframe[title="票码条"]').getByText('只能用一次').first().waitFor();
  await screenshot(page, 'ballots-codes');
  await page.locator('.ant-drawer-close').click();

  await page.getByRole('button', { name: '全部到会' }).click();
  const board = page.getByRole('radiogroup', { name: '李秀英领取' });
  await board.getByText('票码条').click();
  await page.getByRole('radiogroup', { name: '黄磊领取' }).getByText('票码条').click();
  await page.getByRole('radiogroup', { name: '孙悦领取' }).getByText('票码条').click();
  await page.getByRole('radiogroup', { name: '马骏领取' }).getByText('纸质票').click();
  await page.getByText('纸质票1张，票码条3张').waitFor();
  await readsWell(page, 'ballots-board');
  await page.getByRole('button', { name: '开始投票' }).click();
  await page.getByText('正在投票').waitFor();

  const codes = printed.slips.map(({ code }) => code);
  const all = ['张伟 赞成', '刘洋 赞成', '陈静 赞成', '杨帆 不赞成'];
  await vote(codes[0] ?? '', all, 'booth');
  await vote(codes[1] ?? '', all);
  await vote(codes[2] ?? '', ['张伟 赞成']);
  await page.getByRole('button', { name: '截止投票' }).click();
  await page.getByLabel('剩下的票码条').fill('17');
  await save(page, '截止');

  await page.getByRole('button', { name: '录入计票单' }).click();
  await page.getByText('逐张唱票').click();
  for (const name of ['张伟', '刘洋', '陈静'])
    await page.getByRole('radiogroup', { name }).getByText('赞成', { exact: true }).click();
  await page.getByRole('button', { name: '记下这张' }).click();
  await screenshot(page, 'ballots-sheet');
  await save(page);
  for (const { code } of tellers.slips) {
    await page.getByRole('button', { name: '凭开箱条确认' }).click();
    await page.getByLabel('开箱条代码').fill(code);
    await save(page);
  }
  await page.getByText('已确认开箱：').waitFor();
  await page.getByRole('button', { name: '开箱计票' }).click();
  await page.getByRole('heading', { name: '结果' }).waitFor();
  const votes = page.getByRole('row', { name: /^张伟/u });
  expect(await votes.getByRole('cell').allInnerTexts()).toEqual(['4', '0', '0', '']);
  await readsWell(page, 'ballots-result');

  // The recount page counts by itself, on a machine without any server.
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载复核页' }).click();
  const path = join(tmpdir(), `zhibu-recount-${process.pid}.html`);
  await (await download).saveAs(path);
  const alone = await browser.newContext({ offline: true });
  const counter = await alone.newPage();
  await counter.goto(`file://${path}`);
  await counter.getByRole('row', { name: /^张伟 赞成 4 不赞成 0 弃权 0/u }).waitFor();
  await screenshot(counter, 'ballots-recount');
  await alone.close();
  await rm(path);
  const ballotId = new URL(page.url()).pathname.split('/').at(-1);
  for (const [paper, words] of [
    ['ballot', '应选3人'],
    ['sheet', '没有人当选'],
    ['roll', '无从知道抽到的是哪一张'],
    ['closing-list', '没有使用的票号'],
  ] as const) {
    await page.goto(`/api/ballots/papers/${paper}?ballotId=${ballotId}`);
    await page.getByText(words).first().waitFor();
    await screenshot(page, `ballots-paper-${paper}`);
  }
  await page.goto('/ballots');
  await page.getByText('已计票').waitFor();
  await readsWell(page, 'ballots-list');
  expect(complaints).toEqual([]);
});
