import type { ReactNode } from 'react';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { useToday } from '../../app/today.ts';
import { leftText } from './words.ts';

interface DueMarkProps {
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
}

/** When the next step may and has to be done. What is over its term has a shape of its own and says so in words. */
export function DueMark({ from, until }: DueMarkProps): ReactNode {
  const today = useToday();
  const early = from !== null && from > today;
  if (until === null)
    return early ? <span>{chineseDate(from)}起</span> : <span className="muted">随时可办</span>;
  const over = until < today;
  return (
    <span className={over ? 'due over' : 'due'}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {over ? (
          <path d="M8 1 15.5 15H.5Z" fill="currentColor" />
        ) : (
          <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
        )}
      </svg>
      <span>
        {early ? `${chineseDate(from)}起，` : ''}
        {chineseDate(until)}止
        <span className={over ? 'due-words' : 'muted due-words'}>{leftText(until, today)}</span>
      </span>
    </span>
  );
}
