import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

// A test needs no display, no sandbox in a container, and nothing from the network.
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Chromium of the system: `ZHIBU_CHROMIUM`, else the first known name in PATH. */
export function chromiumPath(): string {
  const given = process.env['ZHIBU_CHROMIUM'];
  if (given !== undefined) return given;
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)];
  for (const folder of folders) {
    for (const name of NAMES) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  }
  throw new Error('no Chromium found; install the package chromium or set ZHIBU_CHROMIUM');
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: FLAGS });

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong in the page without anybody seeing it: thrown errors and console errors. */
  readonly complaints: readonly string[];
}

export const DESK = { width: 1440, height: 900 } as const;
export const PHONE = { width: 360, height: 740 } as const;

/** A fresh person at the browser: own cookies, Chinese, Shanghai time. */
export async function openVisitor(
  browser: Browser,
  baseURL: string,
  viewport: { readonly width: number; readonly height: number } = DESK,
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL,
    viewport: { ...viewport },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refusal is an answer with status 4xx; the browser reports it, the page has handled it.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  return { context, page, complaints };
}

let folder: string | undefined;

/** A picture of the whole page in a folder of this run, for looking at; returns its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  folder ??= process.env['ZHIBU_PICTURES'] ?? mkdtempSync(join(tmpdir(), 'zhibu-pictures-'));
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}
