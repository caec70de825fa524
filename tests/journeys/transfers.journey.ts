import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { newId } from '#kernel/clock';
import { addDays, plainDate, todayAt, type PlainDate } from '#kernel/plain-date';
import { ok } from '#kernel/result';
import { invite } from '#modules/accounts';
import { insertPost, placeOf } from '#modules/organisations';
import { testDatabase } from '../support/database.ts';
import { transferDesk, type Town } from '../worlds/transfer-desk.ts';
import { buildWorld, type World } from '../worlds/world.ts';
import { axe, MODES } from './support/axe.ts';
import { OFFICER } from './support/branch.ts';
import {
  DESK,
  openBrowser,
  openVisitor,
  PHONE,
  screenshot,
  type Visitor,
} from './support/browser.ts';
import { signIn, type Login } from './support/people.ts';
import { noSidewaysScroll } from './support/phone.ts';
import { startServer, type RunningServer } from './support/server.ts';

const database = await testDatabase();
const SINCE = plainDate('2025-01-01');
/** Invented: the secretaries of the two branches. */
const EAST: Login = { loginName: 'zhaohe', name: '赵河', password: '石桥边上的三棵柳树' };
const WEST: Login = { loginName: 'qianling', name: '钱岭', password: '山坳里面的老水车轮' };
let world: World;
let server: RunningServer;
let browser: Browser;
let from: Town;
let today: PlainDate;

async function account(town: Town, who: Login): Promise<void> {
  const [personId] = town.people;
  if (personId === undefined) throw new Error('nobody');
  await world.act(town.secretary, async (write) => {
    const place = await placeOf(write, town.branchId);
    if (place === null) throw new Error('no branch');
    await insertPost(write, place, SINCE, {
      personId,
      kind: 'secretary',
      duties: '',
      wayIn: 'election',
      termEndsOn: plainDate('2028-01-01'),
      approvedOn: SINCE,
      approvalPaper: '云委组〔2025〕1号',
    });
    return ok(null);
  });
  const made = await world.act(town.secretary, (write) =>
    invite(write, { personId, loginName: who.loginName, displayName: '' }, (length) =>
      world.clock.random(length),
    ),
  );
  const answer = await fetch(`${server.url}/api/codes/take`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      code: made.code,
      password: who.password,
      commandId: newId<'Command'>(world.clock),
    }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

beforeAll(async () => {
  today = todayAt(Date.now());
  world = await buildWorld(database.appUrl, { size: 3, today: SINCE });
  const desk = await transferDesk(world);
  from = await desk.town('东河', [EAST.name, '周一鸣', '吴双']);
  const to = await desk.town('西岭', [WEST.name, '郑三省']);
  world.clock.set(Date.parse(`${addDays(today, -1)}T09:00:00+08:00`));
  server = await startServer(database);
  await account(from, EAST);
  await account(to, WEST);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await world?.db.close();
});

/** Looks at a page in all three ways of display and on a phone. */
async function readsWell(page: Page, name: string): Promise<void> {
  expect(await page.locator('.fault').count(), `${name} fails`).toBe(0);
  for (const mode of MODES) expect(await axe(page, mode), `${name} ${mode}`).toEqual([]);
  await screenshot(page, `transfers-${name}-elder`);
  expect(await noSidewaysScroll(page), `${name} at 360 px, elder`).toEqual([]);
  await page.evaluate(() => {
    localStorage.setItem('zhibu.mode', 'light');
    dispatchEvent(new StorageEvent('storage', { key: 'zhibu.mode' }));
  });
  await screenshot(page, `transfers-${name}`);
  await page.setViewportSize({ ...PHONE });
  expect(await noSidewaysScroll(page), `${name} at 360 px`).toEqual([]);
  await screenshot(page, `transfers-${name}-phone`);
  await page.setViewportSize({ ...DESK });
}

const drawer = (page: Page) => page.getByRole('dialog');
const story = (page: Page) => page.getByRole('list', { name: '办理经过' });
const choose = async (page: Page, label: string, typed: string, name: string): Promise<void> => {
  await drawer(page).getByLabel(label).click();
  await page.keyboard.type(typed);
  await page.locator('.ant-select-item-option', { hasText: name }).first().click();
};

async function visit(who: Login, post?: string): Promise<Visitor> {
  const visitor = await openVisitor(browser, server.url);
  await signIn(visitor.page, who, post);
  return visitor;
}

async function officer(): Promise<Visitor> {
  const visitor = await visit(OFFICER);
  await visitor.page.getByRole('button', { name: /身份工作/u }).click();
  await visitor.page.getByRole('menuitem', { name: /党务干部/u }).click();
  await visitor.page.getByRole('button', { name: /党务干部\s*身份工作/u }).waitFor();
  return visitor;
}

/** Begins a transfer to the other branch, and stands on its page. */
async function send(page: Page, who: string, route?: string): Promise<void> {
  await page.goto('/transfers');
  await page.getByRole('button', { name: '办理转出' }).click();
  await choose(page, '转出的同志', '', who);
  await choose(page, '接收党组织', '西岭村', '西岭村党支部');
  if (route !== undefined) await drawer(page).getByLabel(route, { exact: true }).check();
}

/** Opens a case from the list and does a step of it. */
async function act(page: Page, who: string, step: string): Promise<void> {
  await page.goto('/transfers?tab=inbox');
  await page.getByRole('button', { name: who }).first().click();
  await page.getByRole('button', { name: step, exact: true }).click();
  await drawer(page).getByText('核对通过，可以办理。').waitFor();
}

async function save(page: Page, step: string): Promise<void> {
  await drawer(page).getByRole('button', { name: step, exact: true }).click();
  await drawer(page).waitFor({ state: 'detached' });
  await story(page).getByText(step).first().waitFor();
}

test('线上接转 across two branches: countdown, return with its reason, both rosters on one day', async () => {
  const east = await visit(EAST);
  const west = await visit(WEST);
  const county = await officer();
  await east.page.goto('/transfers');
  await east.page.getByText('现在没有等您办理的接转').waitFor();
  await readsWell(east.page, 'empty');
  await send(east.page, '周一鸣');
  await readsWell(east.page, 'begin');
  await drawer(east.page).getByRole('button', { name: '发起转出' }).click();
  await east.page.getByRole('heading', { name: '周一鸣 · 组织关系接转' }).waitFor();
  await east.page
    .getByText(/还有 \d+ 天/u)
    .first()
    .waitFor();
  // The committee's step is not the branch's, which its button says.
  const approving = east.page.getByRole('button', { name: '转出党委审批' });
  expect(await approving.getAttribute('aria-disabled')).toBe('true');

  await act(county.page, '周一鸣', '转出党委审批');
  await readsWell(county.page, 'step');
  await save(county.page, '转出党委审批');
  await county.page.getByText('其他办理').click();
  await county.page.getByRole('button', { name: '接收党委退回' }).click();
  await drawer(county.page).getByRole('button', { name: '接收党委退回', exact: true }).click();
  await drawer(county.page).getByText('请填写理由').waitFor();
  await drawer(county.page).getByLabel('理由').fill('缺少党员档案');
  await save(county.page, '接收党委退回');

  await east.page.reload();
  await story(east.page).getByText('缺少党员档案').waitFor();
  await east.page.getByRole('button', { name: '补正后重新发起' }).click();
  await drawer(east.page).getByLabel('说明').fill('档案已补齐');
  await drawer(east.page).getByText('核对通过，可以办理。').waitFor();
  await save(east.page, '补正后重新发起');
  await act(county.page, '周一鸣', '转出党委审批');
  await save(county.page, '转出党委审批');
  await county.page.getByRole('button', { name: '接收党委审批', exact: true }).click();
  await drawer(county.page).getByText('核对通过，可以办理。').waitFor();
  await save(county.page, '接收党委审批');

  await act(west.page, '周一鸣', '接收党支部确认');
  await save(west.page, '接收党支部确认');
  await readsWell(west.page, 'case');
  await west.page.goto('/members');
  await west.page.getByText('周一鸣').first().waitFor();
  await east.page.goto('/members');
  await east.page.getByText('吴双').first().waitFor();
  expect(await east.page.getByText('周一鸣').count()).toBe(0);
  for (const one of [east, west, county]) expect(one.complaints).toEqual([]);
});

test('介绍信: number from the register, three parts printed, receipt on the stub', async () => {
  const east = await visit(EAST);
  const west = await visit(WEST);
  const county = await officer();
  await send(east.page, '吴双', '介绍信');
  await drawer(east.page).getByRole('button', { name: '发起转出' }).click();
  await east.page.getByRole('heading', { name: '吴双 · 组织关系接转' }).waitFor();
  await act(county.page, '吴双', '开具介绍信');
  expect(await drawer(county.page).getByLabel('介绍信编号').inputValue()).toMatch(/^\d{4}-001$/u);
  await drawer(county.page)
    .getByLabel(/通讯地址/u)
    .fill('东河镇政府二楼 0000-1234567');
  await readsWell(county.page, 'letter');
  await save(county.page, '开具介绍信');
  await county.page.getByRole('link', { name: '介绍信（三联）' }).click();
  const sheet = county.page.frameLocator('iframe');
  await sheet.getByText('中国共产党党员组织关系介绍信存根').waitFor();
  await sheet
    .getByText(/有效期壹拾天/u)
    .first()
    .waitFor();
  await screenshot(county.page, 'transfers-letter-paper');

  await act(county.page, '吴双', '持介绍信报到');
  await save(county.page, '持介绍信报到');
  await act(west.page, '吴双', '编入党支部');
  await save(west.page, '编入党支部');
  await act(county.page, '吴双', '寄回回执联');
  await drawer(county.page).getByLabel('经办人').fill('钱岭');
  await save(county.page, '寄回回执联');
  await county.page.getByRole('button', { name: '回执粘贴存根', exact: true }).click();
  await drawer(county.page).getByText('核对通过，可以办理。').waitFor();
  await save(county.page, '回执粘贴存根');

  await county.page.goto('/transfers/letters');
  await county.page.getByRole('button', { name: /-001$/u }).waitFor();
  await readsWell(county.page, 'register');
  expect(county.complaints).toEqual([]);
});

test('the yearly check registers everybody at once and is closed; whole organisations have their page', async () => {
  const west = await visit(WEST);
  await west.page.goto('/transfers/checks');
  await west.page
    .getByRole('button', { name: /开展\d+年排查/u })
    .first()
    .click();
  await west.page.getByRole('button', { name: '西岭村党支部', exact: true }).click();
  await west.page.getByRole('button', { name: '其余都在本支部' }).click();
  await readsWell(west.page, 'check');
  await west.page.getByRole('button', { name: /^保存（\d人）/u }).click();
  await west.page.getByText('已保存').waitFor();
  await west.page.getByRole('button', { name: '保存', exact: true }).waitFor();
  await west.page.getByRole('button', { name: '结束排查' }).click();
  await west.page
    .getByText(/日结束/u)
    .first()
    .waitFor();
  await west.page.goto('/transfers/checks');
  await west.page.getByText('西岭村党支部').first().waitFor();
  await readsWell(west.page, 'checks');
  const county = await officer();
  await county.page.goto('/transfers/whole');
  await county.page.getByText('还没有整建制转接').waitFor();
  await readsWell(county.page, 'whole');
  await county.page.goto('/transfers?tab=done');
  await county.page.getByText('吴双').first().waitFor();
  await readsWell(county.page, 'done');
  await county.page.getByRole('button', { name: '登记转入' }).click();
  await drawer(county.page).getByLabel('姓名').waitFor();
  await readsWell(county.page, 'begin-in');
});
