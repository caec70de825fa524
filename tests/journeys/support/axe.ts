import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

export type Mode = 'light' | 'dark' | 'elder';
export const MODES: readonly Mode[] = ['light', 'dark', 'elder'];

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The page as somebody has it who chose this way of display. */
export async function chooseMode(page: Page, mode: Mode): Promise<void> {
  await page.evaluate((choice) => {
    window.localStorage.setItem('zhibu.mode', choice);
    window.dispatchEvent(new StorageEvent('storage', { key: 'zhibu.mode' }));
  }, mode);
  await page.waitForFunction((choice) => document.documentElement.dataset['mode'] === choice, mode);
}

export interface Finding {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  readonly places: readonly string[];
}

/**
 * Serious and critical findings of axe on the page in a mode, frames left out.
 * Elder mode is also held to the enhanced contrast of 7:1 (WCAG 1.4.6).
 */
export async function axe(page: Page, mode: Mode): Promise<Finding[]> {
  await chooseMode(page, mode);
  return findings(page, mode === 'elder');
}

/** The same of a page as it is; `enhanced` asks for 7:1. */
export async function findings(page: Page, enhanced: boolean): Promise<Finding[]> {
  await page.evaluate(source);
  const results = await page.evaluate(
    (contrast) =>
      (window as unknown as { axe: { run: (o: object) => Promise<AxeResults> } }).axe.run({
        iframes: false,
        resultTypes: ['violations'],
        rules: { 'color-contrast-enhanced': { enabled: contrast } },
      }),
    enhanced,
  );
  return results.violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => ({
      rule: one.id,
      impact: String(one.impact),
      help: one.help,
      places: one.nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    }));
}
