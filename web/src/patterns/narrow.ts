import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 639px)');
const subscribe = (listener: () => void): (() => void) => {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** True on a phone: lists become cards, drawers fill the screen. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
