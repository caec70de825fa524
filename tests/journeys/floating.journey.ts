import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { addDays, type PlainDate } from '#kernel/plain-date';
import { registerAway } from '../../modules/floating/commands/register-away.ts';
import { testDatabase } from '../support/database.ts';
import { axe } from './support/axe.ts';
import { MEMBER, SECRETARY, startBranch, type RunningBranch } from './support/branch.ts';
import { openBrowser, openVisitor, PHONE, screenshot } from './support/browser.ts';
import { clickAndKeyCounter } from './support/counter.ts';
import { signIn } from './support/people.ts';
import { noSidewaysScroll } from './support/phone.ts';

const database = await testDatabase();
let branch: RunningBranch;
let browser: Browser;

const person = (index: number) => {
  const found = branch.people[index];
  if (found === undefined) throw new Error(`no person ${index}`);
  return found;
};

/** Four people are away for ten weeks already, the first three in the care of 李秀英. */
beforeAll(async () => {
  branch = await startBranch(database);
  const leftOn: PlainDate = addDays(branch.today, -70);
  for (const [at, index] of [10, 11, 12, 13].entries())
    await branch.world.act(branch.world.branch.as('secretary'), (write) =>
      registerAway(write, {
        orgId: branch.world.branch.orgId,
        personId: person(index),
        reason: 'work',
        placeKind: 'country',
        place: '广东省东莞市',
        fixed: false,
        toldBy: 'self',
        leftOn,
        expectedOn: null,
        keeperId: person(at < 3 ? 1 : 0),
        hostOrgId: null,
        hostName: '',
        certificateNo: at === 0 ? '云0001' : '',
      }),
    );
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
    if (mode === 'elder') await screenshot(page, `${name}-elder`);
  }
  await screenshot(page, `${name}-desk`);
  expect(await noSidewaysScroll(page), `${name} at 360 px`).toEqual([]);
}

/** How many duties of contact are late for the branch, its contact persons' among them. */
async function openContacts(page: Page): Promise<number> {
  const { orgId } = branch.world.branch;
  const span = `from=${addDays(branch.today, -60)}&to=${branch.today}`;
  const answer = await page.request.get(
    `/api/duties/cell?orgId=${orgId}&kind=floating.contact&${span}`,
  );
  const { duties } = (await answer.json()) as { duties: readonly { state: string }[] };
  return duties.filter((duty) => duty.state === 'missed').length;
}

async function choose(page: Page, field: string, typed: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: field }).click();
  await page.keyboard.type(typed);
  await page.locator('.ant-select-item-option:visible', { hasText: typed }).first().click();
}

test('a secretary registers one in eight fields', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY);
  expect(await openContacts(page)).toBe(3);
  await page.goto('/floating');
  await page.getByRole('cell', { name: '广东省东莞市' }).first().waitFor();
  await readsWell(page, 'floating-away');

  await page.getByRole('button', { name: '登记流出' }).first().click();
  await choose(page, '党员', '罗丹');
  await choose(page, '支部联系人', '李秀英');
  await choose(page, '范围', '省外');
  await page.getByLabel('去向').fill('浙江省杭州市');
  await page.getByLabel('外出日期').fill('');
  await page.getByLabel('外出日期').fill(addDays(branch.today, -40));
  await page.getByLabel('联系电话').fill('13900000009');
  await screenshot(page, 'floating-register');
  await page.getByLabel('联系电话').press('Control+Enter');
  await page.getByRole('button', { name: '罗丹' }).waitFor();

  expect(complaints).toEqual([]);
});

test('a contact person sees on a phone whom to reach, and takes down a call', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url, PHONE);
  await signIn(page, MEMBER);
  await page.getByRole('main').getByText('联系流动党员').first().waitFor();
  await page.goto('/me/floating');
  await page.getByRole('heading', { name: '罗丹' }).waitFor();
  await screenshot(page, 'floating-mine-phone');
  await page.getByRole('button', { name: '显示 罗丹' }).click();
  await page.getByRole('link', { name: '拨打 13900000009' }).waitFor();
  await page.getByRole('button', { name: '记一次联系 罗丹' }).click();
  await page.getByLabel('内容').fill('在工地一切都好');
  await screenshot(page, 'floating-contact-phone');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('下次').first().waitFor();
  await readsWell(page, 'floating-mine');
  expect(complaints).toEqual([]);
});

test('a secretary reaches all five at once and enters a return', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  const effort = await clickAndKeyCounter(page);
  await signIn(page, SECRETARY);
  await page.goto('/floating');
  await page.getByRole('button', { name: '罗丹' }).waitFor();
  // Who is due stands ticked; 罗丹 was reached today already.
  effort.reset();
  await page.getByRole('button', { name: '记一次联系' }).click();
  await page.getByLabel('微信').waitFor();
  await screenshot(page, 'floating-contact');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('应在', { exact: false }).first().waitFor({ state: 'hidden' });
  expect(effort.read().clicks).toBeLessThanOrEqual(3);
  await page.getByText('现在外出5人，有联系人5人，该联系0人').waitFor();

  await page.goto('/floating/contacts');
  await page.getByRole('cell', { name: '罗丹' }).waitFor();
  expect(await page.locator('tbody tr').count()).toBe(5);
  await readsWell(page, 'floating-contacts');
  // Nothing of it is late any more.
  expect(await openContacts(page)).toBe(0);

  await page.goto('/floating');
  await page.getByRole('button', { name: '孙悦' }).click();
  await page.getByRole('heading', { name: '孙悦 · 流动党员' }).waitFor();
  await page.getByRole('button', { name: '登记流入地活动' }).click();
  await page.getByLabel('参加了什么活动').fill('东莞市某街道流动党员主题党日');
  await page.getByLabel('参加了什么活动').press('Control+Enter');
  await page.getByText('在流入地参加活动：东莞市某街道流动党员主题党日').waitFor();
  await page.getByRole('button', { name: '活动证', exact: true }).click();
  await page.frameLocator('iframe').getByText('云0001').first().waitFor();
  await screenshot(page, 'floating-certificate');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '登记返回' }).click();
  await page.getByLabel('哪天返回的').press('Control+Enter');
  await page.getByText('已返回').first().waitFor();
  await readsWell(page, 'floating-thread');

  await page.goto('/floating');
  await page.getByText('现在外出4人').waitFor();
  await page.goto('/floating/arrived');
  await page.getByRole('button', { name: '登记流入' }).first().click();
  await page.getByLabel('姓名').fill('马小军');
  await page.getByLabel('组织关系所在党组织').fill('中共邻县青山村党支部');
  await page.getByLabel('组织关系所在党组织').press('Control+Enter');
  await page.getByRole('button', { name: '登记离开 马小军' }).waitFor();
  await readsWell(page, 'floating-arrived');
  await page.goto('/floating/branches');
  await page.getByText('还没有流动党员党组织').waitFor();
  await readsWell(page, 'floating-branches');
  expect(complaints).toEqual([]);
});
