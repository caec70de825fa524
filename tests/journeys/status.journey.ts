import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { addDays, addMonths, chineseDate, type PlainDate } from '#kernel/plain-date';
import { addSitting, saveMinutes, setPresence, startSitting } from '#modules/meetings';
import { testDatabase } from '../support/database.ts';
import { item, lateRow, meetingHall } from '../worlds/meeting-hall.ts';
import { axe, MODES } from './support/axe.ts';
import { MEMBER, SECRETARY, startBranch, type RunningBranch } from './support/branch.ts';
import { DESK, openBrowser, openVisitor, PHONE, screenshot } from './support/browser.ts';
import { signIn } from './support/people.ts';
import { noSidewaysScroll } from './support/phone.ts';

const database = await testDatabase();
let branch: RunningBranch;
let browser: Browser;
/** Committee, members' vote, approval, members' conclusion. */
let days: readonly PlainDate[];

beforeAll(async () => {
  branch = await startBranch(database);
  days = [5, 3, 2, 1].map((back) => addDays(branch.today, -back));
  const hall = meetingHall(branch.world);
  const [met, , , concluded] = days as [PlainDate, PlainDate, PlainDate, PlainDate];
  const entered = await hall.enter([
    lateRow(met, 'committee_meeting', { items: ['研究有关事项'], decision: '同意' }),
    lateRow(concluded, 'members_meeting', { items: ['认定改正情况'], decision: '同意' }),
  ]);
  if (!entered.ok) throw new Error(JSON.stringify(entered.refusal));
  await vote(days[1] as PlainDate);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await branch?.stop();
});

/** A members' meeting with everybody there and a vote on one person. */
async function vote(on: PlainDate): Promise<void> {
  const { world } = branch;
  const hall = meetingHall(world);
  const secretary = hall.secretary();
  const { sittingId, meetingIds } = await world.act(secretary, (write) =>
    addSitting(write, {
      orgId: world.branch.orgId,
      heldOn: on,
      startsAt: '14:00',
      endsAt: '15:00',
      place: '会议室',
      meetings: [hall.wanted('members_meeting')],
    }),
  );
  const [meetingId] = meetingIds;
  if (meetingId === undefined) throw new Error('no meeting');
  await world.act(secretary, (write) => startSitting(write, { sittingId, basedOn: 1 }));
  const begun = await hall.look(meetingId);
  const marks = begun.roll
    .filter((line) => line.part === 'entitled')
    .map((line) => ({ key: line.key, state: 'present' as const, reason: '', away: [] }));
  await world.act(secretary, (write) =>
    setPresence(write, { sittingId, basedOn: begun.sittingVersion, marks }),
  );
  const counted = {
    method: 'paper',
    onPerson: true,
    subject: '限期改正李秀英',
    for: 15,
    against: 5,
    abstain: 0,
    recused: 0,
  };
  const { version } = await hall.look(meetingId);
  await world.act(secretary, (write) =>
    saveMinutes(
      write,
      hall.minutes(meetingId, version, [
        item('讨论组织处置', { decision: '同意', votes: [counted] }),
      ]),
    ),
  );
  const settled = await hall.settle(meetingId, (await hall.look(meetingId)).version);
  if (!settled.ok) throw new Error(JSON.stringify(settled.refusal));
}

/** Looks at a page in all three ways of display and on a phone. */
async function readsWell(page: Page, name: string): Promise<void> {
  expect(await page.locator('.fault').count(), `${name} fails`).toBe(0);
  for (const mode of MODES) expect(await axe(page, mode), `${name} ${mode}`).toEqual([]);
  await screenshot(page, `status-${name}-elder`);
  expect(await noSidewaysScroll(page), `${name} at 360 px, elder`).toEqual([]);
  await page.evaluate(() => {
    localStorage.setItem('zhibu.mode', 'light');
    dispatchEvent(new StorageEvent('storage', { key: 'zhibu.mode' }));
  });
  await screenshot(page, `status-${name}`);
  await page.setViewportSize({ ...PHONE });
  expect(await noSidewaysScroll(page), `${name} at 360 px`).toEqual([]);
  await screenshot(page, `status-${name}-phone`);
  await page.setViewportSize({ ...DESK });
}

const drawer = (page: Page) => page.getByRole('dialog');
const checked = (page: Page) => page.getByRole('status', { name: '核对结果' });
const choose = async (page: Page, label: string, name: string): Promise<void> => {
  await drawer(page).getByLabel(label).click();
  await page.locator('.ant-select-item-option', { hasText: name }).first().click();
};

/** Opens a step, fills it and does it. */
async function step(page: Page, label: string, fill: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await fill();
  await checked(page).getByText('核对通过，可以办理。').waitFor();
  await drawer(page).getByRole('button', { name: '办理这一步' }).click();
  await drawer(page).waitFor({ state: 'detached' });
  await page.getByRole('list', { name: '已办步骤' }).getByText(label).first().waitFor();
}

test('限期改正 from the proposal to its end; the member reads the conclusion, nobody else the case', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  const [met, voted, approved, concluded] = days as [PlainDate, PlainDate, PlainDate, PlainDate];
  await signIn(page, SECRETARY, '书记');
  await page.goto('/status');
  await page.getByText('没有组织处置事项').waitFor();
  await readsWell(page, 'empty');
  await page.getByRole('button', { name: '开始办理' }).click();
  await drawer(page).getByLabel('同志').fill('李秀英');
  await page.locator('.ant-select-item-option', { hasText: '李秀英' }).click();
  await drawer(page).getByLabel('限期改正').check();
  await readsWell(page, 'begin');
  await drawer(page).getByRole('button', { name: '开始', exact: true }).click();
  await page.getByRole('heading', { name: '李秀英 · 限期改正' }).waitFor();

  await page.getByRole('button', { name: '支委会提出启动' }).click();
  await choose(page, '支委会会议', '支部委员会');
  await checked(page)
    .getByText(/没有填写依据的条款项.*第3条/u)
    .waitFor();
  // Words about the person find no field: a clause is a number.
  await drawer(page).getByLabel('依据的条款项').fill('经常不参加会议');
  await drawer(page).getByRole('button', { name: '办理这一步' }).click();
  await page
    .getByText(/只填条款项的编号/u)
    .first()
    .waitFor();
  await drawer(page).getByLabel('依据的条款项').fill('第六条第（四）项');
  await checked(page).getByText('核对通过，可以办理。').waitFor();
  await readsWell(page, 'propose');
  await drawer(page).getByRole('button', { name: '办理这一步' }).click();
  await drawer(page).waitFor({ state: 'detached' });

  const on = (day: PlainDate) => drawer(page).getByLabel('办理日期').fill(day);
  await step(page, '向上级党委报备', async () => {
    await on(met);
    await drawer(page).getByLabel('报备文号').fill('云发改支〔2026〕3号');
  });
  await step(page, '调查核实', () => on(met));
  await step(page, '听取本人意见', async () => {
    await on(met);
    await drawer(page).getByLabel('当面听取').check();
    await drawer(page).getByLabel('谈话记录').check();
  });
  await step(page, '支委会提出处置意见', () => choose(page, '支委会会议', '支部委员会'));
  await step(page, '支部党员大会表决', async () => {
    await choose(page, '支部党员大会会议', chineseDate(voted));
    await drawer(page)
      .getByLabel(/限期改正李秀英/u)
      .check();
  });
  await step(page, '上级党委批准', async () => {
    await on(approved);
    await drawer(page).getByLabel('批复文号').fill('云委〔2026〕9号');
    await drawer(page)
      .getByLabel(/上级批复/u)
      .check();
  });
  await page
    .getByText(`至${chineseDate(addMonths(approved, 6))}`)
    .first()
    .waitFor();
  await step(page, '帮助教育', async () => {
    await on(approved);
    await drawer(page).getByLabel('谈心谈话').check();
  });
  await readsWell(page, 'correcting');
  await step(page, '期满认定已改正', () =>
    choose(page, '支部党员大会会议', chineseDate(concluded)),
  );
  await page.getByText('已办结，没有下一步。').waitFor();
  await page.getByRole('link', { name: '决定告知书' }).click();
  await page.frameLocator('iframe').getByText('李秀英同志').first().waitFor();
  await readsWell(page, 'letter');
  expect(complaints).toEqual([]);

  const other = await openVisitor(browser, branch.server.url);
  await signIn(other.page, MEMBER);
  await other.page.goto('/me/file');
  await other.page.getByText('期满，认定已改正').waitFor();
  const { orgId } = branch.world.branch;
  for (const path of ['/api/status', '/api/status/lost'])
    expect(
      await other.page.evaluate(async (url) => (await fetch(url)).status, `${path}?orgId=${orgId}`),
    ).toBe(403);
});

test('somebody lost is searched for; a death is one act and can be taken back', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  await page.goto('/status/lost');
  await page.getByText('没有登记过失联的同志').waitFor();
  await page.getByRole('button', { name: '登记失联' }).click();
  await drawer(page).getByLabel('同志').fill('马骏');
  await page.locator('.ant-select-item-option', { hasText: '马骏' }).click();
  await drawer(page).getByLabel('最后一次联系的日期').fill(addMonths(branch.today, -5));
  await choose(page, '失联类型', '外出务工经商');
  await drawer(page).getByLabel('认定失联的日期').fill(addDays(branch.today, -20));
  await drawer(page).getByLabel('认定失联的日期').press('Control+Enter');
  await page.getByRole('button', { name: '记查找：马骏' }).click();
  await drawer(page).getByLabel('向亲属了解').check();
  await readsWell(page, 'search');
  await drawer(page).getByLabel('查找人').press('Control+Enter');
  await page.getByText(/1次，最近.*向亲属了解，没有联系上/u).waitFor();
  await readsWell(page, 'lost');

  await page.goto(`/members/file?personId=${branch.people[11] ?? ''}`);
  await page.getByRole('heading', { name: '马骏' }).waitFor();
  await page.getByText(/失联已满5个月，查找记录1次/u).waitFor();
  await readsWell(page, 'person');
  await page.getByRole('button', { name: '登记去世' }).click();
  await drawer(page).getByLabel('去世日期').press('Control+Enter');
  await page.getByText('不是在册党员').waitFor();
  await page.goto('/status/lost');
  await page.getByText('马骏').first().waitFor();
  await page.goto('/');
  await page.getByRole('heading', { name: /您好/u }).waitFor();
  expect(await page.getByText('查找失联党员马骏').count()).toBe(0);

  await page.goBack();
  await page.goBack();
  await page.getByRole('button', { name: '撤销误登的去世' }).click();
  await drawer(page).getByLabel('误登的日期').press('Control+Enter');
  await page.getByText(/失联已满5个月，查找记录1次/u).waitFor();
  expect(complaints).toEqual([]);
});
