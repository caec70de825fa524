import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { readFigures } from '#engines/document';
import { yearOf } from '#kernel/plain-date';
import { testDatabase } from '../support/database.ts';
import { axe } from './support/axe.ts';
import { SECRETARY, startBranch, type RunningBranch } from './support/branch.ts';
import { openBrowser, openVisitor, screenshot } from './support/browser.ts';
import { signIn } from './support/people.ts';

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

test('a report: drafted, a typed number asked for and replaced by its figure, issued, read out of Word', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  await page.goto('/reports');
  await page.getByRole('button', { name: '起草' }).first().click();
  const year = yearOf(branch.today);
  await page.getByRole('textbox', { name: /^从/ }).fill(`${year}-01-01`);
  await page.getByRole('textbox', { name: /^到/ }).fill(`${year}-12-31`);
  await page.locator('.form-acts button[type=submit]').click();
  await page.waitForURL(/reports\/one/);

  await page.getByRole('textbox', { name: '引言' }).fill('支部现有党员20人，坚持三会一课制度。');
  await page.getByText('“20”取自哪条记录？').waitFor();
  const issue = page.getByRole('button', { name: /^定稿/ });
  expect(await issue.getAttribute('aria-disabled')).toBe('true');

  await page.getByRole('combobox', { name: '“20”换成报告数据' }).click();
  await page
    .getByText(/^党员总数 \d+人$/)
    .last()
    .click();
  await page.getByText('“20”取自哪条记录？').waitFor({ state: 'detached' });
  await page.getByText('已保存', { exact: true }).waitFor();
  await page
    .getByRole('button', { name: /^党员总数：20/ })
    .first()
    .click();
  await page.getByText('共 20 条记录').waitFor();
  await page.keyboard.press('Escape');
  expect(await axe(page, 'light')).toEqual([]);
  await screenshot(page, 'annual-report-draft');

  await issue.click();
  // Sections without a word are asked about, not passed over.
  const asked = page.getByRole('dialog', { name: '有的部分还没有写文字' });
  await asked.waitFor();
  await asked.getByRole('button', { name: '照此定稿' }).click();
  await page.getByRole('button', { name: '另出一版' }).waitFor();
  const paper = page.frameLocator('iframe');
  await paper.getByText('党组织建设、组织生活和党员发展教育管理情况').waitFor();
  await paper.locator('a[data-figure="党员总数"]').first().click();
  await page.getByText('共 20 条记录').waitFor();
  await screenshot(page, 'annual-report-issued');

  const reportId = new URL(page.url()).searchParams.get('reportId') ?? '';
  const word = await page.request.get(`/api/reports/word?reportId=${reportId}`);
  const figures = readFigures(new Uint8Array(await word.body()));
  expect(figures.map((one) => [one.name, one.text])).toContainEqual(['党员总数', '20']);
  expect(complaints).toEqual([]);
});
