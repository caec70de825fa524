import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { addDays, chineseDate } from '#kernel/plain-date';
import { testDatabase } from '../support/database.ts';
import { axe, chooseMode, MODES } from './support/axe.ts';
import { MEMBER, SECRETARY, startBranch, type RunningBranch } from './support/branch.ts';
import { DESK, openBrowser, openVisitor, PHONE, screenshot } from './support/browser.ts';
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

/** The page as a desk, a phone and an old pair of eyes have it: nothing serious, nothing sideways, pictures to look at. */
async function lookAt(page: Page, name: string): Promise<void> {
  for (const mode of MODES) expect(await axe(page, mode), `${name} ${mode}`).toEqual([]);
  expect(await noSidewaysScroll(page), `${name} elder`).toEqual([]);
  await screenshot(page, `${name}-elder`);
  await chooseMode(page, 'dark');
  await screenshot(page, `${name}-dark`);
  await chooseMode(page, 'light');
  await screenshot(page, name);
  await page.setViewportSize({ ...PHONE });
  expect(await noSidewaysScroll(page), `${name} phone`).toEqual([]);
  await screenshot(page, `${name}-phone`);
  await page.setViewportSize({ ...DESK });
}

async function planOne(page: Page, kind: string, day: string): Promise<void> {
  await page.goto('/meetings/record');
  await page.getByRole('button', { name: kind, exact: true }).click();
  await page.getByLabel('日期').fill(day);
  await page.getByRole('textbox', { name: '地点' }).fill('二楼会议室');
  await page.getByRole('button', { name: '列为待开' }).click();
  await page.getByRole('button', { name: '发通知' }).waitFor();
}

test('two planned meetings become one sitting; moved and cancelled, their notices say so', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  const [first, second] = [addDays(branch.today, 5), addDays(branch.today, 7)];
  await planOne(page, '党课', second);
  await planOne(page, '支部党员大会', first);
  await lookAt(page, 'sitting-planned');
  await page.getByRole('button', { name: '发通知' }).click();
  await page.getByRole('button', { name: '发出通知' }).click();
  await page.getByRole('button', { name: '再发一次' }).waitFor();

  await page.goto('/meetings/record');
  await page.getByRole('checkbox', { name: `${chineseDate(first)}支部党员大会合在一次开` }).check();
  await page.getByRole('checkbox', { name: `${chineseDate(second)}党课合在一次开` }).check();
  await lookAt(page, 'sitting-begin');
  await page.getByRole('button', { name: `合在一次开（${chineseDate(first)}）` }).click();
  const tabs = page.getByRole('navigation', { name: '同一时间地点的会' });
  await tabs.getByRole('link', { name: '党课' }).waitFor();

  await page.getByRole('button', { name: '改时间地点' }).click();
  await page.getByLabel('日期').fill(addDays(first, 1));
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText(/【会议改期通知】.*原定/u).waitFor();
  await lookAt(page, 'sitting-moved');

  const member = await openVisitor(browser, branch.server.url, PHONE);
  await signIn(member.page, MEMBER);
  await member.page.goto('/me/meetings');
  await member.page.getByText('改期', { exact: true }).first().waitFor();
  await member.page
    .getByText(`原定：${chineseDate(first)}`)
    .first()
    .waitFor();

  await page.getByRole('link', { name: /^‹?\s*会议$/u }).click();
  await page.getByRole('button', { name: '取消这次会' }).click();
  await page.getByLabel(/^原因/u).fill('防汛值守');
  await page.getByRole('button', { name: '取消这次会' }).last().click();
  await page.getByText(/定于.*召开党课。[^]*原通知的支部党员大会取消/u).waitFor();
  await lookAt(page, 'sitting-cancelled');
  await member.page.reload();
  await member.page.getByText('取消原因：防汛值守').waitFor();
  await screenshot(member.page, 'sitting-member');
  expect([...complaints, ...member.complaints]).toEqual([]);
});

const item = async (page: Page, title: string): Promise<void> => {
  await page.getByLabel('增加议题').fill(title);
  await page.keyboard.press('Enter');
  const number = await page.getByRole('textbox', { name: /^第\d+项议题$/ }).count();
  for (let one = 1; one <= number; one += 1)
    await page.getByLabel(`讨论（第${one}项）`).fill('学习讨论，发言的同志有三人。');
};

test('absent members get the content by post; the outlook is live; two drafts are final in one pass; old words stay', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  for (const kind of ['支部党员大会', '党课']) {
    await page.goto('/meetings/record');
    await page.getByRole('button', { name: kind, exact: true }).click();
    await page.getByRole('button', { name: '开始记录' }).click();
    await page.getByRole('group', { name: '王建国' }).waitFor();
    if (kind === '支部党员大会') {
      await page.getByText('还需10人到会').waitFor();
      await page.getByRole('button', { name: '全部到会' }).click();
      for (const name of [
        '马骏',
        '朱玲',
        '胡斌',
        '郭靖安',
        '何苗',
        '高远',
        '林溪',
        '罗丹',
        '梁峰',
        '孙悦',
      ])
        await page.getByRole('button', { name: `${name}缺席` }).click();
      await page.getByText('最多到会10人，表决须11票赞成，这次不可能通过').waitFor();
      for (const name of ['朱玲', '胡斌', '郭靖安', '何苗', '高远', '林溪', '罗丹', '梁峰', '孙悦'])
        await page.getByRole('button', { name: `${name}到会` }).click();
    } else {
      await page.getByRole('button', { name: '全部到会' }).click();
      await page.getByRole('button', { name: '马骏请假' }).click();
    }
    await page.getByRole('button', { name: '马骏登记送学' }).click();
    await page.getByRole('combobox', { name: '马骏送学' }).click();
    await page.getByTitle('邮寄资料').click();
    await page.getByLabel('马骏的送学材料').fill('学习材料一册');
    await page.getByRole('combobox', { name: '记录人' }).fill('陈静');
    await item(page, '学习有关文件');
    await page.getByText('已保存', { exact: true }).waitFor();
  }
  await lookAt(page, 'sitting-record');

  await page.goto('/meetings');
  await page.getByText('有2份会议记录还没有定稿').waitFor();
  await lookAt(page, 'sitting-list');
  await page.getByRole('link', { name: '查看并定稿' }).click();
  await page.getByRole('button', { name: '定稿2次会' }).waitFor();
  await lookAt(page, 'sitting-drafts');
  await page.getByRole('button', { name: '定稿2次会' }).click();
  await page.getByRole('button', { name: '确认定稿' }).click();
  await page.getByText('会议记录都已经定稿').waitFor();

  await page.goto('/meetings?kind=party_class');
  await page.getByRole('button', { name: '党课', exact: true }).last().click();
  await page.getByText(/马骏（邮寄资料，.*学习材料一册）/u).waitFor();
  await page.getByRole('button', { name: '更正' }).click();
  await page.getByLabel(/^原因/u).fill('漏写决定');
  await page.getByRole('button', { name: '开始更正' }).click();
  await page.getByLabel('决定（第1项）').fill('会议同意。');
  await page.getByText('已保存', { exact: true }).waitFor();
  await page.getByRole('button', { name: '定稿' }).click();
  await page.getByRole('button', { name: '确认定稿' }).click();
  await page.getByRole('button', { name: '看第1版原文' }).click();
  await page.getByText('第2版写上：').waitFor();
  await page.getByText('决定：会议同意。').waitFor();
  await lookAt(page, 'sitting-versions');
  await page.getByRole('link', { name: '打印会议记录' }).click();
  await page
    .frameLocator('iframe')
    .getByText(/马骏（邮寄资料/u)
    .waitFor();
  await screenshot(page, 'sitting-paper');
  expect(complaints).toEqual([]);
});

test('送教上门 as a session of its own: only those reached, and it stands in the list', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  await page.goto('/meetings/record');
  await page.getByRole('button', { name: '党课', exact: true }).click();
  await page.getByRole('radio', { name: '送教上门' }).check();
  await page.getByLabel('开始').fill('9:00');
  await page.getByLabel('结束').fill('10:00');
  await page.getByRole('button', { name: '开始记录' }).click();
  await page.getByRole('button', { name: '马骏送到' }).click();
  await page.getByText('已送教上门 1 人').waitFor();
  await page.getByRole('combobox', { name: '记录人' }).fill('陈静');
  await item(page, '送学到家');
  await page.getByText('已保存', { exact: true }).waitFor();
  await lookAt(page, 'sitting-home');
  await page.getByRole('button', { name: '定稿' }).click();
  await page.getByRole('button', { name: '确认定稿' }).click();
  await page.getByText('其余同志不算缺席').waitFor();
  await screenshot(page, 'sitting-home-final');
  await page.goto('/meetings');
  await page.getByText('党课（送教上门）').waitFor();
  expect(complaints).toEqual([]);
});
