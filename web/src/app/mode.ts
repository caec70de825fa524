import { useSyncExternalStore } from 'react';

/** How the pages look: by the system's wish, light, dark, or large type with 7:1 contrast. */
export type ModeChoice = 'auto' | 'light' | 'dark' | 'elder';
export type Mode = 'light' | 'dark' | 'elder';

export const MODE_NAMES: Readonly<Record<ModeChoice, string>> = {
  auto: '跟随系统',
  light: '浅色',
  dark: '深色',
  elder: '大字',
};

const KEY = 'zhibu.mode';
const listeners = new Set<() => void>();
const darkWish = window.matchMedia('(prefers-color-scheme: dark)');

const isChoice = (value: string | null): value is ModeChoice =>
  value !== null && value in MODE_NAMES;

function readChoice(): ModeChoice {
  try {
    const stored = window.localStorage.getItem(KEY);
    return isChoice(stored) ? stored : 'auto';
  } catch {
    return 'auto'; // storage may be forbidden; the pages still work
  }
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  darkWish.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
    darkWish.removeEventListener('change', listener);
  };
};

/** Keeps the choice on this device and tells every reader of it. */
export function chooseMode(choice: ModeChoice): void {
  try {
    window.localStorage.setItem(KEY, choice);
  } catch {
    // nothing to keep it in
  }
  for (const listener of listeners) listener();
}

export const useModeChoice = (): ModeChoice => useSyncExternalStore(subscribe, readChoice);

const resolve = (): Mode => {
  const choice = readChoice();
  if (choice === 'auto') return darkWish.matches ? 'dark' : 'light';
  return choice;
};

export const useMode = (): Mode => useSyncExternalStore(subscribe, resolve);
