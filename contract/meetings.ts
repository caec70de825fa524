import { lateEntry } from './meetings-late.ts';
import { papers } from './meetings-papers.ts';
import { planning } from './meetings-plan.ts';
import { recording } from './meetings-record.ts';

/** Words and shapes stand in `meetings-words.ts`, sentences of refusals in `meetings-refusals.ts`. */
export const meetingsContract = { ...planning, ...recording, ...lateEntry, ...papers };
