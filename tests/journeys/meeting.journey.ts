import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { addDays, yearOf } from '#kernel/plain-date';
import { testDatabase } from '../support/database.ts';
import { axe, MODES } from './support/axe.ts';
import { MEMBER, SECRETARY, startBranch, type RunningBranch } from './support/branch.ts';
import { openBrowser, openVisitor, PHONE, screenshot } from './support/browser.ts';
import { clickAndKeyCounter } from './support/counter.ts';
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

const press = async (page: Page, key: string, times = 1): Promise<void> => {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
};
/** The way to the next field counts as a key, whatever the page needs it for. */
const fillNext = async (page: Page, label: string, text: string): Promise<void> => {
  await press(page, 'Tab');
  await page.getByLabel(label).fill(text);
};
const write = async (page: Page, text: string): Promise<void> => page.keyboard.insertText(text);

test('a meeting of twenty people, four items, two votes: held, recorded and final in few presses', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  const counter = await clickAndKeyCounter(page);
  await signIn(page, SECRETARY, '书记');
  counter.reset();

  await page.getByRole('link', { name: /记一次会/ }).click();
  await page.getByRole('button', { name: '支部党员大会' }).click();
  await fillNext(page, '开始', '14:30');
  await fillNext(page, '结束', '16:00');
  await page.getByRole('textbox', { name: '地点' }).fill('三楼会议室');
  await page.getByRole('button', { name: '开始记录' }).click();

  // Twenty on the roll: all are there but two.
  await page.getByRole('group', { name: '王建国' }).waitFor();
  await page.getByRole('button', { name: '全部到会' }).click();
  await page.getByRole('button', { name: '张伟请假' }).click();
  await page.getByLabel('张伟请假原因').fill('出差');
  await page.getByRole('button', { name: '马骏缺席' }).click();
  await page.getByText('应到 20 · 实到 18').waitFor();
  expect(await page.getByRole('combobox', { name: '主持人' }).inputValue()).toBe('王建国');

  await page.getByRole('combobox', { name: '记录人' }).fill('陈静');
  const items = ['学习有关文件', '讨论接收预备党员', '通过年度工作计划', '布置近期工作'];
  const there = await page.getByRole('textbox', { name: /^第\d+项议题$/ }).count();
  await page.getByLabel('增加议题').fill('');
  for (const title of items.slice(there)) {
    await write(page, title);
    await press(page, 'Enter');
  }
  expect(await page.getByRole('textbox', { name: /^第\d+项议题$/ }).count()).toBe(4);
  for (const number of [1, 2, 3, 4]) {
    await fillNext(page, `讨论（第${number}项）`, `第${number}项的讨论情况，发言的同志有六人。`);
    await fillNext(page, `决定（第${number}项）`, `第${number}项会议同意。`);
  }
  for (const number of [2, 3]) {
    const item = page.getByRole('listitem').filter({
      has: page.getByRole('textbox', { name: `第${number}项议题`, exact: true }),
    });
    await item.getByRole('button', { name: '举手表决' }).click();
  }
  await fillNext(page, '第3项第1次表决赞成票', '17');
  await fillNext(page, '第3项第1次表决弃权票', '3');
  await page.getByText('合计20票，多于在场有表决权的18人').waitFor();
  await page.getByLabel('第3项第1次表决弃权票').fill('1');
  await page.getByText('已保存', { exact: true }).waitFor();
  await page.getByText('第2项讨论接收预备党员，应当无记名投票').waitFor();
  await screenshot(page, 'meeting-record');
  await page.getByRole('button', { name: '定稿' }).click();
  await page.getByRole('button', { name: '确认定稿' }).click();
  await page.getByText(/已定稿，校验码/).waitFor();
  const effort = counter.read();
  console.log(
    `一次会（20人、4项议题、2次表决）：点击${effort.clicks}次，按键${effort.keys}次，文字之外`,
  );
  expect(effort.clicks).toBeLessThanOrEqual(12);
  expect(effort.keys).toBeLessThanOrEqual(60);

  await page.getByText('审定').first().waitFor();
  await page.getByText('张伟（出差）').waitFor();
  await page.getByText(/赞成17票，反对0票，弃权1票/).waitFor();
  for (const mode of MODES) expect(await axe(page, mode), mode).toEqual([]);
  expect(await noSidewaysScroll(page)).toEqual([]);
  await screenshot(page, 'meeting-final');
  expect(complaints).toEqual([]);
});

test('a correction is a new version with its reason, and the first stays to be seen', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  await page.goto('/meetings');
  await page.getByRole('button', { name: '支部党员大会' }).first().click();
  await page.getByRole('button', { name: '更正' }).click();
  await page.getByLabel(/^原因/u).fill('决定漏写一句');
  await page.getByRole('button', { name: '开始更正' }).click();
  const decision = page.getByLabel('决定（第4项）');
  await decision.fill('第4项会议同意，由支委会落实。');
  await page.getByRole('button', { name: '交办事项' }).last().click();
  await page.getByLabel('第4项第1件交办事项').fill('制定落实方案');
  await page.getByRole('combobox', { name: '第4项第1件责任人' }).fill('刘洋');
  await page.getByText('已保存', { exact: true }).waitFor();
  await page.getByRole('button', { name: '定稿' }).click();
  await page.getByRole('button', { name: '确认定稿' }).click();
  await page.getByText('更正：决定漏写一句').waitFor();
  await page.getByText('由支委会落实').waitFor();
  await screenshot(page, 'meeting-corrected');

  await page.goto('/meetings/follow-ups');
  await page.getByText('制定落实方案').waitFor();
  await page.getByText('刘洋').waitFor();
  await page.getByRole('button', { name: '办结' }).click();
  await page.getByLabel(/^结果/u).fill('方案已通过');
  await page.keyboard.press('Control+Enter');
  await page.getByText('没有要落实的事项').waitFor();
  await page.goto('/meetings/follow-ups?open=no');
  await page.getByText(/办结：方案已通过/u).waitFor();
  await page.goto('/meetings');
  await page.getByRole('button', { name: '支部党员大会' }).first().click();
  await page.getByRole('link', { name: '打印会议记录' }).click();
  await page.frameLocator('iframe').getByText('由支委会落实').waitFor();
  await screenshot(page, 'meeting-paper');
  expect(complaints).toEqual([]);
});

test('words survive a reload before they are saved, and two who write find out without losing any', async () => {
  const first = await openVisitor(browser, branch.server.url);
  await signIn(first.page, SECRETARY, '书记');
  await first.page.goto('/meetings/record');
  await first.page.getByRole('button', { name: '党课', exact: true }).click();
  await first.page.getByRole('button', { name: '开始记录' }).click();
  await first.page.getByLabel('增加议题').fill('学习贯彻会议精神');
  await first.page.keyboard.press('Enter');
  await first.page.getByText('已保存', { exact: true }).waitFor();
  const last = await first.page.getByRole('textbox', { name: /^第\d+项议题$/ }).count();
  const second = await openVisitor(browser, branch.server.url);
  await signIn(second.page, SECRETARY, '书记');
  await second.page.goto(first.page.url());
  await second.page.getByLabel(`决定（第${last}项）`).waitFor();

  await first.page.getByLabel(`讨论（第${last}项）`).fill('一号的讨论');
  await first.page.reload();
  await first.page.getByText('一号的讨论').waitFor();
  await first.page.getByText('已保存', { exact: true }).waitFor();

  await second.page.getByLabel(`讨论（第${last}项）`).fill('二号的讨论');
  await second.page.getByLabel(`决定（第${last}项）`).fill('二号的决定');
  await second.page.getByText('刚才有别的同志也改了这份记录').waitFor();
  await second.page.getByText(`第${last}项讨论，对方写的是：一号的讨论`).waitFor();
  await second.page.getByText('已保存', { exact: true }).waitFor();
  await screenshot(second.page, 'meeting-two-people');
  expect([...first.complaints, ...second.complaints]).toEqual([]);
});

test('a pasted sign-up list marks the roll after a look, and presence is marked by keys and by thumb', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  await page.goto('/meetings/record');
  await page.getByRole('button', { name: '主题党日' }).click();
  await page.getByRole('button', { name: '支部党员大会' }).click();
  await page.getByRole('button', { name: '开始记录' }).click();
  await page.getByRole('navigation', { name: '同一时间地点的会' }).waitFor();
  await page.getByRole('button', { name: '粘贴名单或接龙' }).click();
  await page
    .getByRole('textbox', { name: '名单' })
    .fill('1. 王建国\n2、李秀瑛\n3 张伟 请假（出差）\n4. 刘洋\n5. 老外');
  await page.getByRole('button', { name: '认人' }).click();
  await page.getByText('名单中没有，不登记').waitFor();
  await screenshot(page, 'meeting-names');
  await page.getByRole('button', { name: '按此登记' }).click();
  await page.getByText('应到 20 · 实到 3 · 请假 1').waitFor();

  await page.getByRole('button', { name: '王建国到会' }).focus();
  await press(page, 'End');
  await press(page, 'q');
  await page.getByText('缺席 1').waitFor();
  await press(page, 'a');
  await page.getByText('应到 20 · 实到 18 · 请假 1 · 缺席 1').waitFor();
  await page.getByText('已保存', { exact: true }).waitFor();

  await page.setViewportSize({ ...PHONE });
  await page.getByRole('button', { name: '刘洋缺席' }).click();
  await page.getByText('缺席 2').waitFor();
  expect(await noSidewaysScroll(page)).toEqual([]);
  await screenshot(page, 'phone-meeting-record');
  for (const mode of MODES) expect(await axe(page, mode), mode).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a meeting is planned and announced; the member sees it on the phone', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  await page.goto(`/meetings/plan?year=${yearOf(branch.today) + 1}`);
  await page.getByRole('button', { name: '按规定次数拟出' }).click();
  await page.getByRole('button', { name: '保存计划' }).click();
  await page.getByText('待开').first().waitFor();
  await screenshot(page, 'meeting-plan');

  await page.goto('/meetings/record');
  await page.getByRole('button', { name: '支部党员大会' }).click();
  await page.getByLabel('日期').fill(addDays(branch.today, 40));
  await page.getByRole('textbox', { name: '地点' }).fill('二楼会议室');
  await page.getByRole('button', { name: '列为待开' }).click();
  await page.getByRole('button', { name: '发通知' }).click();
  await page.getByText(/【会议通知】/).waitFor();
  await page.getByRole('button', { name: '复制文字' }).click();
  await page.getByText(/已复制|文字已选中/).waitFor();
  await page.getByLabel('附言（可不写）').fill('请带笔记本');
  await page.getByRole('button', { name: '发出通知' }).click();
  await page.getByRole('button', { name: '再发一次' }).waitFor();
  await screenshot(page, 'meeting-notice');

  const member = await openVisitor(browser, branch.server.url, PHONE);
  await signIn(member.page, MEMBER);
  await member.page.goto('/me/meetings');
  await member.page.getByText('请带笔记本').waitFor();
  await member.page.getByText('1小时30分').first().waitFor();
  for (const mode of MODES) expect(await axe(member.page, mode), mode).toEqual([]);
  expect(await noSidewaysScroll(member.page)).toEqual([]);
  await screenshot(member.page, 'phone-my-meetings');
  expect([...complaints, ...member.complaints]).toEqual([]);
});

test('every page of 组织生活 reads well in all modes and on a phone', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  const pages = [
    '/meetings',
    '/meetings/theme-days',
    '/meetings/plan',
    '/meetings/record',
    '/meetings/late',
    '/meetings/follow-ups',
    '/meetings/hours',
    '/meetings/kinds',
  ];
  for (const address of pages) {
    await page.goto(address);
    await page.locator('main h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    const name = address.replace(/\W+/gu, '-');
    for (const mode of MODES) expect(await axe(page, mode), `${address} ${mode}`).toEqual([]);
    expect(await noSidewaysScroll(page), address).toEqual([]);
    await screenshot(page, `desk-elder${name}`);
    await page.evaluate(() => localStorage.setItem('zhibu.mode', 'light'));
    await page.reload();
    await page.waitForLoadState('networkidle');
    await screenshot(page, `desk${name}`);
    await page.setViewportSize({ ...PHONE });
    await screenshot(page, `phone${name}`);
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  expect(complaints).toEqual([]);
});
