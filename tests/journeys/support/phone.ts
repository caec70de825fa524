import type { Page } from 'playwright-core';
import { PHONE } from './browser.ts';

/** What sticks out sideways at 360 px: empty means the page needs no sideways scrolling. Frames of tables may scroll by themselves. */
export async function noSidewaysScroll(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({ ...PHONE });
  // Layout settles after the media queries have told their readers.
  await page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
  const wide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= limit) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > limit + 1)
      .slice(0, 8)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
  });
  if (before !== null) await page.setViewportSize(before);
  return wide;
}
