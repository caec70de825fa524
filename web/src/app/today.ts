import { createContext, use } from 'react';
import { todayAt, type PlainDate } from '#kernel/plain-date';

/** The server's day where the shell knows it (a demonstration runs on a simulated clock), else the browser's. */
export const TodayContext = createContext<PlainDate | null>(null);

export const useToday = (): PlainDate => use(TodayContext) ?? todayAt(Date.now());
