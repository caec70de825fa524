import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { makeId } from '#kernel/ids';
import { addDays, todayAt } from '#kernel/plain-date';
import { randomBytes } from 'node:crypto';
import { testDatabase } from '../support/database.ts';
import { axe, MODES, type Mode } from './support/axe.ts';
import { openBrowser, openVisitor, PHONE, screenshot } from './support/browser.ts';
import { establish, FOUNDER, signIn } from './support/people.ts';
import { noSidewaysScroll } from './support/phone.ts';
import { startServer, type RunningServer } from './support/server.ts';

const database = await testDatabase();
let server: RunningServer;
let browser: Browser;
const today = todayAt(Date.now());
const papers = { on: today, approvedBy: '中共青禾县委组织部', approvalPaper: '青组〔2026〕7号' };
const NAMES = ['王建国', '李秀英', '张伟', '刘洋', '陈静', '杨帆', '赵敏', '黄磊', '周涛'];

beforeAll(async () => {
  server = await startServer(database);
  await establish(server, { name: '中共青禾县委员会', kind: 'committee', sector: 'mixed' });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const commandId = () => makeId<'Command'>(Date.now(), (length) => randomBytes(length));

async function post(page: Page, path: string, data: object): Promise<Record<string, unknown>> {
  const answer = await page.request.post(`${server.url}/api${path}`, {
    data: { ...data, commandId: commandId() },
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  const text = await answer.text();
  expect(answer.status(), `${path}: ${text}`).toBe(200);
  return JSON.parse(text) as Record<string, unknown>;
}

interface Me {
  readonly choices: readonly {
    readonly kind: string;
    readonly id: string;
    readonly postName: string;
  }[];
}

/** Signs in and acts as 党务干部: an administrator keeps no roster. */
async function asOfficer(page: Page): Promise<void> {
  await signIn(page, FOUNDER, '党务干部');
  const me = (await (await page.request.get(`${server.url}/api/me`)).json()) as Me;
  const officer = me.choices.find((one) => one.postName === '党务干部');
  if (officer !== undefined) await post(page, '/me/act-as', { kind: officer.kind, id: officer.id });
}

async function body(page: Page, parentId: string, name: string, kind: string): Promise<string> {
  const made = await post(page, '/organisations/establish', {
    parentId,
    name,
    shortName: name,
    kind,
    sector: 'office',
    memberKind: 'office',
    ...papers,
  });
  return String(made['orgId']);
}

async function looks(
  page: Page,
  address: string,
  name: string,
  modes: readonly Mode[] = ['elder'],
): Promise<void> {
  await page.goto(address);
  await page.locator('main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('.fault').count(), `${address} fails`).toBe(0);
  for (const mode of modes) {
    expect(await axe(page, mode), `${address} in ${mode}`).toEqual([]);
    await screenshot(page, `${name}-${mode}`);
  }
  const wide = page.viewportSize();
  await page.setViewportSize(PHONE);
  expect(await noSidewaysScroll(page), `${address} at 360 px`).toEqual([]);
  await screenshot(page, `${name}-phone`);
  if (wide !== null) await page.setViewportSize(wide);
}

test('the level above sets a branch up, records its election, and looks at the whole', async () => {
  const { page, complaints } = await openVisitor(browser, server.url);
  await asOfficer(page);
  const tree = (await (await page.request.get(`${server.url}/api/organisations`)).json()) as {
    organisations: { orgId: string }[];
  };
  const county = tree.organisations[0]?.orgId ?? '';
  const bureau = await body(page, county, '中共青禾县发展和改革局总支部委员会', 'general_branch');
  const branch = await body(page, bureau, '县发展和改革局机关党支部', 'branch');
  await body(page, bureau, '县发展和改革局离退休干部党支部', 'branch');
  await body(page, county, '中共青禾县水务局党组', 'leading_group');
  const town = await body(page, county, '中共青禾县柳林镇委员会', 'committee');
  for (const village of ['柳林村', '河湾村', '石桥村'])
    await body(page, town, `${village}党支部`, 'branch');
  const people: string[] = [];
  for (const [index, name] of NAMES.entries()) {
    const entered = await post(page, '/members/enter', {
      orgId: branch,
      name,
      category: index === 8 ? 'probationary' : 'full',
      joinedOn: '2010-06-01',
      ...(index === 8 ? {} : { regularisedOn: '2011-06-01' }),
      from: today,
    });
    people.push(String(entered['personId']));
  }
  await post(page, '/organisations/posts/elect', {
    orgId: branch,
    on: today,
    termEndsOn: addDays(today, 80),
    members: [
      { personId: people[0], kind: 'secretary', duties: '支部全面工作' },
      { personId: people[1], kind: 'organisation_member', duties: '组织工作、党费收缴' },
      { personId: people[2], kind: 'discipline_member', duties: '纪律检查' },
    ],
  });
  const group = await post(page, '/organisations/groups/found', {
    orgId: branch,
    name: '第一党小组',
    on: today,
  });
  await post(page, '/organisations/groups/assign', {
    orgId: branch,
    groupId: group['groupId'],
    personIds: people.slice(0, 4),
    on: today,
  });

  // Sets a body up by hand.
  await page.goto('/organisations');
  await page.getByRole('button', { name: '成立党组织' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('全称').fill('县水务局机关党支部');
  await drawer.getByLabel('简称').fill('水务局机关');
  await drawer.getByLabel('拟编入党员').fill('2');
  await drawer.getByLabel('其中正式党员').fill('2');
  await drawer.getByLabel('批准机关').fill('中共青禾县委组织部');
  await drawer.getByLabel('批复文号').fill('青组〔2026〕8号');
  await drawer.getByRole('button', { name: '保存' }).click();
  await drawer.getByText('应当有正式党员3人以上').waitFor();
  await drawer.getByLabel('拟编入党员').fill('12');
  await drawer.getByLabel('其中正式党员').fill('11');
  await drawer.getByRole('button', { name: '保存' }).click();
  await page.getByRole('treeitem', { name: '县水务局机关党支部' }).waitFor();

  // Approves the secretary who waits.
  await page.goto(`/organisation/posts?orgId=${branch}`);
  await page.getByText('待批准').first().waitFor();
  await page.getByRole('button', { name: '批准', exact: true }).click();
  await drawer.getByLabel('批复文号').fill('青组〔2026〕9号');
  await drawer.getByRole('button', { name: '保存' }).click();
  await page.getByText('待批准').first().waitFor({ state: 'detached' });

  await looks(page, '/organisations', 'tree', MODES);
  await looks(page, `/organisation?orgId=${branch}`, 'overview');
  await looks(page, `/organisation?orgId=${bureau}`, 'overview-above');
  await looks(page, `/organisation/posts?orgId=${branch}`, 'posts');
  await looks(page, `/organisation/groups?orgId=${branch}`, 'groups');
  await looks(page, `/organisation/handover?orgId=${branch}`, 'handover');
  await looks(page, '/organisations/terms', 'terms');
  await looks(page, '/organisations/acts', 'acts');
  expect(complaints).toEqual([]);
});

test('the tree is walked by keys, and its chart prints', async () => {
  const { page, complaints } = await openVisitor(browser, server.url);
  await asOfficer(page);
  await page.goto('/organisations');
  const rows = page.getByRole('treeitem');
  await rows.first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => rows.count()).toBe(1);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => rows.count()).toBeGreaterThan(5);
  await page.getByLabel('查组织').fill('柳林村');
  await expect.poll(() => rows.count()).toBe(3);
  await page.goto('/api/organisations/papers/chart?paper=A4');
  await page.getByText('柳林村党支部').first().waitFor();
  await screenshot(page, 'chart');
  expect(complaints).toEqual([]);
});

test('every act opens its form, and a branch goes below another body', async () => {
  const { page, complaints } = await openVisitor(browser, server.url);
  await asOfficer(page);
  const drawer = page.getByRole('dialog');
  const opens = async (act: string): Promise<void> => {
    await page.getByRole('button', { name: act, exact: true }).first().click();
    await drawer.getByRole('button', { name: '取消' }).waitFor();
    expect(await axe(page, 'light'), act).toEqual([]);
    await screenshot(page, `drawer-${act}`);
    await drawer.getByRole('button', { name: '取消' }).click();
    await drawer.waitFor({ state: 'detached' });
  };
  await page.goto('/organisations');
  await page.getByRole('treeitem', { name: '县发展和改革局机关党支部' }).click();
  await page.getByRole('heading', { name: '县发展和改革局机关党支部', level: 1 }).waitFor();
  for (const act of ['资料变更', '更名', '调整隶属', '并入', '拆分', '撤销']) await opens(act);
  await page.getByRole('link', { name: '班子与分工' }).last().click();
  await page.getByRole('heading', { name: '班子与分工', level: 1 }).waitFor();
  for (const act of ['登记换届选举结果', '任职（补选、指派、主持工作）', '分工', '离任']) {
    await opens(act);
  }
  await page.goto('/organisations');
  await page.getByRole('treeitem', { name: '河湾村党支部' }).click();
  await page.getByRole('button', { name: '调整隶属', exact: true }).click();
  await drawer.getByLabel('新的上级党组织').fill('发展和改革局总支部');
  await page.locator('.ant-select-item-option').first().click();
  await drawer.getByLabel('批准机关').fill('中共青禾县委组织部');
  await drawer.getByLabel('批复文号').fill('青组〔2026〕11号');
  await drawer.getByRole('button', { name: '保存' }).click();
  await page
    .getByRole('navigation', { name: '上级党组织' })
    .getByText('发展和改革局总支部')
    .waitFor();
  expect(complaints).toEqual([]);
});
