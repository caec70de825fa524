import type { ReactNode } from 'react';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import './patterns.css';

export interface TimelineItem {
  readonly key: string;
  /** When it happened. */
  readonly on: PlainDate;
  /** When it was entered, where that is another day; shown, never hidden, never blamed. */
  readonly enteredOn?: PlainDate;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** 经办, 代录, 审定, in words. */
  readonly by?: string;
  readonly mark?: '补录' | '更正' | '代录' | '据纸质记录';
}

/** What happened, in order, with both times. */
export function Timeline({
  items,
  label,
}: {
  items: readonly TimelineItem[];
  label: string;
}): ReactNode {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map((item) => (
        <li key={item.key}>
          <div className="timeline-when">
            <time dateTime={item.on}>{chineseDate(item.on)}</time>
            {item.mark === undefined ? null : <span className="tag">{item.mark}</span>}
          </div>
          <div className="timeline-title">{item.title}</div>
          {item.detail === undefined ? null : <div>{item.detail}</div>}
          {item.by === undefined && item.enteredOn === undefined ? null : (
            <div className="muted timeline-foot">
              {[
                item.by,
                item.enteredOn === undefined || item.enteredOn === item.on
                  ? undefined
                  : `${chineseDate(item.enteredOn)}录入`,
              ]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
