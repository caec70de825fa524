import type { ImportId } from './store/cases.ts';

/** Long work under way in this process, for whoever waits for it. */
export interface Progress {
  readonly stage: 'reading' | 'writing';
  readonly done: number;
}

const running = new Map<ImportId, Progress>();

export const progressOf = (importId: ImportId): Progress | null => running.get(importId) ?? null;

/** Runs work whose progress can be asked for while it lasts. */
export async function watched<T>(
  importId: ImportId,
  stage: Progress['stage'],
  work: (report: (done: number) => void) => Promise<T>,
): Promise<T> {
  running.set(importId, { stage, done: 0 });
  try {
    return await work((done) => running.set(importId, { stage, done }));
  } finally {
    running.delete(importId);
  }
}
