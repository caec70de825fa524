import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { newId } from '#kernel/clock';
import { money } from '#kernel/money';
import { addDays, plainDate, plainMonth } from '#kernel/plain-date';
import { ok } from '#kernel/result';
import { assessMembers } from '#modules/dues';
import { invite } from '#modules/accounts';
import { enterMember } from '#modules/members';
import { insertPost, placeOf } from '#modules/organisations';
import type { OrgId, PersonId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import { testDatabase } from '../support/database.ts';
import { buildWorld, type World } from '../worlds/world.ts';
import { axe, MODES } from './support/axe.ts';
import { openBrowser, openVisitor, PHONE, screenshot } from './support/browser.ts';
import { clickAndKeyCounter } from './support/counter.ts';
import { signIn, type Login } from './support/people.ts';
import { noSidewaysScroll } from './support/phone.ts';
import { startServer, type RunningServer } from './support/server.ts';

const database = await testDatabase();
let world: World;
let server: RunningServer;
let browser: Browser;

const SECRETARY: Login = { loginName: 'wangjianguo', name: '王建国', password: '柿子树下的长板凳' };
const MEMBER: Login = { loginName: 'lixiuying', name: '李秀英', password: '河湾里的旧木船晒网' };
const UPPER: Login = { loginName: 'liuyang', name: '刘洋', password: '北坡上的那口老井' };
const MORE = ['孙悦', '马骏', '朱玲', '胡斌', '郭靖安', '何苗', '高远', '林溪', '罗丹', '梁峰'];
const COUNT = 20;

async function giveAccount(who: Login, personId: PersonId, heads: OrgId | null): Promise<void> {
  const { branch } = world;
  const above = branch.path.slice(0, 12) as OrgPath;
  const made = await world.act({ ...branch.as('secretary'), scope: above }, async (write) => {
    const invited = await invite(
      write,
      { personId, loginName: who.loginName, displayName: '' },
      (length) => world.clock.random(length),
    );
    if (!invited.ok || heads === null) return invited;
    const place = await placeOf(write, heads);
    if (place === null) throw new Error('no branch');
    await insertPost(write, place, plainDate('2025-01-01'), {
      personId,
      kind: 'secretary',
      duties: '',
      wayIn: 'election',
      termEndsOn: plainDate('2028-01-01'),
      approvedOn: plainDate('2025-01-01'),
      approvalPaper: '云委组〔2025〕1号',
    });
    return ok(invited.value);
  });
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

const personAt = (index: number): PersonId => {
  const found = world.branch.people[index];
  if (found === undefined) throw new Error(`no person ${index}`);
  return found;
};

beforeAll(async () => {
  // Just before the server's present: its clock may not stand before an entry, and invitations are still good.
  const before = addDays(plainDate(today()), -1);
  world = await buildWorld(database.appUrl, { size: 10, today: before });
  const secretary = world.branch.as('secretary');
  const people = [...world.branch.people];
  for (const name of MORE) {
    const entered = await world.act(secretary, (write) =>
      enterMember(write, {
        orgId: world.branch.orgId,
        name,
        sex: 'female',
        bornOn: plainDate('1988-03-04'),
        category: 'full',
        joinedOn: plainDate('2012-06-01'),
        regularisedOn: plainDate('2013-06-01'),
        from: plainDate('2025-01-01'),
      }),
    );
    people.push(entered.personId);
  }
  const month = plainMonth(today().slice(0, 7));
  await world.act(secretary, (write) =>
    assessMembers(write, {
      orgId: world.branch.orgId,
      fromMonth: month,
      lines: people.map((personId, index) => ({
        personId,
        payerKind: 'wage' as const,
        base: money(400_000 + index * 10_000),
      })),
    }),
  );
  server = await startServer(database);
  await giveAccount(SECRETARY, personAt(0), world.branch.orgId);
  await giveAccount(MEMBER, personAt(1), null);
  await giveAccount(UPPER, personAt(3), world.founded.orgId);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await world?.db.close();
});

/** Today where the server stands; the journey itself measures nothing by it. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now());
}

const asSecretary = async (page: Page): Promise<void> => signIn(page, SECRETARY, '书记');

test('a round of twenty members: all have paid but two, in few presses', async () => {
  const { page, complaints } = await openVisitor(browser, server.url);
  const counter = await clickAndKeyCounter(page);
  await asSecretary(page);
  counter.reset();
  await page.getByRole('link', { name: /收党费/ }).click();
  await page.getByRole('group', { name: '王建国' }).waitFor();
  expect(await page.getByRole('checkbox', { name: /已交$/ }).count()).toBe(COUNT);
  await page.getByRole('button', { name: '本期全部已交' }).click();
  await page.getByRole('checkbox', { name: '张伟 已交' }).click();
  await page.getByRole('checkbox', { name: '马骏 已交' }).click();
  await page.getByText('18 人').waitFor();
  await screenshot(page, 'dues-round-ticked');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/已保存 18 笔/).waitFor();
  const effort = counter.read();
  expect(effort.clicks).toBeLessThanOrEqual(5);
  expect(effort.keys).toBeLessThanOrEqual(3);
  expect(effort.words).toBe(0);

  await page.getByRole('group', { name: '王建国' }).getByText('已交清').waitFor();
  await page.getByRole('checkbox', { name: '张伟 已交' }).check();
  const amount = page.getByRole('textbox', { name: '张伟 本次收' });
  await amount.fill('4.2.0');
  await page.getByText('金额应如 12 或 12.50').waitFor();
  await amount.fill('20');
  await page.getByRole('group', { name: '张伟' }).getByRole('button', { name: '代交等' }).click();
  await page.getByLabel('谁交来的').click();
  await page.getByTitle('亲属代交').click();
  await page.getByLabel('亲属姓名').fill('张秀兰');
  for (const mode of MODES) expect(await axe(page, mode), mode).toEqual([]);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText(/已保存 1 笔，合计 20.00 元/).waitFor();
  expect(await noSidewaysScroll(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('what was taken goes up, is taken back with a reason, and goes up again', async () => {
  const { page, complaints } = await openVisitor(browser, server.url);
  await asSecretary(page);
  await page.goto('/dues/remittances');
  await page.getByRole('button', { name: /^上缴 / }).click();
  await page.getByLabel('接收单位').fill('县直机关工委');
  await screenshot(page, 'dues-remit');
  await page.keyboard.press('Control+Enter');
  await page.getByText('请另一位同志核对后签字').waitFor();
  await page.getByRole('link', { name: '上缴单' }).waitFor();
  await page.getByRole('button', { name: /^作废/ }).click();
  await page.getByLabel('原因').fill('金额记错');
  await page.keyboard.press('Control+Enter');
  await page.getByText('已作废').first().waitFor();
  await page.getByRole('button', { name: /^上缴 / }).waitFor();
  expect(complaints).toEqual([]);
});

test('every page of 党费 reads well in all modes and on a phone', async () => {
  const { page, complaints } = await openVisitor(browser, server.url);
  await asSecretary(page);
  const pages = [
    '/dues/collect',
    '/dues/assessment',
    '/dues/remittances',
    '/dues/means',
    '/dues/bank',
    '/dues/arrears',
    '/dues/receipts',
    `/dues/member?personId=${personAt(2)}`,
  ];
  for (const address of pages) {
    await page.goto(address);
    await page.locator('main h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    const name = address.replace(/\?.*/u, '').replace(/\W+/gu, '-');
    for (const mode of MODES) expect(await axe(page, mode), `${address} ${mode}`).toEqual([]);
    await screenshot(page, `desk${name}-elder`);
    expect(await noSidewaysScroll(page), address).toEqual([]);
    await page.evaluate(() => localStorage.setItem('zhibu.mode', 'light'));
    await page.reload();
    await page.waitForLoadState('networkidle');
    await screenshot(page, `desk${name}`);
    await page.setViewportSize({ ...PHONE });
    await page.waitForLoadState('networkidle');
    await screenshot(page, `phone${name}`);
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  expect(complaints).toEqual([]);
});

test('a member sees their own dues on the phone, and how they are reckoned', async () => {
  const { page, complaints } = await openVisitor(browser, server.url, PHONE);
  await signIn(page, MEMBER);
  await page.goto('/me/dues');
  await page.getByRole('heading', { name: '我的党费' }).waitFor();
  await page
    .getByText(/税后月固定收入/u)
    .first()
    .waitFor();
  await page.getByText('✓ 已交清').first().waitFor();
  for (const mode of MODES) expect(await axe(page, mode), mode).toEqual([]);
  expect(await noSidewaysScroll(page)).toEqual([]);
  await screenshot(page, 'phone-my-dues');
  expect(await page.getByText('张伟').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('the level above looks down to a branch and fixes how dues are reckoned', async () => {
  const { page, complaints } = await openVisitor(browser, server.url);
  await signIn(page, UPPER, '中共云山县委员会');
  await page.goto('/dues/overview');
  await page.getByRole('link', { name: '县发展和改革局党支部' }).waitFor();
  for (const mode of MODES) expect(await axe(page, mode), mode).toEqual([]);
  expect(await noSidewaysScroll(page)).toEqual([]);
  await screenshot(page, 'above-overview');
  await page.getByRole('link', { name: '县发展和改革局党支部' }).click();
  await page.getByRole('group', { name: '王建国' }).waitFor();
  await page.goto('/dues/settings');
  await page.getByRole('button', { name: '重新规定' }).click();
  await page.getByLabel('农民党员每月交纳').fill('2');
  await page.keyboard.press('Control+Enter');
  await page.getByText('农民党员每月交纳数额应在0.2元至1元之间').waitFor();
  await page.getByLabel('农民党员每月交纳').fill('0.5');
  for (const mode of MODES) expect(await axe(page, mode), mode).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await page.getByText('0.50 元').waitFor();
  await screenshot(page, 'above-settings');
  expect(complaints).toEqual([]);
});

test('a bank statement: what fits exactly is proposed, confirmed by hand, and never counted twice', async () => {
  const { page, complaints } = await openVisitor(browser, server.url);
  await asSecretary(page);
  await page.goto('/dues/bank');
  const day = today().replaceAll('-', '');
  const rows = [
    '交易日期,收入金额,对方户名,摘要',
    `${day},76.50,马骏,党费`,
    `${day},5.00,某某,还款`,
  ];
  await page.getByLabel('选择文件').setInputFiles({
    name: '明细.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\r\n')),
  });
  await page.getByText(/马骏：应交金额正好相同/).click();
  await page.getByText('银行有、账上没有（1 笔）').waitFor();
  for (const mode of MODES) expect(await axe(page, mode), mode).toEqual([]);
  expect(await noSidewaysScroll(page)).toEqual([]);
  await screenshot(page, 'dues-bank-proposed');
  await page.getByRole('button', { name: '确认 1 笔' }).click();
  await page.getByText('已对上 1 笔').last().waitFor();
  await page.reload();
  await page.getByText('等您确认（0 笔）').waitFor();
  expect(complaints).toEqual([]);
});

test('the amounts of a year are fixed from a column of Excel', async () => {
  const { page, complaints } = await openVisitor(browser, server.url);
  await asSecretary(page);
  await page.goto('/dues/assessment');
  await page.getByRole('button', { name: '从 Excel 粘贴基数' }).click();
  await page.getByLabel('粘贴在这里').fill('姓名\t基数\n王建国\t4800\n李秀英\t5000.01\n不在册\t1');
  await page.getByRole('button', { name: '填入表格' }).click();
  await page.getByText('没有认出：不在册 1').waitFor();
  await page.getByText(/5,000.01元×1.5%≈75.00元/).waitFor();
  await page.getByRole('button', { name: '王建国 按项目算' }).click();
  await page.getByLabel('职务工资').fill('2000');
  await page.getByLabel('级别工资').fill('2500');
  await page.getByLabel('个人所得税').fill('100');
  await page.getByText(/基数 4,400.00 元/).waitFor();
  for (const mode of MODES) expect(await axe(page, mode), mode).toEqual([]);
  await screenshot(page, 'dues-base');
  await page.getByRole('button', { name: '采用这个基数' }).click();
  await page.getByText(/4,400.00元×1%=44.00元/).waitFor();
  await screenshot(page, 'dues-assessment-filled');
  await page.getByRole('button', { name: '核定 2 人' }).click();
  await page.getByText('已核定').waitFor();
  await page.getByRole('link', { name: '打印核定表' }).click();
  await page.frameLocator('iframe').getByText('党费核定表').first().waitFor();
  await page.frameLocator('iframe').getByRole('cell', { name: '44.00', exact: true }).waitFor();
  await screenshot(page, 'dues-paper');
  expect(complaints).toEqual([]);
});
