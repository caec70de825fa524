import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { writeBook, type CellInput } from '#platform/sheets';
import { rosterRows } from '../../bench/roster.ts';
import { testDatabase } from '../support/database.ts';
import { axe, MODES } from './support/axe.ts';
import { openBrowser, openVisitor, PHONE } from './support/browser.ts';
import { establish, FOUNDER, signIn } from './support/people.ts';
import { noSidewaysScroll } from './support/phone.ts';
import { startServer, type RunningServer } from './support/server.ts';

const database = await testDatabase();
const BRANCH = '青禾县发展和改革局党支部';
let server: RunningServer;
let browser: Browser;
let folder: string;
let table: string;

/** A roster as offices have it: title, note, line breaks in headers, dates in three forms, a totals row. */
async function messyRoster(path: string): Promise<void> {
  const lines: CellInput[][] = [...rosterRows(20, { seed: 71 })].map((line) => [
    line[0] ?? '',
    `${String(line[1]).slice(0, 1)}　${String(line[1]).slice(1)}`,
    line[2] ?? '',
    line[3] ?? '',
    line[5] ?? '',
    line[6] ?? '',
    line[8] ?? '',
    line[11] ?? '',
    line[12] ?? '',
    line[10] ?? '',
  ]);
  lines.push([
    '21',
    '吴守信',
    '男',
    '110199195001010011',
    '1950年',
    '初中',
    '正式党员',
    '1975.7',
    '',
    '',
  ]);
  lines.push(['', '合计', '', '21人', '', '', '', '', '', '']);
  const headers = [
    '序号',
    '姓  名',
    '性别',
    '身份证\n号码',
    '出生年月',
    '文化\n程度',
    '党员类别',
    '入党时间',
    '转正时间',
    '联系电话',
  ];
  const bytes = await writeBook([
    {
      name: '花名册',
      title: `${BRANCH}党员花名册`,
      note: '填表人：林知远　　填表日期：2026年3月1日',
      columns: headers.map((header) => ({ header })),
      rows: lines,
    },
  ]);
  await writeFile(path, bytes);
}

/** Signs in and acts as 党务干部, who may write rosters. */
async function enter(page: Page): Promise<void> {
  await signIn(page, FOUNDER);
  await page.goto('/choose-post');
  await page.getByRole('button', { name: '党务干部' }).first().click();
  await page.getByRole('heading', { name: `${FOUNDER.name}同志，您好` }).waitFor();
  await page.goto('/imports');
  await page.getByRole('heading', { name: '导入花名册' }).waitFor();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhibu-roster-'));
  table = join(folder, '党员花名册（最新）.xlsx');
  await messyRoster(table);
  server = await startServer(database);
  browser = await openBrowser();
  await establish(server, { name: BRANCH, kind: 'branch', sector: 'office' });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('a messy roster: columns, preview with its bad cell, confirm, undo', async () => {
  const { page, complaints } = await openVisitor(browser, server.url);
  await enter(page);
  for (const mode of MODES) expect(await axe(page, mode), mode).toEqual([]);

  await page.getByLabel('选择文件').setInputFiles(table);
  await page.getByRole('heading', { name: '导入花名册' }).waitFor();
  await page.getByText('请核对每一列是什么').waitFor();
  const row = page.getByRole('row', { name: /身份证 号码/u });
  await row.getByText('公民身份号码', { exact: true }).waitFor();
  for (const mode of MODES) expect(await axe(page, mode), mode).toEqual([]);
  await page.getByLabel('表中情况截至哪一天').fill('2026.3.1');
  await page.getByRole('button', { name: '下一步：看清变更' }).click();

  await page.getByText('新登记 20 人').waitFor();
  // The number of the last row fails its check digit: named by sheet, column, row and reason.
  await page.getByText('花名册 D24').waitFor();
  await page.getByText('末位校验不对').first().waitFor();
  for (const mode of MODES) expect(await axe(page, mode), mode).toEqual([]);
  await page.getByRole('button', { name: '确认写入' }).click();
  await page.getByText('新登记 20 人，变更 0 人').waitFor();

  await page.getByRole('button', { name: '看花名册' }).click();
  await page.getByText('共 20 条').waitFor();
  await page.goBack();
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await page
    .getByRole('button', { name: '撤 销', exact: true })
    .or(page.getByRole('button', { name: '撤销', exact: true }))
    .click();
  await page.getByRole('heading', { name: '已撤销' }).waitFor();
  expect(complaints).toEqual([]);
});

test('on a phone the same, and the same file again changes nothing', async () => {
  const { page } = await openVisitor(browser, server.url, PHONE);
  await enter(page);
  expect(await noSidewaysScroll(page)).toEqual([]);
  const bring = async (): Promise<void> => {
    await page.getByLabel('选择文件').setInputFiles(table);
    await page.getByText('请核对每一列是什么').waitFor();
    expect(await noSidewaysScroll(page)).toEqual([]);
    await page.getByLabel('表中情况截至哪一天').fill('20260301');
    await page.getByRole('button', { name: '下一步：看清变更' }).click();
  };
  await bring();
  await page.getByText('新登记 20 人').waitFor();
  expect(await noSidewaysScroll(page)).toEqual([]);
  await page.getByRole('button', { name: '确认写入' }).click();
  await page.getByRole('button', { name: '再导入一个文件' }).click();
  await bring();
  await page.getByText('没有变化 20 人').waitFor();
  expect(await page.getByRole('button', { name: '没有需要写入的变更' }).isDisabled()).toBe(true);
});
