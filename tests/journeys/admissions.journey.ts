import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date';
import { addSitting, saveMinutes, setPresence, startSitting } from '#modules/meetings';
import { enterMember } from '#modules/members';
import { testDatabase } from '../support/database.ts';
import { item, lateRow, meetingHall } from '../worlds/meeting-hall.ts';
import { axe, MODES } from './support/axe.ts';
import { OFFICER, SECRETARY, startBranch, type RunningBranch } from './support/branch.ts';
import { DESK, openBrowser, openVisitor, PHONE, screenshot } from './support/browser.ts';
import { signIn } from './support/people.ts';
import { noSidewaysScroll } from './support/phone.ts';

const database = await testDatabase();
let branch: RunningBranch;
let browser: Browser;
let applied: PlainDate;
let met: PlainDate;

beforeAll(async () => {
  branch = await startBranch(database);
  const { world } = branch;
  applied = addDays(branch.today, -20);
  met = addDays(branch.today, -4);
  await world.act(world.branch.as('secretary'), (write) =>
    enterMember(write, {
      orgId: world.branch.orgId,
      name: '唐小雨',
      sex: 'female',
      bornOn: plainDate('1996-03-04'),
      category: 'probationary',
      joinedOn: addDays(branch.today, -200),
      from: addDays(branch.today, -200),
    }),
  );
  await votes();
  const entered = await meetingHall(world).enter([
    lateRow(met, 'committee_meeting', { items: ['研究确定入党积极分子'], decision: '同意' }),
  ]);
  if (!entered.ok) throw new Error(JSON.stringify(entered.refusal));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await branch?.stop();
});

/** A members' meeting of yesterday, everybody there, with two votes on one person: lost, then won. */
async function votes(): Promise<void> {
  const { world } = branch;
  const hall = meetingHall(world);
  const secretary = hall.secretary();
  const { sittingId, meetingIds } = await world.act(secretary, (write) =>
    addSitting(write, {
      orgId: world.branch.orgId,
      heldOn: addDays(branch.today, -1),
      startsAt: '08:00',
      endsAt: '09:00',
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
  const vote = (subject: string, inFavour: number) => ({
    method: 'paper',
    onPerson: true,
    subject,
    for: inFavour,
    against: 20 - inFavour,
    abstain: 0,
    recused: 0,
  });
  const items = [
    item('讨论接收预备党员', {
      decision: '同意',
      votes: [vote('接收郑一', 8), vote('接收周小满', 17)],
    }),
  ];
  const { version } = await hall.look(meetingId);
  await world.act(secretary, (write) =>
    saveMinutes(write, hall.minutes(meetingId, version, items)),
  );
  const settled = await hall.settle(meetingId, (await hall.look(meetingId)).version);
  if (!settled.ok) throw new Error(JSON.stringify(settled.refusal));
}

/** Looks at a page in all three ways of display and on a phone. */
async function readsWell(page: Page, name: string): Promise<void> {
  expect(await page.locator('.fault').count(), `${name} fails`).toBe(0);
  for (const mode of MODES) expect(await axe(page, mode), `${name} ${mode}`).toEqual([]);
  await screenshot(page, `admissions-${name}-elder`);
  expect(await noSidewaysScroll(page), `${name} at 360 px, elder`).toEqual([]);
  await page.evaluate(() => {
    localStorage.setItem('zhibu.mode', 'light');
    dispatchEvent(new StorageEvent('storage', { key: 'zhibu.mode' }));
  });
  await screenshot(page, `admissions-${name}`);
  await page.setViewportSize({ ...PHONE });
  expect(await noSidewaysScroll(page), `${name} at 360 px`).toEqual([]);
  await screenshot(page, `admissions-${name}-phone`);
  await page.setViewportSize({ ...DESK });
}

const checked = (page: Page) => page.getByRole('status', { name: '核对结果' });
const drawer = (page: Page) => page.getByRole('dialog');
const choose = async (page: Page, label: string, name: string): Promise<void> => {
  await page.getByLabel(label).click();
  await page.locator('.ant-select-item-option', { hasText: name }).click();
};
async function done(page: Page, step: string): Promise<void> {
  await drawer(page).getByRole('button', { name: '办理这一步' }).click();
  await drawer(page).waitFor({ state: 'detached' });
  await page.getByRole('list', { name: '已办步骤' }).getByText(step).first().waitFor();
}

test('an application is entered, talked over and decided on; a usual mistake is refused with its sentence', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  await page.goto('/admissions');
  await page.getByText('现在没有入党申请人').waitFor();
  await readsWell(page, 'empty');
  await page.getByRole('button', { name: '登记入党申请' }).first().click();
  await drawer(page).getByLabel('姓名').fill('孙晓雨');
  await drawer(page).getByLabel('出生日期').fill('1998-05-04');
  await drawer(page).getByLabel('递交入党申请书的日期').fill(applied);
  await readsWell(page, 'begin');
  await drawer(page).getByLabel('姓名').press('Control+Enter');
  await page.getByRole('heading', { name: '孙晓雨 · 全程纪实' }).waitFor();

  // Nobody named who talked: said while filling, and refused when sent all the same.
  await page.getByRole('button', { name: '党组织派人谈话' }).click();
  await checked(page).getByText('没有写谈话人').waitFor();
  await drawer(page).getByRole('button', { name: '办理这一步' }).click();
  await page.getByRole('alert').getByText('暂不能办理：没有写谈话人').waitFor();
  await drawer(page).getByLabel('办理日期').fill(addDays(applied, 5));
  await drawer(page).getByLabel('谈话人').fill('王建国');
  await drawer(page).getByLabel('谈话记录').check();
  await checked(page).getByText('核对通过，可以办理。').waitFor();
  await done(page, '党组织派人谈话');

  await page.getByRole('button', { name: '推荐和确定入党积极分子' }).click();
  await checked(page)
    .getByText(/没有党员或群团组织推荐.*第8条/u)
    .waitFor();
  await checked(page)
    .getByText(/需要支委会的会议记录/u)
    .waitFor();
  await readsWell(page, 'step');
  await choose(page, '支委会会议', '支部委员会');
  expect(await drawer(page).getByLabel('办理日期').inputValue()).toBe(met);
  await drawer(page).getByLabel('党员推荐').check();
  await checked(page).getByText('核对通过，可以办理。').waitFor();
  await done(page, '推荐和确定入党积极分子');

  // Filing is the level above's, which its button says.
  const filing = page.getByRole('button', { name: '上级党委备案' });
  expect(await filing.getAttribute('aria-disabled')).toBe('true');
  await filing.focus();
  await page.getByText('暂不能办理：这一步由上级党委办理', { exact: true }).waitFor();
  await readsWell(page, 'case');
  expect(complaints).toEqual([]);
});

test('the level above finds it in its inbox and does its step', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, OFFICER);
  await page.getByRole('button', { name: /身份工作/u }).click();
  await page.getByRole('menuitem', { name: /党务干部/u }).click();
  await page.getByRole('button', { name: /党务干部\s*身份工作/u }).waitFor();
  await page.goto('/admissions/inbox');
  await page.getByText('上级党委备案').first().waitFor();
  await readsWell(page, 'inbox');
  await page.getByRole('button', { name: '孙晓雨' }).click();
  await page.getByRole('button', { name: '上级党委备案' }).click();
  await drawer(page).getByLabel('备案文号').fill('云委组备〔2026〕3号');
  await drawer(page).getByLabel('办理日期').fill(addDays(met, 1));
  await done(page, '上级党委备案');

  await page.goto('/admissions/plans');
  await page.getByRole('button', { name: '下达' }).first().waitFor();
  await page
    .getByRole('row', { name: /发展和改革局/u })
    .getByRole('button', { name: '下达' })
    .click();
  await drawer(page).getByLabel('计划发展党员数').fill('2');
  await drawer(page).getByLabel('文号').press('Control+Enter');
  await page
    .getByRole('row', { name: /发展和改革局/u })
    .getByText('调整')
    .waitFor();
  await readsWell(page, 'plans');
  await page.getByRole('button', { name: '口径' }).click();
  await drawer(page).getByLabel('公示时间').fill('7');
  await drawer(page).getByLabel('公示时间').press('Control+Enter');
  await page.getByText('公示不少于7个工作日').waitFor();
  expect(complaints).toEqual([]);
});

test('contacts whom a rule refuses stand with the reason; a step opens by its address and is taken back', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  await page.goto('/admissions?register=activists&q=sxy');
  await page.getByRole('button', { name: '孙晓雨' }).click();
  await page.getByRole('heading', { name: '孙晓雨 · 全程纪实' }).waitFor();
  await page.goto(`${page.url()}&move=assign_contacts`);
  const contacts = drawer(page).getByLabel('培养联系人');
  await contacts.click();
  await page
    .locator('.ant-select-item-option-disabled', { hasText: '唐小雨不是正式党员' })
    .scrollIntoViewIfNeeded();
  await screenshot(page, 'admissions-contacts');
  for (const name of ['李秀英', '张伟']) {
    await contacts.fill(name);
    await page.locator('.ant-select-item-option', { hasText: name }).waitFor();
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  await drawer(page).getByLabel('办理日期').fill(addDays(met, 2));
  await checked(page).getByText('核对通过，可以办理。').waitFor();
  await done(page, '指定培养联系人');
  await page.getByText('李秀英、张伟').first().waitFor();
  // A year of observation is not over: said with its day and article beside the step.
  await page.getByText(/还不到时间，最早.*第13条/u).waitFor();

  await page.getByRole('button', { name: '撤回' }).last().click();
  await page.getByText('其后没有别的步骤。').waitFor();
  await drawer(page).getByLabel('原因').fill('联系人写错了');
  await drawer(page).getByLabel('原因').press('Control+Enter');
  await page.getByRole('heading', { name: '撤回的步骤' }).waitFor();
  await page.getByRole('button', { name: '中止' }).click();
  await drawer(page).getByLabel('原因').fill('本人外出学习');
  await drawer(page).getByLabel('原因').press('Control+Enter');
  await page.getByRole('button', { name: '恢复' }).waitFor();
  await page
    .getByText(/已中止，恢复后才能继续/u)
    .first()
    .waitFor();
  await page.getByLabel('选择文件：入党申请书扫描件').setInputFiles({
    name: '入党申请书.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
  });
  await page.getByRole('link', { name: '入党申请书.pdf' }).waitFor();
  await readsWell(page, 'paused');
  expect(complaints).toEqual([]);
});

test('a case in the middle is taken over from paper at once, across both rule-sets', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  await page.goto('/admissions');
  await page.getByRole('button', { name: '登记入党申请' }).first().click();
  await drawer(page).getByLabel('姓名').fill('周小满');
  await drawer(page).getByLabel('出生日期').fill('1995-05-04');
  await drawer(page).getByLabel('递交入党申请书的日期').fill('2023-11-06');
  await drawer(page).getByLabel('从纸质材料接续').check();
  const days: readonly (readonly [string, string])[] = [
    ['党组织派人谈话', '2023-11-20'],
    ['推荐和确定入党积极分子', '2024-01-10'],
    ['指定培养联系人', '2024-01-25'],
    ['确定发展对象', '2025-03-06'],
    ['确定入党介绍人', '2025-03-20'],
    ['政治审查', '2025-04-01'],
    ['短期集中培训', '2025-04-10'],
    ['支委会审查', '2025-05-06'],
    ['基层党委预审', addDays(branch.today, -10)],
    ['发放入党志愿书', addDays(branch.today, -8)],
    ['填写入党志愿书', addDays(branch.today, -6)],
  ];
  for (const [label, on] of days) await drawer(page).getByLabel(label, { exact: true }).fill(on);
  // Filing occurs twice in the chart of 2014: of the activist, and of the target.
  await page.locator('#days_file_activist').fill('2024-01-20');
  await page.locator('#days_file_target').fill('2025-03-01');
  await page.getByRole('button', { name: '加一次半年考察' }).click();
  await drawer(page).getByLabel('第1次半年考察的日期').fill('2024-07-20');
  await readsWell(page, 'paper');
  await drawer(page).getByLabel('姓名').press('Control+Enter');
  await page.getByRole('alert').getByText('“上级党委备案”：日期早于上一步（2025-03-06）').waitFor();
  await page.locator('#days_file_target').fill('2025-03-16');
  await drawer(page).getByLabel('姓名').press('Control+Enter');
  await page.getByRole('heading', { name: '周小满 · 全程纪实' }).waitFor();
  await page.getByText('据纸质记录').first().waitFor();
  await page.getByText('发展对象（待支部大会）').first().waitFor();
  await page.getByText(/以后各步的日期/u).waitFor();
  await page.getByText(/^还有 \d+ 步/u).click();
  await readsWell(page, 'taken-over');

  // The vote comes from the minutes; the one that lost is refused with its numbers.
  await page.getByRole('button', { name: '支部大会讨论接收预备党员' }).click();
  await choose(page, '支部党员大会会议', '支部党员大会');
  await drawer(page)
    .getByLabel(/接收郑一/u)
    .check();
  await drawer(page).getByLabel('支部大会决议').fill('大会同意接收，自即日起算。');
  await checked(page)
    .getByText(/赞成8票，须11票.*第20条/u)
    .waitFor();
  await drawer(page).getByRole('button', { name: '办理这一步' }).click();
  await page
    .getByRole('alert')
    .getByText(/暂不能办理：.*赞成8票/u)
    .waitFor();
  await readsWell(page, 'vote');
  await drawer(page)
    .getByLabel(/接收周小满/u)
    .check();
  await checked(page).getByText('核对通过，可以办理。').waitFor();
  await done(page, '支部大会讨论接收预备党员');
  await page.getByText(/表决：应到会有表决权20人，实到20人，赞成17票/u).waitFor();

  // Its papers, and the way back to the case.
  await page.getByRole('link', { name: '打印发展党员全程纪实表' }).click();
  await page.frameLocator('iframe').getByText('周小满').first().waitFor();
  await readsWell(page, 'print');
  await page.getByRole('link', { name: '全程纪实' }).click();
  await page.getByRole('heading', { name: '周小满 · 全程纪实' }).waitFor();
  await page.goto('/admissions?register=targets');
  await page.getByRole('link', { name: '打印发展对象名册' }).click();
  await page.frameLocator('iframe').getByText('周小满').first().waitFor();
  expect(complaints).toEqual([]);
});

test('a notice is long enough, and what is objected is answered before it ends', async () => {
  const { page, complaints } = await openVisitor(browser, branch.server.url);
  await signIn(page, SECRETARY, '书记');
  await page.goto('/admissions');
  await page.getByRole('button', { name: '登记入党申请' }).first().click();
  await drawer(page).getByLabel('姓名').fill('何清扬');
  await drawer(page).getByLabel('出生日期').fill('1997-05-04');
  await drawer(page).getByLabel('递交入党申请书的日期').fill('2024-03-04');
  await drawer(page).getByLabel('从纸质材料接续').check();
  const days: readonly (readonly [string, string])[] = [
    ['first_talk', '2024-03-20'],
    ['determine_activist', '2024-06-03'],
    ['file_activist', '2024-06-10'],
    ['assign_contacts', '2024-06-12'],
    ['determine_target', addDays(branch.today, -50)],
    ['consent_target', addDays(branch.today, -45)],
  ];
  for (const [move, on] of days) await page.locator(`#days_${move}`).fill(on);
  await drawer(page).getByLabel('姓名').press('Control+Enter');
  await page.getByRole('heading', { name: '何清扬 · 全程纪实' }).waitFor();

  await page.getByRole('button', { name: '公示', exact: true }).click();
  await drawer(page).getByLabel('办理日期').fill(addDays(branch.today, -40));
  await drawer(page).getByLabel('公示地点').fill('单位公告栏\n社区公告栏');
  await drawer(page).getByLabel('公示截止日期').fill(addDays(branch.today, -38));
  await checked(page)
    .getByText(/应不少于\d个工作日.*第13条/u)
    .waitFor();
  await drawer(page).getByLabel('公示截止日期').fill(addDays(branch.today, -2));
  await checked(page).getByText('核对通过，可以办理。').waitFor();
  await done(page, '公示');
  await page.getByText('单位公告栏、社区公告栏').waitFor();

  await page.getByRole('button', { name: '登记意见' }).click();
  await drawer(page).getByLabel('意见内容').fill('对工作年限有疑问');
  await drawer(page).getByLabel('意见内容').press('Control+Enter');
  await page.getByText(/还有1条公示意见没有答复/u).waitFor();
  await readsWell(page, 'notice');
  await page.getByRole('button', { name: '答复第1号' }).click();
  await drawer(page).getByLabel('核实情况和答复').fill('已核实，年限无误。');
  await drawer(page).getByLabel('核实情况和答复').press('Control+Enter');
  await page.getByText(/答复：已核实/u).waitFor();
  await page.getByRole('button', { name: '公示结束，列为发展对象' }).click();
  await drawer(page).getByLabel('不影响发展').check();
  await checked(page).getByText('核对通过，可以办理。').waitFor();
  await done(page, '公示结束，列为发展对象');
  expect(complaints).toEqual([]);
});
