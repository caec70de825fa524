import type { Page } from 'playwright-core';
import type { RunningServer } from './server.ts';

export interface Login {
  readonly loginName: string;
  readonly name: string;
  readonly password: string;
}

/** Invented; the first one who signs in to a fresh installation. */
export const FOUNDER: Login = {
  loginName: '林知远',
  name: '林知远',
  password: '青禾河边的老槐树',
};

/** Sets an empty installation up over the API, as the first page does. */
export async function establish(
  server: RunningServer,
  organisation: { readonly name: string; readonly kind: string; readonly sector: string },
): Promise<void> {
  const answer = await fetch(`${server.url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      code: server.setupCode,
      organisationName: organisation.name,
      kind: organisation.kind,
      sector: organisation.sector,
      loginName: FOUNDER.loginName,
      displayName: FOUNDER.name,
      password: FOUNDER.password,
      commandId: '01990000-0000-7000-8000-000000000001',
    }),
  });
  if (!answer.ok) throw new Error(`set-up refused: ${answer.status} ${await answer.text()}`);
}

/** Signs in by the page and stands on the first page; `post` is chosen where one is asked. */
export async function signIn(page: Page, who: Login, post?: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('登录名').fill(who.loginName);
  await page.getByLabel('密码').fill(who.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  const home = page.getByRole('heading', { name: `${who.name}同志，您好` });
  const choice = page.getByRole('heading', { name: '现在以哪个身份工作' });
  await home.or(choice).waitFor();
  if (await choice.isVisible()) {
    await page
      .getByRole('button', { name: post ?? '' })
      .first()
      .click();
    await home.waitFor();
  }
}

/** The addresses of all entries of the menu, each group opened. */
export async function menuAddresses(page: Page): Promise<string[]> {
  const menu = page.getByRole('navigation', { name: '主菜单' });
  for (;;) {
    const closed = menu.locator('button[aria-expanded="false"]').first();
    if ((await closed.count()) === 0) break;
    await closed.click();
  }
  return menu
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}
