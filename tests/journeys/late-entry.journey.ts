import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { addDays, monthOf, plainDate, type PlainDate } from '#kernel/plain-date';
import { testDatabase } from '../support/database.ts';
import { axe, MODES } from './support/axe.ts';
import { OFFICER, SECRETARY, startBranch, type RunningBranch } from './support/branch.ts';
import { openBrowser, openVisitor, screenshot } from './support/browser.ts';
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

const MEETINGS = 40;
const KINDS = ['支委会', '党员大会', '党课', '主题党日'];
const HEADING = ['日期', '类型', '主题', '主持人', '记录人', '请假人员', '缺席'];

/** The lines of a paper book as a spreadsheet gives them: nine days apart, four kinds in turn. */
function paperBook(first: PlainDate): string[][] {
  return Array.from({ length: MEETINGS }, (_, index) => [
    addDays(first, index * 9).replaceAll('-', '.'),
    KINDS[index % KINDS.length] ?? '',
    `第${index + 1}次会的议题`,
    '王建国',
    '张伟',
    index % 8 === 1 ? '马骏（出差）' : '',
    index % 8 === 2 ? '朱玲' : '',
  ]);
}

const tsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join('\t')).join('\n');

/** As the browser hands over what was copied from a spreadsheet. */
async function pasteInto(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.getByLabel(label, { exact: true }).evaluate((field, copied) => {
    const data = new DataTransfer();
    data.setData('text/plain', copied);
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

test('forty meetings of a year from the paper book: pasted, two lines put right, saved at once', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  const counter = await clickAndKeyCounter(page);
  await signIn(page, SECRETARY, '书记');
  counter.reset();
  await page.getByRole('link', { name: /补录/ }).click();
  const rows = paperBook(plainDate('2025-02-10'));
  rows[4] = ['二月', ...(rows[4]?.slice(1) ?? [])];
  rows[9] = [...(rows[9]?.slice(0, 5) ?? []), '马俊（出差）', ''];
  await pasteInto(page, '第1行日期', tsv([HEADING, ...rows]));
  await page.getByText('看不懂日期“二月”，应如 2026-5-11', { exact: true }).waitFor();
  await page
    .getByText(/当天应到名单中没有“马俊”，是否指马骏/u)
    .first()
    .waitFor();
  await screenshot(page, 'late-problems');
  for (const mode of MODES) expect(await axe(page, mode), mode).toEqual([]);
  await page.getByLabel('第5行日期', { exact: true }).fill('2025.3.18');
  const leave = page.getByLabel('第10行请假', { exact: true });
  await leave.fill('majun');
  await page.getByRole('option', { name: '马骏' }).waitFor();
  await page.keyboard.press('Enter');
  expect(await leave.inputValue()).toBe('马骏');
  await page.getByText('19/20').first().waitFor();
  await page.getByText(/还有\d+处要改/u).waitFor({ state: 'detached' });
  await screenshot(page, 'late-ready');
  await page.getByRole('button', { name: `保存${MEETINGS}次会议` }).click();
  await page.getByText(`已保存${MEETINGS}次会议`).waitFor();
  await page.getByText(`共 ${MEETINGS} 条`).waitFor();
  const effort = counter.read();
  console.log(`补录${MEETINGS}次会：点击${effort.clicks}次，按键${effort.keys}次，粘贴一次`);
  expect(effort.clicks).toBeLessThanOrEqual(4);
  await page.getByText('补录', { exact: true }).first().waitFor();
  await screenshot(page, 'late-saved');
  expect(complaints).toEqual([]);
});

test('the same lines again are named as entered before, nothing is written twice', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  await page.goto('/meetings/late');
  const [first = []] = paperBook(plainDate('2025-02-10'));
  await pasteInto(page, '第1行日期', tsv([first]));
  await page.getByText('可能已经补录过').first().waitFor();
  await page.getByRole('button', { name: '保存1次会议' }).click();
  await page.getByRole('alert').getByText('还有1处要改').waitFor();
  await page.goto('/meetings/all');
  await page.getByText(`共 ${MEETINGS} 条`).waitFor();
  expect(complaints).toEqual([]);
});

test('names unknown: totals with the scan count as a meeting 据纸质记录', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  await page.goto('/meetings/late');
  await page.getByLabel(/只知道人数/u).check();
  await page
    .getByLabel('第1行日期', { exact: true })
    .fill(`${monthOf(plainDate('2025-01-20'))}-20`);
  await page.getByLabel('第1行种类').fill('党员大会');
  await page.getByLabel('第1行议题').fill('通过上年工作总结');
  await page.getByLabel('第1行应到').fill('20');
  await page.getByLabel('第1行实到').fill('17');
  await page.getByText('只填人数的，要附纸质记录的扫描件').first().waitFor();
  await page
    .getByLabel('选择文件：附上')
    .first()
    .setInputFiles({
      name: '会议记录.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
    });
  await page.getByRole('button', { name: /会议记录\.pdf/ }).waitFor();
  await page.getByText(/还有\d+处要改/u).waitFor({ state: 'detached' });
  expect(await noSidewaysScroll(page)).toEqual([]);
  await page.getByRole('button', { name: '保存1次会议' }).click();
  await page.getByText('已保存1次会议').waitFor();
  await page.getByText('据纸质记录').first().waitFor();
  await page.getByRole('button', { name: '支部党员大会' }).last().click();
  await page.getByText('据纸质记录，只有人数，不计学时').waitFor();
  await screenshot(page, 'late-totals');
  expect(complaints).toEqual([]);
});

test('somebody of that time who has left stands as 已转出; the code on the paper finds the record', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  await page.goto('/meetings/late');
  await page.getByLabel('第1行日期', { exact: true }).fill('2025-1-22');
  await page.getByLabel('第1行种类').fill('党课');
  await page.getByLabel('第1行议题').fill('学习党章');
  await page.getByLabel('第1行缺席', { exact: true }).fill('老赵');
  await page.getByText('已转出的写成“老赵（已转出）”').first().waitFor();
  await page.getByLabel('第1行缺席', { exact: true }).fill('老赵（已转出）');
  await page.getByText('20/21').waitFor();
  await page.getByRole('button', { name: '保存1次会议' }).click();
  await page.getByText('已保存1次会议').waitFor();
  await page.goto('/meetings?kind=party_class&year=2025');
  await page.getByRole('button', { name: '学习党章' }).click();
  await page.getByText(/老赵/u).first().waitFor();
  await page.getByRole('link', { name: '打印会议记录' }).click();
  const paper = page.frameLocator('iframe').getByText(/编号：/u);
  const code = /编号：(\S+)/u.exec((await paper.first().textContent()) ?? '')?.[1] ?? '';
  await page.goto('/meetings');
  await page.getByRole('button', { name: '按编号找' }).click();
  await page.getByLabel(/右上角的编号/u).fill(code.toLowerCase());
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '学习党章', exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

test('the level above looks down on the meetings of its branches, and only looks', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, OFFICER);
  await page.getByRole('button', { name: /身份工作/u }).click();
  await page.getByRole('menuitem', { name: /党务干部/u }).click();
  await page.getByRole('button', { name: /党务干部\s*身份工作/u }).waitFor();
  await page.goto('/meetings/below');
  await page.getByText('县发展和改革局党支部').first().waitFor();
  expect(await page.getByRole('button', { name: '记一次会' }).count()).toBe(0);
  for (const mode of MODES) expect(await axe(page, mode), mode).toEqual([]);
  expect(await noSidewaysScroll(page)).toEqual([]);
  await screenshot(page, 'meetings-below');
  await page.getByRole('button', { name: '支部党员大会' }).first().click();
  await page.getByText(/应到 20/u).waitFor();
  expect(complaints).toEqual([]);
});
