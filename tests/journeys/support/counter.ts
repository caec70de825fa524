import type { Page } from 'playwright-core';

export interface Effort {
  /** Presses of the pointer. */
  readonly clicks: number;
  /** Key presses beside the words themselves: Tab, arrows, Enter, Escape, and keys with Ctrl. */
  readonly keys: number;
  /** Characters typed or pasted into fields. */
  readonly words: number;
}

interface Counted {
  clicks: number;
  keys: number;
  words: number;
}

/** Counts what a person does on the page from now on, over page changes too. Call before the first `goto`. */
export async function clickAndKeyCounter(
  page: Page,
): Promise<{ read: () => Effort; reset: () => void }> {
  const counted: Counted = { clicks: 0, keys: 0, words: 0 };
  await page.exposeFunction('zhibuCount', (kind: keyof Counted, amount: number) => {
    counted[kind] += amount;
  });
  const listen = (): void => {
    const tell = (window as unknown as { zhibuCount: (kind: string, amount: number) => void })
      .zhibuCount;
    addEventListener('pointerdown', (event) => event.isTrusted && tell('clicks', 1), true);
    addEventListener(
      'keydown',
      (event) => {
        if (!event.isTrusted) return;
        if (event.key.length > 1 || event.ctrlKey || event.metaKey) tell('keys', 1);
      },
      true,
    );
    addEventListener(
      'input',
      (event) => {
        if (event instanceof InputEvent) tell('words', event.data?.length ?? 0);
      },
      true,
    );
  };
  await page.addInitScript(listen);
  return {
    read: () => ({ ...counted }),
    reset: () => {
      counted.clicks = 0;
      counted.keys = 0;
      counted.words = 0;
    },
  };
}
